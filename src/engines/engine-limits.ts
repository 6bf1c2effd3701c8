/** How long each step may take before the worker counts as dead. Every wait of the client has one of these. */

export type EngineLimits = {
  readonly answerMs: number;
  /** Between two signs of progress while loading: a slow disk or a long compile is not a stall. */
  readonly loadMs: number;
  /** Between two signs of reading the prompt, or from the last of them to the first token. */
  readonly firstTokenMs: number;
  readonly nextTokenMs: number;
  readonly interruptMs: number;
  readonly heartbeatEveryMs: number;
  readonly heartbeatMs: number;
  /** How many workers may take the place of failed ones before a person is asked. */
  readonly rebuilds: number;
};

export const ENGINE_LIMITS: EngineLimits = {
  answerMs: 15_000,
  loadMs: 120_000,
  firstTokenMs: 120_000,
  nextTokenMs: 30_000,
  interruptMs: 2000,
  heartbeatEveryMs: 5000,
  heartbeatMs: 60_000,
  rebuilds: 2,
};
