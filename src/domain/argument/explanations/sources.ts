/** Where in the note it is (Q3): the sentences that a step or a link rests on, its own first. */
import { ok } from "../../../shared/result.ts";
import type { Citation, NodeId, TargetId } from "../graph.ts";
import { sourcesOf } from "../graph-views.ts";
import type { Strengths } from "../strength/strengths.ts";
import { cannotAnswer, hypothesisStrengths, limitsOf } from "./answer.ts";
import type { AnswerItem, Explanation } from "./answer.ts";

export type SourcesHeadline = {
  readonly type: "sources";
  /** The node asked about, or the one that a link starts from. */
  readonly nodeId: NodeId;
  /** Its own words cite the note, only findings behind it do, or nothing leads to the note. */
  readonly found: "itself" | "behind" | "nowhere";
  readonly places: number;
};
export type SourcesPart = { readonly type: "itself" | "behind" };

/** One row a citation. */
export function explainSources(
  strengths: Strengths,
  target: TargetId,
): Explanation<SourcesHeadline, SourcesPart> {
  const { graph } = strengths;
  const nodeId = graph.edges.get(target)?.from ?? target;
  const node = graph.nodes.get(nodeId);
  if (node === undefined) return cannotAnswer("unknown-target", target);
  const sources = sourcesOf(graph, nodeId);
  const isOwn = node.citations.length > 0;
  return ok({
    op: "Q3",
    target,
    basis: "graph",
    headline: {
      type: "sources",
      nodeId,
      found: isOwn ? "itself" : sources.length > 0 ? "behind" : "nowhere",
      places: sources.length,
    },
    items: sources.map((source) => toItem(source, isOwn)),
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(strengths),
    followUps: ["Q4", "Q20"],
  });
}

function toItem(
  { nodeId, citation }: { readonly nodeId: NodeId; readonly citation: Citation },
  isOwn: boolean,
): AnswerItem<SourcesPart> {
  return {
    nodeId,
    sentence: citation.sentence,
    ...(citation.span === undefined ? {} : { span: citation.span }),
    part: { type: isOwn ? "itself" : "behind" },
  };
}
