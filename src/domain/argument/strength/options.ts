/** How strengths are to be computed: which semantics, its kappa, the shared-cause discount, replaced base scores. */
import type { NodeId } from "../graph.ts";
import { semanticsById } from "./semantics.ts";
import type { GradualSemantics, SemanticsId } from "./gradual-semantics.ts";

export type StrengthOptions = {
  /** Log-odds when absent. */
  readonly semantics?: SemanticsId;
  /** The default of the semantics when absent, or when it is not a positive number. */
  readonly kappa?: number;
  /** Discount findings that share a cause by 1, 0.5, 0.25 and so on (clinical foundation 3.3); off when absent. */
  readonly clusters?: boolean;
  /** Base scores that replace those of the graph, such as applied verdicts. */
  readonly baseScores?: ReadonlyMap<NodeId, number>;
};

/** The options with every choice made. */
export type StrengthRule = {
  readonly semantics: GradualSemantics;
  readonly kappa: number;
  readonly clusters: boolean;
};

/** Fills in the defaults. */
export function toStrengthRule(options: StrengthOptions): StrengthRule {
  const semantics = semanticsById(options.semantics ?? "log-odds");
  const asked = options.kappa ?? semantics.defaultKappa;
  const kappa = Number.isFinite(asked) && asked > 0 ? asked : semantics.defaultKappa;
  return { semantics, kappa, clusters: options.clusters === true };
}
