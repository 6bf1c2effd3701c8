/** The order of steps on paper: hypotheses by rank, then the others as they came. Picture and list share the numbers. */
import type { ArgumentNode, NodeId } from "../../domain/argument/graph.ts";
import { rankHypotheses, type Strengths } from "../../domain/argument/strength/strengths.ts";

/** Every step once. */
export function orderSteps(strengths: Strengths): readonly ArgumentNode[] {
  const others = [...strengths.graph.nodes.values()].filter(({ kind }) => kind !== "hypothesis");
  return [...rankHypotheses(strengths).map(({ hypothesis }) => hypothesis), ...others];
}

/** From one. */
export function numberSteps(steps: readonly ArgumentNode[]): ReadonlyMap<NodeId, number> {
  return new Map(steps.map(({ id }, place) => [id, place + 1]));
}
