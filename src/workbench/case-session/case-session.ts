/**
 * One open case, live: its record folded into what the screen shows, and the only way to add to it. An event shows at
 * once and is saved behind it; what could not be saved stays on the screen, is named as unsaved, and can be tried again.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { CaseNews, CaseRepair, CaseRole, Durability, OpenCase } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { ArgumentGraph } from "../../domain/argument/graph.ts";
import {
  EVENT_VERSION,
  type Author,
  type BranchId,
  type EventId,
  type RecordEvent,
} from "../../domain/record/events.ts";
import { branchToGraph } from "../../domain/record/case-state.ts";
import { appendEvent, foldRecord, nextOrder, type CaseView } from "../../domain/record/fold.ts";
import type { EventPayload } from "../../domain/record/read-payload.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { type PreparedRecord, viewOf } from "./prepare-record.ts";

/** Whether everything that is shown is also kept. */
export type Saving =
  | { readonly type: "saved" }
  | { readonly type: "saving" }
  | { readonly type: "failed"; readonly error: VaultError; readonly unsaved: number };

export type CaseLive = {
  readonly view: CaseView;
  /** The branch that is shown. */
  readonly branch: BranchId;
  readonly role: CaseRole;
  readonly saving: Saving;
  readonly repair: CaseRepair | undefined;
  /** Locked or deleted: nothing of the case is left here. */
  readonly isClosed: boolean;
};

export type CaseSession = {
  readonly store: StoreApi<CaseLive>;
  /** Who is at work here, unless an event says otherwise. */
  readonly author: Author;
  /** Adds events; answers when they are kept, or with why not. */
  readonly write: (
    payloads: readonly EventPayload[],
    durability?: Durability,
    author?: Author,
  ) => Promise<Result<readonly RecordEvent[], VaultError>>;
  /** Id, order and time of an event that is made elsewhere, to be handed to `take`. */
  readonly stamp: () => Pick<RecordEvent, "id" | "order" | "time">;
  /** Adds events that were made elsewhere. */
  readonly take: (
    events: readonly RecordEvent[],
    durability: Durability,
  ) => Promise<Result<undefined, VaultError>>;
  /** Tries again to keep what is not kept yet. */
  readonly saveAgain: () => Promise<Result<undefined, VaultError>>;
  readonly showBranch: (branch: BranchId) => void;
  readonly takeOver: () => Promise<Result<undefined, VaultError>>;
  readonly close: () => Promise<void>;
};

export type CaseSessionParts = {
  readonly opened: OpenCase;
  /** What was made of its record ahead. */
  readonly prepared?: PreparedRecord | undefined;
  readonly author: Author;
  readonly newId: () => string;
  readonly now: () => number;
};

type Session = Omit<CaseSessionParts, "prepared"> & {
  readonly store: StoreApi<CaseLive>;
  /** Shown and not yet kept, oldest first. */
  unsaved: readonly RecordEvent[];
  /** The highest order number given away. */
  order: number;
  queue: Promise<unknown>;
};

/** A session on a case that the vault opened. */
export function createCaseSession({ prepared, ...parts }: CaseSessionParts): CaseSession {
  const { opened } = parts;
  const view = viewOf(opened.events, prepared);
  const store = createStore<CaseLive>(() => ({
    view,
    branch: view.state.favourite,
    role: opened.readRole(),
    saving: { type: "saved" },
    repair: opened.repair,
    isClosed: false,
  }));
  const session: Session = { ...parts, store, unsaved: [], order: 0, queue: Promise.resolve() };
  const unsubscribe = opened.subscribe((news) => hear(session, news));
  return {
    store,
    author: parts.author,
    write: (payloads, durability = "strict", author = parts.author) =>
      write(session, payloads, durability, author),
    stamp: () => stamp(session),
    take: (events, durability) => take(session, events, durability),
    saveAgain: () => save(session, "strict"),
    showBranch: (branch) => {
      if (store.getState().view.state.branches.has(branch)) store.setState({ branch });
    },
    takeOver: () => opened.takeOver(),
    close: async () => {
      await session.queue;
      unsubscribe();
      forget(session);
      await opened.close();
    },
  };
}

/** The argument graph of the branch that is shown. */
export function shownGraph({ view, branch }: Pick<CaseLive, "view" | "branch">): ArgumentGraph {
  const state = view.state.branches.get(branch) ?? view.state.branches.get(view.state.favourite);
  return state === undefined ? { nodes: new Map(), edges: new Map() } : branchToGraph(state);
}

async function write(
  session: Session,
  payloads: readonly EventPayload[],
  durability: Durability,
  author: Author,
): Promise<Result<readonly RecordEvent[], VaultError>> {
  let first: EventId | undefined;
  const events = payloads.map((payload): RecordEvent => {
    const stamped = stamp(session);
    const together = first === undefined ? {} : { together: first };
    first ??= stamped.id;
    const caseId = session.opened.id;
    return { version: EVENT_VERSION, ...stamped, author, caseId, ...together, ...payload };
  });
  const taken = await take(session, events, durability);
  return taken.ok ? ok(events) : taken;
}

/** Orders are given away one after the other, so that what is made in two places at once does not collide. */
function stamp(session: Session): Pick<RecordEvent, "id" | "order" | "time"> {
  session.order = Math.max(session.order + 1, nextOrder(session.store.getState().view));
  return { id: session.newId(), order: session.order, time: session.now() };
}

async function take(
  session: Session,
  events: readonly RecordEvent[],
  durability: Durability,
): Promise<Result<undefined, VaultError>> {
  const { store } = session;
  const { role, isClosed, view } = store.getState();
  if (isClosed) return err({ type: "vault-locked" });
  if (role !== "writer") return err({ type: "vault-not-the-writer" });
  const known = new Set(session.unsaved);
  session.unsaved = [...session.unsaved, ...events.filter((event) => !known.has(event))];
  store.setState({ view: events.reduce(appendEvent, view), saving: { type: "saving" } });
  return save(session, durability);
}

/** Keeps what is not kept yet, one attempt after the other; adding an event twice does nothing. */
function save(session: Session, durability: Durability): Promise<Result<undefined, VaultError>> {
  const attempt = async (): Promise<Result<undefined, VaultError>> => {
    const batch = session.unsaved;
    if (batch.length === 0) return ok(undefined);
    const saved = await session.opened.append(batch, durability);
    if (session.store.getState().isClosed) return saved;
    if (saved.ok) session.unsaved = session.unsaved.slice(batch.length);
    const unsaved = session.unsaved.length;
    session.store.setState({
      saving: saved.ok ? stateOf(unsaved) : { type: "failed", error: saved.error, unsaved },
    });
    return saved;
  };
  const result = session.queue.then(attempt);
  session.queue = result;
  return result;
}

function stateOf(unsaved: number): Saving {
  return unsaved === 0 ? { type: "saved" } : { type: "saving" };
}

function hear(session: Session, news: CaseNews): void {
  const { store } = session;
  if (news.type === "closed") return forget(session);
  if (news.type === "role") return store.setState({ role: news.role });
  return store.setState(({ view }) => ({ view: news.events.reduce(appendEvent, view) }));
}

/** Nothing of the case stays behind, not even what could not be saved. */
function forget(session: Session): void {
  session.unsaved = [];
  session.store.setState({ view: foldRecord([]), isClosed: true, repair: undefined });
}
