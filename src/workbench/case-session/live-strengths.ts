/** Strengths of the graph that is shown, computed at most once a change, and only from what changed. */
import type { ArgumentGraph } from "../../domain/argument/graph.ts";
import {
  computeStrengths,
  recomputeStrengths,
  type Strengths,
} from "../../domain/argument/strength/strengths.ts";

/** Gives the strengths of a graph; a later version of the same graph costs little. */
export function createLiveStrengths(): (graph: ArgumentGraph) => Strengths {
  let last: Strengths | undefined;
  return (graph) => {
    if (last?.graph.nodes === graph.nodes && last.graph.edges === graph.edges) return last;
    last = last === undefined ? computeStrengths(graph) : recomputeStrengths(last, graph);
    return last;
  };
}
