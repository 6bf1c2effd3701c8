/**
 * Gathers tokens into batches, at most one a frame. It pushes and never waits, so a busy page cannot slow the engine:
 * with a pulling protocol it did, to half its rate.
 */
import type { TokenBatch, TokenChance } from "../contracts/engine.ts";
import type { Timer } from "./timer.ts";

/** One frame at 60 Hz. */
const FRAME_MS = 16;

export type FrameBatcher = {
  readonly push: (batch: TokenBatch) => void;
  /** Sends what is held, at once. */
  readonly flush: () => void;
};

/** A batcher that hands what it gathered to `send`. */
export function createFrameBatcher(timer: Timer, send: (batch: TokenBatch) => void): FrameBatcher {
  let texts: string[] = [];
  let chances: (readonly TokenChance[])[] | undefined;
  let lastSentMs = Number.NEGATIVE_INFINITY;
  let callOff: (() => void) | undefined;
  const flush = (): void => {
    callOff?.();
    callOff = undefined;
    if (texts.length === 0) return;
    lastSentMs = timer.now();
    send({ texts, chances });
    texts = [];
    chances = undefined;
  };
  const push = (batch: TokenBatch): void => {
    texts.push(...batch.texts);
    if (batch.chances !== undefined) (chances ??= []).push(...batch.chances);
    const restMs = lastSentMs + FRAME_MS - timer.now();
    // A loop that never yields to timers still sends on time.
    if (restMs <= 0) flush();
    else callOff ??= timer.after(restMs, flush);
  };
  return { push, flush };
}
