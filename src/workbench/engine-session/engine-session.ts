/**
 * The model of this page: which one is chosen, whether it is in memory, and what it is doing. One session a page. The
 * engine behind it is disposable: it is ended at once whenever another model is wanted, and a failure leaves nothing
 * behind but its error and a word on what to try next.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { ClientNotice, Engine, EngineEntry } from "../../contracts/engine.ts";
import { isFatal, type EngineError } from "../../contracts/engine-error.ts";
import { invariant } from "../../shared/assert.ts";
import { err } from "../../shared/result.ts";
import type { EngineState, EngineStatus } from "./engine-state.ts";
import { loadSmaller } from "./load-smaller.ts";
import { ENGINE_OF_FORMAT, nextToTry, type SessionModel } from "./session-model.ts";
import { watchEngine } from "./watched-engine.ts";

export type OpenedEngine = {
  readonly engine: Engine<ClientNotice>;
  /** Ends its worker whatever it is doing; every request under way fails. */
  readonly end: () => void;
};

export type EngineSessionParts = {
  readonly engines: readonly EngineEntry[];
  readonly openEngine: (entry: EngineEntry) => OpenedEngine;
  /** Models that could be tried instead. */
  readonly listModels: () => Promise<readonly SessionModel[]>;
  readonly noteUse: (packId: string) => Promise<void>;
  /** The choice of the last visit, kept in this browser. */
  readonly choice: {
    readonly read: () => SessionModel | undefined;
    readonly write: (model: SessionModel | undefined) => void;
  };
  /** Milliseconds since some moment. */
  readonly now: () => number;
};

export type EngineSession = {
  readonly store: Pick<StoreApi<EngineState>, "getState" | "getInitialState" | "subscribe">;
  /** What the workbench speaks to. It stays the same object whichever model runs; without one it says so. */
  readonly engine: Engine<ClientNotice>;
  /** The registry line of the engine that the chosen model runs on. */
  readonly readEntry: () => EngineEntry | undefined;
  /** Chooses a model and loads it; one that was loaded or loading is given up first. */
  readonly use: (model: SessionModel) => Promise<void>;
  /** Loads the chosen model, or loads it again after a failure. */
  readonly load: () => Promise<void>;
  /** Frees the memory at once, also while loading. The choice stays. */
  readonly unload: () => void;
  /** Stops what is being said. */
  readonly interrupt: () => void;
  /** A pack was renamed or removed, here or in another tab. */
  readonly follow: (installed: readonly Pick<SessionModel, "packId" | "name">[]) => void;
};

type Session = EngineSessionParts & {
  readonly store: StoreApi<EngineState>;
  readonly listeners: Set<(notice: ClientNotice) => void>;
  opened: OpenedEngine | undefined;
};

const UNLOADED = { status: { type: "none" }, contextTokens: undefined, reducedFrom: undefined } as const;

/** The session of a page; nothing is started before a model is loaded. */
export function createEngineSession(parts: EngineSessionParts): EngineSession {
  const store = createStore<EngineState>(() => ({ model: parts.choice.read(), ...UNLOADED }));
  const session: Session = { ...parts, store, listeners: new Set(), opened: undefined };
  return {
    store,
    engine: createFrontEngine(session),
    readEntry: () => {
      const { model } = store.getState();
      return model === undefined ? undefined : entryOf(session, model);
    },
    use: (model) => {
      choose(session, model);
      return load(session, model);
    },
    load: async () => {
      const { model } = store.getState();
      if (model !== undefined) await load(session, model);
    },
    unload: () => {
      end(session);
      store.setState(UNLOADED);
    },
    interrupt: () => session.opened?.engine.interrupt(),
    follow: (installed) => follow(session, installed),
  };
}

function choose({ store, choice }: Session, model: SessionModel | undefined): void {
  store.setState({ model });
  choice.write(model);
}

function end(session: Session): void {
  const { opened } = session;
  session.opened = undefined;
  opened?.end();
}

function entryOf({ engines }: Session, { format }: SessionModel): EngineEntry {
  const entry = engines.find(({ id }) => id === ENGINE_OF_FORMAT[format]);
  invariant(entry !== undefined, "every format has an engine");
  return entry;
}

async function load(session: Session, model: SessionModel): Promise<void> {
  end(session);
  const opened = session.openEngine(entryOf(session, model));
  session.opened = opened;
  // Whatever an engine says after another took its place is about nothing that anyone can see.
  const isCurrent = () => session.opened === opened;
  const show = (status: EngineStatus) => {
    if (isCurrent()) session.store.setState({ status });
  };
  opened.engine.subscribe((notice) => {
    if (!isCurrent()) return;
    if (notice.type === "rebuilding") show(notice);
    for (const listener of session.listeners) listener(notice);
  });
  session.store.setState({
    ...UNLOADED,
    status: { type: "loading", loadedBytes: 0, totalBytes: 0, seconds: 0 },
  });
  const loaded = await loadSmaller(opened.engine, model, (progress) => {
    // A model that is loaded anew in the middle of an answer shows as that, not as a first loading.
    if (session.store.getState().contextTokens === undefined) show({ type: "loading", ...progress });
  });
  if (!isCurrent()) return;
  if (!loaded.ok) return fail(session, loaded.error);
  const { contextTokens } = loaded.value;
  const reducedFrom = contextTokens < model.contextTokens ? model.contextTokens : undefined;
  session.store.setState({ status: { type: "idle" }, contextTokens, reducedFrom });
  await session.noteUse(model.packId);
}

async function fail(session: Session, error: EngineError): Promise<void> {
  const { opened, store } = session;
  const { model } = store.getState();
  store.setState({ status: { type: "failed", error, next: undefined } });
  const models = await session.listModels();
  if (session.opened !== opened || store.getState().status.type !== "failed" || model === undefined) return;
  store.setState({ status: { type: "failed", error, next: nextToTry(models, model) } });
}

/** An error after which the engine can go on is the asker's to show; any other is everybody's. */
function endGeneration(session: Session, error: EngineError | undefined): void {
  if (error === undefined || !(isFatal(error) || error.type === "engine-given-up"))
    session.store.setState({ status: { type: "idle" } });
  else void fail(session, error);
}

async function none() {
  return err({ type: "engine-not-loaded" } as const);
}

/** Stands before whichever engine is open, so that nobody has to follow a change of model. */
function createFrontEngine(session: Session): Engine<ClientNotice> {
  return {
    probe: () => session.opened?.engine.probe() ?? none(),
    load: (source, onProgress) => session.opened?.engine.load(source, onProgress) ?? none(),
    generate: (request, ...hearing) => {
      const { opened } = session;
      if (opened === undefined) return none();
      const isCurrent = () => session.opened === opened;
      const watched = watchEngine(opened.engine, {
        now: session.now,
        onStatus: (status) => void (isCurrent() && session.store.setState({ status })),
        onEnd: (error) => void (isCurrent() && endGeneration(session, error)),
      });
      return watched.generate(request, ...hearing);
    },
    interrupt: () => session.opened?.engine.interrupt(),
    countTokens: (prompt) => session.opened?.engine.countTokens(prompt) ?? none(),
    reset: () => session.opened?.engine.reset() ?? none(),
    unload: () => session.opened?.engine.unload() ?? none(),
    subscribe: (onNotice) => {
      session.listeners.add(onNotice);
      return () => void session.listeners.delete(onNotice);
    },
  };
}

function follow(session: Session, installed: readonly Pick<SessionModel, "packId" | "name">[]): void {
  const { model, status } = session.store.getState();
  if (model === undefined) return;
  const found = installed.find(({ packId }) => packId === model.packId);
  if (found !== undefined) {
    if (found.name !== model.name) choose(session, { ...model, name: found.name });
  } else if (status.type === "none" || status.type === "failed") {
    // One that runs is held by its lock and cannot have been removed.
    choose(session, undefined);
    session.store.setState(UNLOADED);
  }
}
