/**
 * One case in one tab's worker: its chain's head, its role, and the queue of what is to be written. Whatever changes the
 * case happens in turn. What is asked for while a write is under way goes out together in the next one.
 */
import type { CaseRepair, CaseRole, Durability } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { createCaseLock, type CaseLock, type Locks } from "../tabs/case-lock.ts";
import { GENESIS } from "./event-rows.ts";
import type { Opening } from "./load-case.ts";
import { catchUp, readCase, snapshotLater } from "./session-reading.ts";
import {
  inTurn,
  tell,
  type CaseReader,
  type Pending,
  type SessionParts,
  type SessionState,
} from "./session-state.ts";
import { writeQueue } from "./session-writing.ts";

export type OpenedCase = {
  readonly events: readonly RecordEvent[];
  /** How many of them, from the first on, are what the reader heard ahead. */
  readonly ahead: number;
  readonly repair: CaseRepair | undefined;
  readonly role: CaseRole;
};

export type CaseSession = {
  /** Reads the case for one more reader, which hears its news from then on. */
  readonly open: (
    reader: CaseReader,
    onAhead?: Opening["onAhead"],
  ) => Promise<Result<OpenedCase, VaultError>>;
  readonly append: (
    events: readonly RecordEvent[],
    durability: Durability,
    from?: CaseReader,
  ) => Promise<Result<undefined, VaultError>>;
  readonly takeOver: () => Promise<Result<undefined, VaultError>>;
  readonly onWritten: () => void;
  readonly onWanted: () => void;
  /** One reader less; answers whether none is left, and then the session is over. */
  readonly leave: (reader: CaseReader) => Promise<boolean>;
  /** Over for every reader, because the case is gone. */
  readonly end: () => void;
};

/** A session that waits to be opened. */
export function createCaseSession(parts: SessionParts): CaseSession {
  const state: SessionState = {
    ...parts,
    head: GENESIS,
    covered: 0,
    bytes: 0,
    changedAt: 0,
    repair: undefined,
    ids: new Set(),
    readers: new Set(),
    queue: [],
    turn: Promise.resolve(),
    isClosed: false,
    readRole: () => lock.readRole(),
  };
  const lock = createCaseLock({
    locks: parts.rows.isReadOnly ? NEVER : parts.locks,
    name: `curbside-case:${parts.caseId}`,
    wait: parts.wait,
    onRole: (role) => changeRole(state, role),
  });
  return {
    open: (reader, onAhead = ignoreAhead) => open(state, lock, reader, onAhead),
    append: (events, durability, from) => append(state, { events, durability, from }),
    takeOver: () => takeOver(state, lock),
    onWritten: () => void inTurn(state, () => catchUp(state)),
    // What was asked to be written before is written before the lock is given back.
    onWanted: () => void inTurn(state, async () => lock.stepBack()),
    leave: (reader) => leave(state, lock, reader),
    end: () => {
      close(state, lock);
      tell(state, { type: "closed" });
    },
  };
}

function ignoreAhead(): void {}

/** A newer database is only read: nobody here ever writes. */
const NEVER: Locks = { request: () => new Promise<never>(() => undefined) };

async function open(
  state: SessionState,
  lock: CaseLock,
  reader: CaseReader,
  onAhead: Opening["onAhead"],
): Promise<Result<OpenedCase, VaultError>> {
  const isFirst = state.readers.size === 0 && !state.rows.isReadOnly;
  const ready = isFirst ? lock.start() : Promise.resolve();
  const read = await inTurn(state, () => readCase(state, { ready, onAhead }));
  if (!read.ok) return read;
  state.readers.add(reader);
  snapshotLater(state);
  return ok({ ...read.value, repair: state.repair, role: lock.readRole() });
}

function append(state: SessionState, asked: Omit<Pending, "answer">): Promise<Result<undefined, VaultError>> {
  if (state.rows.isReadOnly) return Promise.resolve(err({ type: "vault-read-only" }));
  return new Promise((answer) => {
    state.queue.push({ ...asked, answer });
    void inTurn(state, () => writeQueue(state));
  });
}

async function takeOver(state: SessionState, lock: CaseLock): Promise<Result<undefined, VaultError>> {
  if (state.rows.isReadOnly) return err({ type: "vault-read-only" });
  await lock.takeOver(() => state.bus.post({ type: "case-wanted", caseId: state.caseId }));
  return inTurn(state, () => catchUp(state));
}

/** A new writer reads what the one before it wrote before anybody hears that it may write. */
function changeRole(state: SessionState, role: CaseRole): void {
  void inTurn(state, async () => {
    if (role === "writer" && state.readers.size > 0) await catchUp(state);
    tell(state, { type: "role", role });
  });
}

async function leave(state: SessionState, lock: CaseLock, reader: CaseReader): Promise<boolean> {
  state.readers.delete(reader);
  if (state.readers.size > 0) return false;
  snapshotLater(state);
  await inTurn(state, async () => undefined);
  // Somebody may have opened it again meanwhile.
  if (state.readers.size > 0) return false;
  close(state, lock);
  return true;
}

function close(state: SessionState, lock: CaseLock): void {
  state.isClosed = true;
  lock.close();
  for (const { answer } of state.queue.splice(0)) answer(err({ type: "vault-case-missing" }));
}
