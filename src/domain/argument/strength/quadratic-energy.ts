/** Quadratic energy (clinical foundation 3.2): the alternative offered in settings, with kappa 3 (3.3). */
import { energyOf } from "./energy.ts";
import type { GradualSemantics } from "./gradual-semantics.ts";

export const quadraticEnergy: GradualSemantics = {
  id: "quadratic-energy",
  defaultKappa: 3,
  combine: (base, contributions, kappa) => {
    const energy = energyOf(contributions);
    const scaled = energy / kappa;
    const pull = (scaled * scaled) / (1 + scaled * scaled);
    return energy > 0 ? base + (1 - base) * pull : base - base * pull;
  },
};
