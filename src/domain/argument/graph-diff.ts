/** What differs between two versions of an argument, such as two branches: nodes, edges, strengths, leader. */
import type { ArgumentEdge, ArgumentNode, EdgeId, NodeId } from "./graph.ts";
import { pairById, type Pairs } from "./graph-pairs.ts";
import { leaderOf } from "./strength/strengths.ts";
import type { Strengths } from "./strength/strengths.ts";

export type Changes<Id> = {
  readonly added: readonly Id[];
  readonly lost: readonly Id[];
  /** By the id of the later version, with that of the earlier one. */
  readonly changed: readonly { readonly id: Id; readonly earlier: Id; readonly fields: readonly string[] }[];
};

export type StrengthChange = { readonly nodeId: NodeId; readonly before: number; readonly after: number };

export type GraphDiff = {
  readonly nodes: Changes<NodeId>;
  readonly edges: Changes<EdgeId>;
  /** Nodes of both versions whose strength moved, largest move first. */
  readonly strengths: readonly StrengthChange[];
  readonly leader: {
    readonly before: NodeId | undefined;
    readonly after: NodeId | undefined;
    readonly changed: boolean;
  };
};

/** Smaller moves are rounding. */
const SMALLEST_MOVE = 1e-9;

/**
 * Compares two versions; lists keep the stable order of the version that holds the node or edge. `pairs` says which is
 * which where ids do not.
 */
export function diffGraphs(
  before: Strengths,
  after: Strengths,
  pairs: Pairs = pairById(before.graph, after.graph),
): GraphDiff {
  const leader = { before: leaderOf(before), after: leaderOf(after) };
  const isSameLeader =
    leader.before === undefined
      ? leader.after === undefined
      : pairs.nodes.get(leader.before) === leader.after;
  return {
    nodes: compare(before.graph.nodes, after.graph.nodes, pairs.nodes, changedFields),
    edges: compare(before.graph.edges, after.graph.edges, pairs.edges, (earlier, later) =>
      changedFields(withEnds(earlier, pairs), later),
    ),
    strengths: strengthChanges(before, after, pairs),
    leader: { ...leader, changed: !isSameLeader },
  };
}

/** Where an end is another by id only, it is the same end. */
function withEnds(edge: ArgumentEdge, { nodes, edges }: Pairs): ArgumentEdge {
  const { from, to } = edge;
  return { ...edge, from: nodes.get(from) ?? from, to: nodes.get(to) ?? edges.get(to) ?? to };
}

function compare<Value extends ArgumentNode | ArgumentEdge>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  pairs: ReadonlyMap<string, string>,
  fieldsOf: (earlier: Value, later: Value) => readonly string[],
): Changes<string> {
  const changed = [];
  const paired = new Set(pairs.values());
  for (const [earlierId, id] of pairs) {
    const [earlier, later] = [before.get(earlierId), after.get(id)];
    if (earlier === undefined || later === undefined || earlier === later) continue;
    const fields = fieldsOf(earlier, later).filter((name) => name !== "id");
    if (fields.length > 0) changed.push({ id, earlier: earlierId, fields });
  }
  return {
    added: [...after.keys()].filter((id) => !paired.has(id)),
    lost: [...before.keys()].filter((id) => !pairs.has(id)),
    changed,
  };
}

function changedFields(before: object, after: object): readonly string[] {
  const earlier = new Map<string, unknown>(Object.entries(before));
  const later = new Map<string, unknown>(Object.entries(after));
  const names = new Set([...earlier.keys(), ...later.keys()]);
  return [...names].filter((name) => !isSameValue(earlier.get(name), later.get(name))).toSorted();
}

function isSameValue(first: unknown, second: unknown): boolean {
  if (Object.is(first, second)) return true;
  if (typeof first !== "object" || typeof second !== "object" || first === null || second === null)
    return false;
  return changedFields(first, second).length === 0;
}

function strengthChanges(before: Strengths, after: Strengths, { nodes }: Pairs): readonly StrengthChange[] {
  const changes: StrengthChange[] = [];
  for (const [earlierId, earlier] of before.byNode) {
    const nodeId = nodes.get(earlierId) ?? "";
    const strength = after.byNode.get(nodeId);
    if (strength === undefined || Math.abs(strength - earlier) < SMALLEST_MOVE) continue;
    changes.push({ nodeId, before: earlier, after: strength });
  }
  return changes.toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}
