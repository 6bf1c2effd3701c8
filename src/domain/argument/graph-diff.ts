/** What differs between two versions of an argument, such as two branches: nodes, edges, strengths, leader. */
import type { EdgeId, NodeId } from "./graph.ts";
import { leaderOf } from "./strength/strengths.ts";
import type { Strengths } from "./strength/strengths.ts";

export type Changes<Id> = {
  readonly added: readonly Id[];
  readonly lost: readonly Id[];
  readonly changed: readonly { readonly id: Id; readonly fields: readonly string[] }[];
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

/** Compares two versions; lists keep the stable order of the version that holds the node or edge. */
export function diffGraphs(before: Strengths, after: Strengths): GraphDiff {
  const leader = { before: leaderOf(before), after: leaderOf(after) };
  return {
    nodes: compare(before.graph.nodes, after.graph.nodes),
    edges: compare(before.graph.edges, after.graph.edges),
    strengths: strengthChanges(before, after),
    leader: { ...leader, changed: leader.before !== leader.after },
  };
}

function compare<Value extends object>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): Changes<string> {
  const changed = [];
  for (const [id, value] of after) {
    const earlier = before.get(id);
    if (earlier === undefined || earlier === value) continue;
    const fields = changedFields(earlier, value);
    if (fields.length > 0) changed.push({ id, fields });
  }
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    lost: [...before.keys()].filter((id) => !after.has(id)),
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

function strengthChanges(before: Strengths, after: Strengths): readonly StrengthChange[] {
  const changes: StrengthChange[] = [];
  for (const [nodeId, strength] of after.byNode) {
    const earlier = before.byNode.get(nodeId);
    if (earlier === undefined || Math.abs(strength - earlier) < SMALLEST_MOVE) continue;
    changes.push({ nodeId, before: earlier, after: strength });
  }
  return changes.toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}
