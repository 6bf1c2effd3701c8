/** How many tokens each phase of a run may take, and in rounds of what size. */

export type Phase = "thinking" | "statements" | "question";

type PhaseBudget = {
  /** Unless the clinician says otherwise. */
  readonly usual: number;
  readonly most: number;
  /** One round: beyond about a thousand tokens the cost of turning tokens to text grows. */
  readonly round: number;
};

export const PHASE_BUDGETS: Readonly<Record<Phase, PhaseBudget>> = {
  thinking: { usual: 1500, most: 4000, round: 4000 },
  statements: { usual: 2000, most: 4000, round: 1000 },
  question: { usual: 600, most: 2000, round: 1000 },
};

/** Less room than this is no round: not even one statement would end. */
const SHORTEST_ROUND = 64;

export type RoundPlan =
  | { readonly type: "round"; readonly budget: number }
  /** The phase has had what it may take. */
  | { readonly type: "spent" }
  /** The context is full; what is left out is the clinician's choice, never ours. */
  | { readonly type: "no-room"; readonly promptTokens: number; readonly contextTokens: number };

export type RoundQuery = {
  readonly phase: Phase;
  /** What the clinician allows this phase; undefined for the usual. */
  readonly allowed: number | undefined;
  /** What it has taken so far. */
  readonly spent: number;
  readonly promptTokens: number;
  readonly contextTokens: number;
  /** A script is replayed in one piece: it has no text step that grows with the round. */
  readonly isWhole?: boolean;
};

/** The next round of a phase. */
export function planRound(query: RoundQuery): RoundPlan {
  const { phase, allowed, spent, promptTokens, contextTokens, isWhole = false } = query;
  const { usual, most, round } = PHASE_BUDGETS[phase];
  const left = Math.min(allowed ?? usual, most) - spent;
  if (left <= 0) return { type: "spent" };
  const room = contextTokens - promptTokens;
  if (room < Math.min(SHORTEST_ROUND, left)) return { type: "no-room", promptTokens, contextTokens };
  return { type: "round", budget: Math.min(left, isWhole ? most : round, room) };
}
