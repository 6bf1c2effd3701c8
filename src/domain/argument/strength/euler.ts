/**
 * Euler-based semantics (clinical foundation 3.2). Kept for comparison with the literature; never shown for
 * diagnoses, because a ruled-out diagnosis keeps a floor of its squared base score (3.3).
 */
import { energyOf } from "./energy.ts";
import type { GradualSemantics } from "./gradual-semantics.ts";

/** Beyond this `exp` leaves the range of a double. */
const LARGEST_EXPONENT = 700;

export const euler: GradualSemantics = {
  id: "euler",
  defaultKappa: 1,
  combine: (base, contributions) => {
    const energy = Math.min(energyOf(contributions), LARGEST_EXPONENT);
    return 1 - (1 - base * base) / (1 + base * Math.exp(energy));
  },
};
