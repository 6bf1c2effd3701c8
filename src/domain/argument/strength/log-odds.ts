/**
 * Log-odds semantics (MLP-based, clinical foundation 3.2): contributions add up on the log-odds scale,
 * which is why its ledger is a sum that a clinician can check. The default, with kappa 2 (3.3).
 */
import { energyOf } from "./energy.ts";
import type { GradualSemantics } from "./gradual-semantics.ts";

export const logOdds: GradualSemantics = {
  id: "log-odds",
  defaultKappa: 2,
  combine: (base, contributions, kappa) =>
    base <= 0 || base >= 1 ? base : fromLogOdds(toLogOdds(base) + energyOf(contributions) / kappa),
};

/** `ln(x / (1 - x))`; infinite at 0 and 1. */
export function toLogOdds(strength: number): number {
  return Math.log(strength / (1 - strength));
}

/** The strength at that many log-odds points. */
function fromLogOdds(points: number): number {
  return 1 / (1 + Math.exp(-points));
}
