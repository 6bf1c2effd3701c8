/** What a person chose to see of the graph, and which nodes and links that leaves. */
import type {
  ArgumentEdge,
  ArgumentGraph,
  ArgumentNode,
  NodeId,
  NodeKind,
  Stage,
} from "../../domain/argument/graph.ts";
import { stageOf } from "../../domain/argument/graph-views.ts";
import { foldReasons, type Folded } from "./collapse.ts";
import { readReasons, reasonsBehind } from "./reasons.ts";

export type SceneFilter = {
  /** Only this node and what leads to it. */
  readonly focus: NodeId | undefined;
  readonly hidden: ReadonlySet<NodeKind>;
  /** Only this stage, with the evidence that speaks to it. */
  readonly stage: Stage | undefined;
  /** Only these, such as what is marked or out of date. */
  readonly only: ReadonlySet<NodeId> | undefined;
  /** Nodes whose reasons are folded away. */
  readonly collapsed: ReadonlySet<NodeId>;
};

/** Everything. */
export const NO_FILTER: SceneFilter = {
  focus: undefined,
  hidden: new Set(),
  stage: undefined,
  only: undefined,
  collapsed: new Set(),
};

export type Chosen = {
  readonly hasNode: (node: ArgumentNode) => boolean;
  readonly hasEdge: (edge: ArgumentEdge) => boolean;
  /** How many links into each folded node are not drawn. */
  readonly folded: ReadonlyMap<NodeId, number>;
};

/** What a filter leaves; undefined where it leaves everything, which must cost nothing. */
export function chooseShown(graph: ArgumentGraph, filter: SceneFilter): Chosen | undefined {
  const { hidden, stage, only, collapsed } = filter;
  const focus = filter.focus === undefined || !graph.nodes.has(filter.focus) ? undefined : filter.focus;
  const isPlain = focus === undefined && stage === undefined && only === undefined;
  if (isPlain && hidden.size === 0 && collapsed.size === 0) return undefined;
  const behind = focus === undefined ? undefined : reasonsBehind(readReasons(graph), focus);
  const folded: Folded | undefined = collapsed.size === 0 ? undefined : foldReasons(graph, collapsed);
  const ofStage = stage === undefined ? undefined : nodesOfStage(graph, stage);
  return {
    hasNode: ({ id, kind }) =>
      !hidden.has(kind) &&
      (only?.has(id) ?? true) &&
      (behind?.nodes.has(id) ?? true) &&
      (ofStage?.has(id) ?? true) &&
      !(folded?.nodes.has(id) ?? false),
    hasEdge: ({ id }) => (behind?.edges.has(id) ?? true) && !(folded?.edges.has(id) ?? false),
    folded: folded?.counts ?? new Map(),
  };
}

/** Evidence belongs to no stage by itself, but to those that it speaks to. */
function nodesOfStage(graph: ArgumentGraph, stage: Stage): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  for (const node of graph.nodes.values()) if (stageOf(node) === stage) found.add(node.id);
  for (const { from, to } of graph.edges.values()) {
    const node = graph.nodes.get(from);
    const aim = graph.edges.get(to)?.to ?? to;
    const target = graph.nodes.get(aim);
    if (node === undefined || target === undefined || stageOf(node) !== undefined) continue;
    if (stageOf(target) === stage) found.add(from);
  }
  return found;
}
