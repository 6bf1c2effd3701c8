/**
 * What the scripted engine replays: written or recorded answers at a chosen pace, and the misfortunes a test asks for.
 * A script is content, so it travels like a model: handed over when the engine loads.
 */

/** Faults that happen to the engine or to what it says, and those that happen to its messages on the way. */
export const SCRIPT_FAULTS = [
  "no-adapter",
  "no-half-precision",
  "out-of-memory",
  "device-lost-while-loading",
  "device-lost-before-prefill",
  "device-lost-during-prefill",
  "device-lost-at-token",
  "worker-error",
  "infinite-loop",
  "silence",
  "bug",
  "garbage-tokens",
  "endless-repetition",
  "unclosed-thinking",
  "empty-answer",
  "breaks-grammar",
  "memory-grows",
  "duplicate-batch",
  "reordered-batch",
  "missing-batch",
  "late-token",
  "unreadable-message",
] as const;

export type ScriptFaultKind = (typeof SCRIPT_FAULTS)[number];

export type ScriptFault = {
  readonly kind: ScriptFaultKind;
  /** Which generation since the worker started, from 0. */
  readonly generation: number;
  /** Before which token of the answer, from 0, where that matters. */
  readonly token: number;
  /** In how many workers one after another, so that a test says after how many rebuilds all is well. */
  readonly workers: number;
};

export type ScriptAnswer = {
  /** Part of the last thing asked; the empty text answers everything. The first answer that fits is given. */
  readonly when: string;
  /** The seed chooses among several texts; at temperature 0 it is always the first. */
  readonly texts: readonly string[];
};

export type Script = {
  readonly id: string;
  readonly answers: readonly ScriptAnswer[];
  /** From 1 to 5,000. */
  readonly tokensPerSecond: number;
  readonly contextTokens: number;
  readonly faults: readonly ScriptFault[];
};
