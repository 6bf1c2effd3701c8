import { expect, test } from "vitest";
import type {
  ClientNotice,
  Engine,
  EngineEntry,
  GenerateRequest,
  LoadedModel,
} from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { createEngineSession, type EngineSession } from "./engine-session.ts";
import type { SessionModel } from "./session-model.ts";

const CAPABILITIES = { grammar: undefined, logprobs: false, voice: "model" } as const;
const ENGINES: readonly EngineEntry[] = ["web-llm", "wllama"].map((id) => ({
  id,
  label: id,
  runsOn: "",
  capabilities: CAPABILITIES,
  workerUrl: `/${id}.js`,
}));

const LARGE: SessionModel = {
  packId: "large",
  name: "Large",
  format: "web-llm",
  bytes: 9,
  contextTokens: 8192,
};
const SMALL: SessionModel = {
  packId: "small",
  name: "Small",
  format: "web-llm",
  bytes: 3,
  contextTokens: 4096,
};
const FILE: SessionModel = { packId: "file", name: "File", format: "gguf", bytes: 2, contextTokens: 4096 };

type Load = {
  readonly contextTokens: number;
  readonly settle: (result: Result<LoadedModel, EngineError>) => void;
};

/** An engine that is told by the test when each load and generation ends. */
class EngineByHand implements Engine<ClientNotice> {
  readonly loads: Load[] = [];
  readonly listeners = new Set<(notice: ClientNotice) => void>();
  isEnded = false;
  isInterrupted = false;
  says: ((text: string) => void) | undefined;
  settle: ((error?: EngineError) => void) | undefined;
  progress: ((loadedBytes: number) => void) | undefined;

  probe = async () => ok({ threads: 1, halfPrecision: false, memoryBytes: undefined });
  load: Engine["load"] = (source, onProgress) =>
    new Promise((settle) => {
      this.progress = (loadedBytes) => onProgress({ loadedBytes, totalBytes: 100, seconds: 1 });
      if (source.type === "pack") this.loads.push({ contextTokens: source.contextTokens, settle });
    });
  generate: Engine["generate"] = (_request, onTokens) =>
    new Promise((resolve) => {
      this.says = (text) => onTokens({ texts: [text], chances: undefined });
      this.settle = (error) =>
        resolve(
          error === undefined
            ? ok({ reason: "stop", tokens: 1, promptTokens: 1, reusedTokens: 0 })
            : err(error),
        );
    });
  interrupt = () => {
    this.isInterrupted = true;
  };
  countTokens = async () => ok(1);
  reset = async () => ok(undefined);
  unload = async () => ok(undefined);
  subscribe = (onNotice: (notice: ClientNotice) => void) => {
    this.listeners.add(onNotice);
    return () => void this.listeners.delete(onNotice);
  };
}

function open(installed: readonly SessionModel[] = [], chosen?: SessionModel) {
  const opened: { readonly id: string; readonly engine: EngineByHand }[] = [];
  const written: (SessionModel | undefined)[] = [];
  const used: string[] = [];
  const session = createEngineSession({
    engines: ENGINES,
    openEngine: ({ id }) => {
      const engine = new EngineByHand();
      opened.push({ id, engine });
      return {
        engine,
        end: () => {
          engine.isEnded = true;
        },
      };
    },
    listModels: async () => installed,
    noteUse: async (packId) => void used.push(packId),
    choice: { read: () => chosen, write: (model) => void written.push(model) },
    now: () => 0,
  });
  const last = () => {
    const found = opened.at(-1);
    if (found === undefined) throw new Error("no engine was opened");
    return found;
  };
  return { session, opened, last, written, used };
}

const settled = () => new Promise((resolve) => void setTimeout(resolve));
const status = ({ store }: EngineSession) => store.getState().status;

async function loaded(model = LARGE) {
  const world = open([LARGE, SMALL, FILE]);
  const done = world.session.use(model);
  world.last().engine.loads[0]?.settle(ok({ id: model.packId, contextTokens: model.contextTokens }));
  await done;
  return world;
}

const ASK: GenerateRequest = {
  prompt: { type: "chat", thinking: false, messages: [] },
  grammar: undefined,
  budget: 10,
  seed: 0,
  temperature: 0,
  topP: 1,
  stop: [],
  logprobs: 0,
};

test("a model is chosen, loads with progress, and is then ready and remembered", async () => {
  const { session, last, written, used } = open();
  const done = session.use(LARGE);
  last().engine.progress?.(40);
  expect(status(session)).toEqual({ type: "loading", loadedBytes: 40, totalBytes: 100, seconds: 1 });
  last().engine.loads[0]?.settle(ok({ id: "large", contextTokens: 8192 }));
  await done;
  expect(session.store.getState()).toEqual({
    model: LARGE,
    status: { type: "idle" },
    contextTokens: 8192,
    reducedFrom: undefined,
  });
  expect(written).toEqual([LARGE]);
  expect(used).toEqual(["large"]);
});

test("the choice of the last visit is there, and nothing is loaded before someone asks", () => {
  const { session, opened } = open([], SMALL);
  expect(session.store.getState().model).toEqual(SMALL);
  expect(status(session)).toEqual({ type: "none" });
  expect(opened).toEqual([]);
});

test("each format runs on its own engine", async () => {
  expect((await loaded(FILE)).last().id).toBe("wllama");
  expect((await loaded(SMALL)).last().id).toBe("web-llm");
});

test("what is too large is tried with less context, and the screen can say so", async () => {
  const { session, last } = open();
  const done = session.use(LARGE);
  const { loads } = last().engine;
  loads[0]?.settle(err({ type: "engine-out-of-memory" }));
  await settled();
  loads[1]?.settle(err({ type: "engine-context-too-large", contextTokens: 4096, mostTokens: 3000 }));
  await settled();
  loads[2]?.settle(ok({ id: "large", contextTokens: 3000 }));
  await done;
  expect(loads.map(({ contextTokens }) => contextTokens)).toEqual([8192, 4096, 3000]);
  expect(session.store.getState()).toMatchObject({ contextTokens: 3000, reducedFrom: 8192 });
});

test("a model that will not run names the next smaller one, and after that the other engine's", async () => {
  for (const [model, next] of [
    [LARGE, SMALL],
    [SMALL, FILE],
  ] as const) {
    const { session, last } = open([LARGE, SMALL, FILE]);
    const done = session.use(model);
    last().engine.loads[0]?.settle(err({ type: "engine-canary-failed" }));
    await done;
    expect(status(session)).toEqual({ type: "failed", error: { type: "engine-canary-failed" }, next });
  }
});

test("a second choice ends the first at once, whose late news change nothing", async () => {
  const { session, opened, last } = open();
  const first = session.use(LARGE);
  const slow = last().engine;
  const second = session.use(FILE);
  expect(slow.isEnded).toBe(true);
  slow.loads[0]?.settle(err({ type: "engine-crashed" }));
  slow.progress?.(90);
  await first;
  expect(status(session)).toEqual({ type: "loading", loadedBytes: 0, totalBytes: 0, seconds: 0 });
  last().engine.loads[0]?.settle(ok({ id: "file", contextTokens: 4096 }));
  await second;
  expect(opened).toHaveLength(2);
  expect(session.store.getState()).toMatchObject({ model: FILE, status: { type: "idle" } });
});

test("loading can be given up, and the choice stays", async () => {
  const { session, last } = open();
  const done = session.use(LARGE);
  session.unload();
  last().engine.loads[0]?.settle(err({ type: "engine-crashed" }));
  await done;
  expect(last().engine.isEnded).toBe(true);
  expect(session.store.getState()).toMatchObject({ model: LARGE, status: { type: "none" } });
});

test("reading, answering and the end of it are seen; stopping reaches the engine", async () => {
  const { session, last } = await loaded();
  const heard: string[] = [];
  const answer = session.engine.generate(ASK, ({ texts }) => void heard.push(...texts));
  expect(status(session)).toEqual({ type: "reading" });
  last().engine.says?.("The");
  expect(status(session)).toMatchObject({ type: "answering", tokens: 1 });
  session.interrupt();
  expect(last().engine.isInterrupted).toBe(true);
  last().engine.settle?.();
  expect((await answer).ok).toBe(true);
  expect(heard).toEqual(["The"]);
  expect(status(session)).toEqual({ type: "idle" });
});

test("thinking is told from answering", async () => {
  const { session, last } = await loaded();
  void session.engine.generate(
    { ...ASK, prompt: { type: "chat", thinking: true, messages: [] } },
    () => undefined,
  );
  last().engine.says?.("Hm");
  expect(status(session).type).toBe("thinking");
});

test("what only the question was wrong with leaves the model ready; what killed the engine does not", async () => {
  const { session, last } = await loaded();
  const refused = session.engine.generate(ASK, () => undefined);
  last().engine.settle?.({ type: "engine-bad-grammar" });
  await refused;
  expect(status(session)).toEqual({ type: "idle" });
  const lost = session.engine.generate(ASK, () => undefined);
  last().engine.settle?.({ type: "engine-device-lost" });
  await lost;
  await settled();
  expect(status(session)).toEqual({ type: "failed", error: { type: "engine-device-lost" }, next: SMALL });
});

test("a rebuild in the middle of an answer is seen as one", async () => {
  const { session, last } = await loaded();
  void session.engine.generate(ASK, () => undefined);
  const { listeners, progress } = last().engine;
  for (const tell of listeners) tell({ type: "rebuilding", attempt: 1 });
  progress?.(50);
  expect(status(session)).toEqual({ type: "rebuilding", attempt: 1 });
  last().engine.says?.("Again");
  expect(status(session).type).toBe("answering");
});

test("without a model every request says so", async () => {
  const { session } = open();
  expect(await session.engine.generate(ASK, () => undefined)).toEqual(err({ type: "engine-not-loaded" }));
  expect(await session.engine.countTokens(ASK.prompt)).toEqual(err({ type: "engine-not-loaded" }));
});

test("a model that was renamed or removed elsewhere is followed, but one in memory is not let go", async () => {
  const { session } = await loaded();
  session.follow([{ packId: "large", name: "My large" }]);
  expect(session.store.getState().model?.name).toBe("My large");
  session.follow([]);
  expect(session.store.getState().model?.packId).toBe("large");
  session.unload();
  session.follow([]);
  expect(session.store.getState().model).toBeUndefined();
});
