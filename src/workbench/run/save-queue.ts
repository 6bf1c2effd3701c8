/**
 * Events on their way to the record, in order. One write is under way at a time and everything that comes meanwhile
 * goes with the next, so a slow disk makes larger writes and never a slower run. What failed is tried again with the
 * next event or on request, never by itself.
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
  waiting: RecordEvent[];
  durability: Durability;
  writing: readonly RecordEvent[];
  error: VaultError | undefined;
  work: Promise<void>;
};

/** A queue in front of `save`; `onChange` hears when its state changed. */
export function createSaveQueue(save: RunRecord["save"], onChange: () => void): SaveQueue {
  const queue: Queue = {
    save,
    onChange,
    waiting: [],
    durability: "relaxed",
    writing: [],
    error: undefined,
    work: Promise.resolve(),
  };
  return {
    add: (events, durability) => {
      queue.waiting.push(...events);
      if (durability === "strict") queue.durability = "strict";
      write(queue);
    },
    readState: () => stateOf(queue),
    retry: () => write(queue),
    settle: async () => {
      while (queue.writing.length > 0) await queue.work;
    },
  };
}

function stateOf({ waiting, writing, error }: Queue): SavingState {
  const events = waiting.length + writing.length;
  if (error !== undefined) return { type: "failed", events, error };
  return events === 0 ? { type: "saved" } : { type: "saving", events };
}

function write(queue: Queue): void {
  if (queue.writing.length > 0 || queue.waiting.length === 0) return;
  const { waiting, durability } = queue;
  queue.writing = waiting;
  queue.waiting = [];
  queue.durability = "relaxed";
  queue.work = queue.save(waiting, durability).then((result) => {
    queue.writing = [];
    queue.error = result.ok ? undefined : result.error;
    if (!result.ok) {
      // What failed goes first again, or the record would have a hole.
      queue.waiting = [...waiting, ...queue.waiting];
      queue.durability = "strict";
    }
    queue.onChange();
    if (result.ok) write(queue);
  });
}
