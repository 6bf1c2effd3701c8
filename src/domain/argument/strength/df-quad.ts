/** DF-QuAD (clinical foundation 3.2): saturates early, so only for debates of two or three arguments (3.3). */
import type { GradualSemantics } from "./gradual-semantics.ts";

export const dfQuad: GradualSemantics = {
  id: "df-quad",
  defaultKappa: 1,
  combine: (base, contributions) => {
    const difference = togetherness(contributions.supports) - togetherness(contributions.attacks);
    return difference >= 0 ? base + (1 - base) * difference : base + base * difference;
  },
};

function togetherness(contributions: readonly number[]): number {
  let remaining = 1;
  for (const contribution of contributions) remaining *= 1 - contribution;
  return 1 - remaining;
}
