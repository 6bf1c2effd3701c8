/** A small real record for tests: events in memory, numbered and timed by the test's own clock, with a disk that can fail. */
import type { Durability } from "../../../contracts/vault.ts";
import type { VaultError } from "../../../contracts/vault-error.ts";
import type { RecordEvent } from "../../../domain/record/events.ts";
import { err, ok } from "../../../shared/result.ts";
import type { RunRecord } from "../run-request.ts";

export type RecordDouble = RunRecord & {
  readonly events: RecordEvent[];
  readonly writes: { readonly count: number; readonly durability: Durability }[];
  /** What every write answers from now on; undefined for success. */
  failWith: VaultError | undefined;
};

/** An empty record; a write takes a turn of the event loop. */
export function createRecordDouble(): RecordDouble {
  let order = 0;
  let runs = 0;
  const double: RecordDouble = {
    events: [],
    writes: [],
    failWith: undefined,
    newRunId: () => {
      runs += 1;
      return `run-${runs}`;
    },
    stamp: () => {
      order += 1;
      return { id: `e${order}`, order, time: 0 };
    },
    save: async (events, durability) => {
      await Promise.resolve();
      if (double.failWith !== undefined) return err(double.failWith);
      double.events.push(...events);
      double.writes.push({ count: events.length, durability });
      return ok(undefined);
    },
  };
  return double;
}
