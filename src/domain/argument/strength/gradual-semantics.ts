/**
 * What a gradual semantics is: a rule that lets the contributions reaching a node move its base score.
 * All are modular (clinical foundation 3.1, 3.2), so one evaluation serves them all.
 */

export type SemanticsId = "log-odds" | "quadratic-energy" | "df-quad" | "euler";

/** The contributions `w * (1 - u) * s` that reach one node. */
export type Contributions = {
  readonly supports: readonly number[];
  readonly attacks: readonly number[];
};

export type GradualSemantics = {
  readonly id: SemanticsId;
  /** The kappa shown to clinicians (3.3); rules without one ignore it. */
  readonly defaultKappa: number;
  readonly combine: (base: number, contributions: Contributions, kappa: number) => number;
};
