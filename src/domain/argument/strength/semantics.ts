/** The list of gradual semantics, each in a file of its own. */
import { dfQuad } from "./df-quad.ts";
import { euler } from "./euler.ts";
import { logOdds } from "./log-odds.ts";
import { quadraticEnergy } from "./quadratic-energy.ts";
import type { GradualSemantics, SemanticsId } from "./gradual-semantics.ts";

/** Every semantics, the default first. */
export const SEMANTICS = [
  logOdds,
  quadraticEnergy,
  dfQuad,
  euler,
] as const satisfies readonly GradualSemantics[];

/** The rule of that name. */
export function semanticsById(id: SemanticsId): GradualSemantics {
  return SEMANTICS.find((semantics) => semantics.id === id) ?? logOdds;
}
