/**
 * The answer envelope of clinical foundation 1.5 without its words: explanations return typed parts, and the screen
 * composes one sentence from the headline. Everything here is computed from the graph, so `basis` is always "graph".
 */
import { err } from "../../../shared/result.ts";
import type { Result } from "../../../shared/result.ts";
import type { ArgumentGraph, EdgeId, NodeId, TargetId } from "../graph.ts";
import type { Strengths } from "../strength/strengths.ts";

/** Question types of clinical foundation 1.4. */
export type QuestionOp =
  | "Q1"
  | "Q2"
  | "Q3"
  | "Q4"
  | "Q5"
  | "Q6"
  | "Q7"
  | "Q8"
  | "Q9"
  | "Q10"
  | "Q11"
  | "Q12"
  | "Q13"
  | "Q14"
  | "Q15"
  | "Q16"
  | "Q17"
  | "Q18"
  | "Q19"
  | "Q20"
  | "Q21"
  | "Q22"
  | "Q23"
  | "Q24";

export type LimitCode =
  | "not-a-probability"
  | "not-additive"
  | "did-not-settle"
  | "shared-causes-discounted"
  | "base-score-is-final"
  | "sets-beyond-searched-size-unknown"
  | "search-budget-spent"
  | "more-sets-not-listed"
  | "fewer-orders-than-usual"
  | "may-cross-more-than-once"
  | "repetition-and-citation-are-proposals"
  | "only-verdicts-given-so-far"
  /** Signs that should be there and are not need knowledge that the graph does not hold. */
  | "expected-signs-not-checked"
  /** One run says nothing about what another would say. */
  | "one-run-only";

export type Confidence =
  | { readonly type: "exact" }
  | { readonly type: "sampled"; readonly samples: number }
  | { readonly type: "searched-to-size"; readonly size: number };

/** One row of an answer. `points` is signed like `sign`; its unit is said by the headline. */
export type AnswerItem<Part> = {
  readonly nodeId?: NodeId;
  readonly edgeId?: EdgeId;
  /** Place in the case text of the first citation that has one. */
  readonly span?: readonly [start: number, end: number];
  readonly sentence?: string;
  readonly sign?: "+" | "-";
  readonly points?: number;
  readonly standardError?: number;
  readonly part: Part;
};

/** Strengths of all hypotheses, by id. */
export type HypothesisStrengths = Readonly<Record<NodeId, number>>;

export type Answer<Headline, Part> = {
  readonly op: QuestionOp;
  /** Absent when the question is about the whole case. */
  readonly target?: TargetId;
  readonly basis: "graph";
  readonly headline: Headline;
  readonly items: readonly AnswerItem<Part>[];
  readonly before: HypothesisStrengths;
  /** Present when something was changed to answer. */
  readonly after?: HypothesisStrengths;
  readonly confidence: Confidence;
  readonly limits: readonly LimitCode[];
  readonly followUps: readonly QuestionOp[];
};

/** Why a question cannot be answered from this graph. */
export type CannotAnswer =
  | { readonly type: "unknown-target"; readonly id: TargetId }
  | { readonly type: "wrong-kind-of-target"; readonly id: TargetId }
  | { readonly type: "too-few-hypotheses" }
  | { readonly type: "no-treatments" }
  /** A cycle so large that even a few trials would take too long. */
  | { readonly type: "too-costly" };

export type Explanation<Headline, Part> = Result<Answer<Headline, Part>, CannotAnswer>;

/** A refusal that names what was asked about. */
export function cannotAnswer(
  type: "unknown-target" | "wrong-kind-of-target",
  id: TargetId,
): { readonly ok: false; readonly error: CannotAnswer } {
  return err({ type, id });
}

/** The strengths of all hypotheses as a plain object. */
export function hypothesisStrengths({ compiled, evaluation }: Strengths): HypothesisStrengths {
  return Object.fromEntries(
    compiled.hypotheses.map((unit) => [compiled.nodeIds[unit] ?? "", evaluation.values[unit] ?? 0]),
  );
}

type Row<Part> = {
  readonly part: Part;
  readonly points?: number;
  readonly standardError?: number;
  readonly edgeId?: EdgeId;
};

/** A row about a node, with its place in the case text; a zero carries no sign. */
export function nodeItem<Part>(graph: ArgumentGraph, nodeId: NodeId, row: Row<Part>): AnswerItem<Part> {
  const citations = graph.nodes.get(nodeId)?.citations ?? [];
  const citation = citations.find((candidate) => candidate.span !== undefined) ?? citations[0];
  return {
    nodeId,
    ...row,
    ...(citation === undefined ? {} : { sentence: citation.sentence }),
    ...(citation?.span === undefined ? {} : { span: citation.span }),
    ...(row.points === undefined || row.points === 0 ? {} : { sign: row.points > 0 ? "+" : "-" }),
  };
}

/** Rows with the largest effect first, equal ones in their order. */
export function bySize<Part>(items: readonly AnswerItem<Part>[]): readonly AnswerItem<Part>[] {
  return items.toSorted((a, b) => Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0));
}

/** The limits that hold for every answer about strengths, and the answer's own. */
export function limitsOf(strengths: Strengths, ...own: readonly LimitCode[]): readonly LimitCode[] {
  const limits: LimitCode[] = ["not-a-probability"];
  if (strengths.flags.some((flag) => flag.type === "did-not-settle")) limits.push("did-not-settle");
  if (strengths.rule.clusters) limits.push("shared-causes-discounted");
  return [...limits, ...own];
}
