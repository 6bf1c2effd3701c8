/**
 * Did that step matter (Q20): what its removal would change, and its MedR-Bench step type by the on-device rules of
 * clinical foundation 5.2. The type is a proposal that an educator can change.
 */
import { ok } from "../../../shared/result.ts";
import { locateQuote } from "../../case-text/locate-quote.ts";
import type { SearchText } from "../../case-text/search-text.ts";
import type { ArgumentGraph, ArgumentNode, NodeId } from "../graph.ts";
import { ancestorsOf, largestChangeWithout } from "../graph-views.ts";
import { leaderOf } from "../strength/strengths.ts";
import type { Strengths } from "../strength/strengths.ts";
import { EFFECTIVE_FROM } from "../strength/words.ts";
import { bySize, cannotAnswer, hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { Explanation } from "./answer.ts";
import { leaderIn, outcomeWithout, strengthsIn } from "./what-if.ts";

export type StepType = "citation" | "repetition" | "redundancy" | "reasoning";

export type StepMatterHeadline = {
  readonly type: "step-matter";
  readonly nodeId: NodeId;
  readonly stepType: StepType;
  /** The earlier step that this one says again. */
  readonly repeats?: NodeId;
  readonly largestChange: number;
  readonly leaderBefore: NodeId | undefined;
  readonly leaderAfter: NodeId | undefined;
};
/** What the step gives a hypothesis: its strength now, less its strength without the step. */
export type StepMatterPart = { readonly type: "gives" };

/** Clinical foundation 5.2. */
const SAME_WORDS_FROM = 0.9;

/** Removes one step and compares. Without the case text no step can be called a citation. */
export function explainStepMatter(
  strengths: Strengths,
  nodeId: NodeId,
  caseText?: SearchText,
): Explanation<StepMatterHeadline, StepMatterPart> {
  const { graph } = strengths;
  const node = graph.nodes.get(nodeId);
  if (node === undefined) return cannotAnswer("unknown-target", nodeId);
  if (!strengths.byNode.has(nodeId)) return cannotAnswer("wrong-kind-of-target", nodeId);
  const { values } = outcomeWithout(strengths, [nodeId]);
  const before = hypothesisStrengths(strengths);
  const after = strengthsIn(strengths, values);
  const repeats = earlierTwin(graph, node);
  const items = Object.keys(before).map((id) =>
    nodeItem<StepMatterPart>(graph, id, {
      points: (before[id] ?? 0) - (after[id] ?? 0),
      part: { type: "gives" },
    }),
  );
  return ok({
    op: "Q20",
    target: nodeId,
    basis: "graph",
    headline: {
      type: "step-matter",
      nodeId,
      stepType: stepTypeOf(strengths, node, caseText),
      ...(repeats === undefined ? {} : { repeats }),
      largestChange: largestChangeWithout(strengths, nodeId),
      leaderBefore: leaderOf(strengths),
      leaderAfter: leaderIn(strengths, values),
    },
    items: bySize(items.filter((item) => item.points !== 0)),
    before,
    after,
    confidence: { type: "exact" },
    limits: limitsOf(strengths, "repetition-and-citation-are-proposals"),
    followUps: ["Q16", "Q7"],
  });
}

/** Exactly one type per step, in the order in which 5.2 lists the rules. */
function stepTypeOf(strengths: Strengths, node: ArgumentNode, caseText?: SearchText): StepType {
  const { graph } = strengths;
  if (
    caseText !== undefined &&
    !addsConclusion(graph, node.id) &&
    locateQuote(caseText, node.text) !== undefined
  ) {
    return "citation";
  }
  if (earlierTwin(graph, node) !== undefined) return "repetition";
  const isIdle = largestChangeWithout(strengths, node.id) < EFFECTIVE_FROM;
  return isIdle && !leadsToWhatStands(strengths, node.id) ? "redundancy" : "reasoning";
}

function addsConclusion(graph: ArgumentGraph, id: NodeId): boolean {
  for (const edge of graph.edges.values()) {
    const kind = edge.from === id ? graph.nodes.get(edge.to)?.kind : undefined;
    if (kind === "hypothesis" || kind === "test" || kind === "treatment") return true;
  }
  return false;
}

/** Whether the node is, or leads to, the leader or a plan that a clinician accepted. */
function leadsToWhatStands(strengths: Strengths, id: NodeId): boolean {
  const standing = acceptedPlans(strengths.graph);
  const leader = leaderOf(strengths);
  if (leader !== undefined) standing.push(leader);
  return standing.includes(id) || ancestorsOf(strengths.graph, standing).has(id);
}

function acceptedPlans(graph: ArgumentGraph): NodeId[] {
  const accepted: NodeId[] = [];
  for (const node of graph.nodes.values()) {
    if (node.kind !== "annotation" || node.verdict !== "accept") continue;
    const kind = graph.nodes.get(node.target)?.kind;
    if (kind === "test" || kind === "treatment") accepted.push(node.target);
  }
  return accepted;
}

function earlierTwin(graph: ArgumentGraph, node: ArgumentNode): NodeId | undefined {
  const own = wordsOf(node.text);
  for (const other of graph.nodes.values()) {
    if (other.id === node.id) return undefined;
    if (similarity(own, wordsOf(other.text)) >= SAME_WORDS_FROM) return other.id;
  }
  return undefined;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function similarity(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const shared = [...first].filter((word) => second.has(word)).length;
  const all = first.size + second.size - shared;
  return all === 0 ? 0 : shared / all;
}
