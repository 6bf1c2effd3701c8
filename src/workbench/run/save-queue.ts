/**
 * Events on their way to the record. Each is handed on at once and in order: whoever keeps the record gathers what comes
 * while it writes. What could not be kept goes again before the next event or on request, never by itself.
 */
import type { Durability } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import type { RunRecord } from "./run-request.ts";
import type { SavingState } from "./run-state.ts";

export type SaveQueue = {
  readonly add: (events: readonly RecordEvent[], durability: Durability) => void;
  readonly readState: () => SavingState;
  /** Tries again what failed. */
  readonly retry: () => void;
  /** Resolves when nothing is under way any more: all is saved, or saving failed. */
  readonly settle: () => Promise<void>;
};

type Queue = {
  readonly save: RunRecord["save"];
  readonly onChange: () => void;
  /** Events of the writes under way. */
  writing: number;
  failed: readonly RecordEvent[];
  error: VaultError | undefined;
  /** Settled when the last write that began is over. */
  last: Promise<void>;
};

/** A queue in front of `save`; `onChange` hears when its state changed. */
export function createSaveQueue(save: RunRecord["save"], onChange: () => void): SaveQueue {
  const queue: Queue = { save, onChange, writing: 0, failed: [], error: undefined, last: Promise.resolve() };
  return {
    add: (events, durability) => write(queue, events, durability),
    readState: () => stateOf(queue),
    retry: () => {
      if (queue.failed.length > 0) write(queue, [], "strict");
    },
    settle: async () => {
      while (queue.writing > 0) await queue.last;
    },
  };
}

function stateOf({ writing, failed, error }: Queue): SavingState {
  const events = writing + failed.length;
  if (error !== undefined) return { type: "failed", events, error };
  return events === 0 ? { type: "saved" } : { type: "saving", events };
}

function write(queue: Queue, events: readonly RecordEvent[], durability: Durability): void {
  // What failed goes first, or the record would have a hole for longer than it must.
  const { failed } = queue;
  const batch = failed.length === 0 ? events : [...failed, ...events];
  queue.failed = [];
  queue.writing += batch.length;
  const before = queue.last;
  const kept = queue.save(batch, failed.length === 0 ? durability : "strict");
  queue.last = kept.then(async (result) => {
    await before;
    queue.writing -= batch.length;
    if (!result.ok) {
      queue.failed = [...queue.failed, ...batch];
      queue.error = result.error;
    } else if (queue.failed.length === 0) queue.error = undefined;
    queue.onChange();
  });
}
