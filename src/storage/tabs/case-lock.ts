/**
 * Who writes a case. One tab holds the browser's lock, all others wait in line for it, so that when the writer goes
 * away the next one takes its place by itself. A tab that wants to write asks the holder to step back; one that does not
 * answer, because it hangs or is frozen, loses the lock.
 */
import type { CaseRole } from "../../contracts/vault.ts";

export type Locks = Pick<LockManager, "request">;

export type CaseLockParts = {
  readonly locks: Locks;
  readonly name: string;
  readonly wait: (ms: number) => Promise<void>;
  /** The role changed; before a tab is told that it writes, nothing else happens in it. */
  readonly onRole: (role: CaseRole) => void;
};

export type CaseLock = {
  readonly readRole: () => CaseRole;
  /** Settled once it is known whether this tab writes. */
  readonly start: () => Promise<void>;
  /** Waits until the holder stepped back, and takes the lock away if it does not; `ask` tells the others. */
  readonly takeOver: (ask: () => void) => Promise<void>;
  /** Steps back behind whoever asked. */
  readonly stepBack: () => void;
  readonly close: () => void;
};

/** A tab that runs needs milliseconds to finish what it was writing. */
const STEP_BACK_MS = 2000;

type State = CaseLockParts & {
  role: CaseRole;
  isClosed: boolean;
  /** Gives the lock back, while it is held. */
  release: (() => void) | undefined;
  /** Leaves the line, while waiting in it. */
  queue: AbortController | undefined;
  readonly writing: Set<() => void>;
};

/** The lock of one case in this tab; `start` begins. */
export function createCaseLock(parts: CaseLockParts): CaseLock {
  const state: State = {
    ...parts,
    role: "follower",
    isClosed: false,
    release: undefined,
    queue: undefined,
    writing: new Set(),
  };
  let started: Promise<void> | undefined;
  return {
    readRole: () => state.role,
    start: () => (started ??= tryOnce(state)),
    takeOver: (ask) => takeOver(state, ask),
    stepBack: () => stepBack(state),
    close: () => {
      state.isClosed = true;
      state.queue?.abort();
      state.release?.();
    },
  };
}

function tryOnce(state: State): Promise<void> {
  return new Promise((resolve) => {
    const options = { ifAvailable: true } as const;
    void request(state, options, (lock) => {
      if (lock === null) waitInLine(state);
      const held = lock === null ? undefined : hold(state);
      resolve();
      return held;
    });
  });
}

function waitInLine(state: State): void {
  if (state.isClosed || state.queue !== undefined) return;
  const queue = new AbortController();
  state.queue = queue;
  void request(state, { signal: queue.signal }, () => hold(state));
}

function hold(state: State): Promise<void> | undefined {
  state.queue = undefined;
  if (state.isClosed) return undefined;
  return new Promise((resolve) => {
    state.release = resolve;
    setRole(state, "writer");
  });
}

/** Asks for the lock; a lock that was taken away is waited for again. */
async function request(
  state: State,
  options: LockOptions,
  onLock: (lock: Lock | null) => Promise<void> | undefined,
): Promise<void> {
  try {
    await state.locks.request(state.name, options, onLock);
  } catch (error) {
    // Either this tab left the line itself, or another took the lock away from it.
    const isTaken = error instanceof Error && error.name === "AbortError" && options.signal?.aborted !== true;
    if (!isTaken && state.role === "follower") return;
    state.release = undefined;
    setRole(state, "follower");
    waitInLine(state);
  }
}

function setRole(state: State, role: CaseRole): void {
  if (state.role === role || state.isClosed) return;
  state.role = role;
  state.onRole(role);
  if (role !== "writer") return;
  for (const tell of state.writing) tell();
  state.writing.clear();
}

function stepBack(state: State): void {
  state.queue?.abort();
  state.queue = undefined;
  state.release?.();
  state.release = undefined;
  setRole(state, "follower");
  waitInLine(state);
}

async function takeOver(state: State, ask: () => void): Promise<void> {
  if (state.role === "writer") return;
  const writes = new Promise<void>((resolve) => state.writing.add(resolve));
  ask();
  await Promise.race([writes, state.wait(STEP_BACK_MS)]);
  if (readRole(state) === "writer" || state.isClosed) return;
  state.queue?.abort();
  state.queue = undefined;
  void request(state, { steal: true }, () => hold(state));
  await writes;
}

/** As it is by now, whatever the compiler concluded before the wait. */
function readRole(state: State): CaseRole {
  return state.role;
}
