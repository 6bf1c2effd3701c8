/** Why this treatment and not that (Q14): which options stand, and which attack defeats each of the others. */
import { err, ok } from "../../../shared/result.ts";
import { readDecisionLayer } from "../acceptance/decision-layer.ts";
import type { DecisionLayer } from "../acceptance/decision-layer.ts";
import { badgeArguments } from "../acceptance/standing.ts";
import type { Badge } from "../acceptance/standing.ts";
import type { NodeId } from "../graph.ts";
import type { Strengths } from "../strength/strengths.ts";
import { cannotAnswer, hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { AnswerItem, Explanation } from "./answer.ts";

export type TreatmentsHeadline = {
  readonly type: "treatments";
  readonly stands: number;
  readonly defensible: number;
  readonly defeated: number;
  readonly notFinished: number;
};
export type TreatmentsPart = {
  readonly type: "option";
  readonly badge: Badge;
  /** What speaks against it and is not itself defeated. */
  readonly against: readonly NodeId[];
};

const ORDER: readonly Badge[] = ["stands", "defensible", "not-finished", "defeated"];

/** All options, or one first; those that stand before those that fall. */
export function explainTreatments(
  strengths: Strengths,
  target?: NodeId,
): Explanation<TreatmentsHeadline, TreatmentsPart> {
  const { graph } = strengths;
  if (target !== undefined && !graph.nodes.has(target)) return cannotAnswer("unknown-target", target);
  if (target !== undefined && graph.nodes.get(target)?.kind !== "treatment")
    return cannotAnswer("wrong-kind-of-target", target);
  const layer = readDecisionLayer(graph);
  const badges = badgeArguments(layer.framework);
  const options = layer.nodes.flatMap((id, index): readonly AnswerItem<TreatmentsPart>[] => {
    if (graph.nodes.get(id)?.kind !== "treatment") return [];
    const badge = badges[index] ?? "not-finished";
    const against = attackersOf(layer, badges, index);
    return [nodeItem(graph, id, { part: { type: "option", badge, against } })];
  });
  if (options.length === 0) return err({ type: "no-treatments" });
  const count = (badge: Badge): number => options.filter(({ part }) => part.badge === badge).length;
  return ok({
    op: "Q14",
    ...(target === undefined ? {} : { target }),
    basis: "graph",
    headline: {
      type: "treatments",
      stands: count("stands"),
      defensible: count("defensible"),
      defeated: count("defeated"),
      notFinished: count("not-finished"),
    },
    items: options.toSorted((a, b) => rank(a, target) - rank(b, target)),
    before: hypothesisStrengths(strengths),
    confidence: { type: "exact" },
    limits: limitsOf(strengths),
    followUps: ["Q16", "Q8"],
  });
}

function rank({ nodeId, part }: AnswerItem<TreatmentsPart>, target: NodeId | undefined): number {
  return nodeId === target ? -1 : ORDER.indexOf(part.badge);
}

/** The nodes behind the attacks on an argument that are not defeated; an undercut attack runs over two helpers. */
function attackersOf(
  { framework, nodes }: DecisionLayer,
  badges: readonly Badge[],
  index: number,
): readonly NodeId[] {
  const into = (target: number): readonly number[] =>
    framework.attacks.filter(([, to]) => to === target).map(([from]) => from);
  const behind = (attacker: number): readonly number[] =>
    attacker < nodes.length
      ? [attacker]
      : into(attacker)
          .filter((helper) => helper >= nodes.length)
          .flatMap(into);
  const alive = into(index).filter((attacker) => badges[attacker] !== "defeated");
  return [...new Set(alive.flatMap(behind))].flatMap((attacker) => nodes[attacker] ?? []);
}
