/** The aggregate that three of the four semantics share. */
import type { Contributions } from "./gradual-semantics.ts";

/** Supports minus attacks: E in clinical foundation 3.2. */
export function energyOf(contributions: Contributions): number {
  let energy = 0;
  for (const support of contributions.supports) energy += support;
  for (const attack of contributions.attacks) energy -= attack;
  return energy;
}
