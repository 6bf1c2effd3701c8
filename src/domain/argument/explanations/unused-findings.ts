/** What was not used (Q11): findings that lead nowhere, critical ones first. */
import { ok } from "../../../shared/result.ts";
import type { FindingNode } from "../graph.ts";
import type { Strengths } from "../strength/strengths.ts";
import { hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { Explanation } from "./answer.ts";

export type UnusedHeadline = {
  readonly type: "unused-findings";
  readonly unused: number;
  readonly critical: number;
  readonly findings: number;
};
export type UnusedPart = { readonly type: "critical" | "other" };

/** Findings without an edge of their own, in stable order within each group. */
export function explainUnusedFindings(strengths: Strengths): Explanation<UnusedHeadline, UnusedPart> {
  const { graph } = strengths;
  const used = new Set([...graph.edges.values()].map((edge) => edge.from));
  const findings = [...graph.nodes.values()].filter((node): node is FindingNode => node.kind === "finding");
  const unused = findings.filter(({ id }) => !used.has(id));
  const critical = unused.filter((finding) => finding.critical);
  const other = unused.filter((finding) => !finding.critical);
  return ok({
    op: "Q11",
    basis: "graph",
    headline: {
      type: "unused-findings",
      unused: unused.length,
      critical: critical.length,
      findings: findings.length,
    },
    items: [...critical, ...other].map((finding) =>
      nodeItem<UnusedPart>(graph, finding.id, { part: { type: finding.critical ? "critical" : "other" } }),
    ),
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(strengths),
    followUps: ["Q8", "Q12"],
  });
}
