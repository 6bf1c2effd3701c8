/** Whose knowledge it is (Q4): from this patient, from a source, calculated, a person's, or out of the model's memory. */
import { ok } from "../../../shared/result.ts";
import type { Attribution, NodeId } from "../graph.ts";
import { ancestorsOf, attributionLabel } from "../graph-views.ts";
import type { Strengths } from "../strength/strengths.ts";
import { cannotAnswer, hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { Explanation } from "./answer.ts";

export type KnowledgeHeadline = {
  readonly type: "whose-knowledge";
  readonly nodeId: NodeId;
  readonly attribution: Attribution;
  /** Whether taking it away would change any strength. */
  readonly effective: boolean;
  /** Whether something stated about this patient leads to it, or it is that itself. */
  readonly reachesCase: boolean;
};
export type KnowledgePart = { readonly type: "behind"; readonly attribution: Attribution };

/** One row for everything that leads to it. */
export function explainWhoseKnowledge(
  strengths: Strengths,
  nodeId: NodeId,
): Explanation<KnowledgeHeadline, KnowledgePart> {
  const { graph } = strengths;
  const label = attributionLabel(strengths, nodeId);
  if (label === undefined) return cannotAnswer("unknown-target", nodeId);
  const ancestors = ancestorsOf(graph, [nodeId]);
  const behind = [...graph.nodes.values()].filter(({ id }) => ancestors.has(id));
  return ok({
    op: "Q4",
    target: nodeId,
    basis: "graph",
    headline: {
      type: "whose-knowledge",
      nodeId,
      ...label,
      reachesCase: label.attribution === "case" || behind.some(({ kind }) => kind === "finding"),
    },
    items: behind.map(({ id, attribution }) =>
      nodeItem<KnowledgePart>(graph, id, { part: { type: "behind", attribution } }),
    ),
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(strengths),
    followUps: ["Q3", "Q16"],
  });
}
