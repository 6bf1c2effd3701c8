/** Puts the batches of one generation back in order: doubles are dropped, early ones wait, a lost one is noticed. */
import type { TokenBatch } from "../contracts/engine.ts";

export type BatchOrder = {
  /** What may be handed on now. */
  readonly take: (place: number, batch: TokenBatch) => readonly TokenBatch[];
  /** Whether all of so many batches were handed on. */
  readonly isComplete: (batches: number) => boolean;
};

/** The order of a generation that begins. */
export function createBatchOrder(): BatchOrder {
  const early = new Map<number, TokenBatch>();
  let next = 0;
  return {
    take: (place, batch) => {
      if (place >= next) early.set(place, batch);
      const ready: TokenBatch[] = [];
      for (let found = early.get(next); found !== undefined; found = early.get(next)) {
        early.delete(next);
        ready.push(found);
        next += 1;
      }
      return ready;
    },
    isComplete: (batches) => next === batches && early.size === 0,
  };
}
