/** What the parts of a session share, and the turn in which they change it. */
import type { CaseNews, CaseRepair, CaseRole, Durability } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import type { Result } from "../../shared/result.ts";
import type { RowStore } from "../rows/row-store.ts";
import type { Locks } from "../tabs/case-lock.ts";
import type { TabBus } from "../tabs/tab-bus.ts";
import type { ChainHead } from "./event-rows.ts";

export type SessionParts = {
  readonly caseId: string;
  readonly key: CryptoKey;
  readonly rows: RowStore;
  readonly locks: Locks;
  readonly bus: TabBus;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
};

/** Somebody in this tab who has the case open. */
export type CaseReader = { readonly onNews: (news: CaseNews) => void };

export type Pending = {
  readonly events: readonly RecordEvent[];
  readonly durability: Durability;
  /** Whoever wrote it knows it already. */
  readonly from: CaseReader | undefined;
  readonly answer: (result: Result<undefined, VaultError>) => void;
};

/** What reading and writing share; only they change it, in turn. */
export type SessionState = SessionParts & {
  head: ChainHead;
  /** The last row that a snapshot covers. */
  covered: number;
  bytes: number;
  changedAt: number;
  repair: CaseRepair | undefined;
  readonly ids: Set<string>;
  readonly readers: Set<CaseReader>;
  readonly queue: Pending[];
  turn: Promise<unknown>;
  isClosed: boolean;
  readonly readRole: () => CaseRole;
};

/** Does one thing after the other. */
export function inTurn<Value>(state: SessionState, work: () => Promise<Value>): Promise<Value> {
  const result = state.turn.then(work);
  state.turn = result.catch(() => undefined);
  return result;
}

/** Tells every reader of this tab, but not the one who did it. */
export function tell(state: SessionState, news: CaseNews, from?: CaseReader): void {
  for (const reader of state.readers) if (reader !== from) reader.onNews(news);
}
