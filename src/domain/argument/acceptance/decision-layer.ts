/**
 * The decision layer of a case as a framework (clinical foundation 2.1, 2.2 and 2.6): every treatment, and
 * whatever attacks it directly or through other attacks. Treatments exclude each other unless both name a goal
 * and the goals differ; a treatment never attacks a belief. An undercut speaks against one attack: that attack
 * then runs over two helper arguments, so that it falls with the undercut and comes back with its defeat.
 */
import type { ArgumentGraph, ArgumentNode, AttacksEdge, NodeId } from "../graph.ts";
import type { Attack, Framework } from "./framework.ts";

export type DecisionLayer = {
  readonly framework: Framework;
  /** The node behind each argument; the helpers that undercuts need come after these and have none. */
  readonly nodes: readonly NodeId[];
};

/** Reads the decision layer of a graph; without treatments it is empty. */
export function readDecisionLayer(graph: ArgumentGraph): DecisionLayer {
  const attacks = readAttacks(graph);
  const treatments = [...graph.nodes.values()].filter((node) => node.kind === "treatment");
  const members = new Set(treatments.map((node) => node.id));
  // A set takes in what is added while it is walked, so this reaches attackers of attackers too.
  for (const id of members) {
    for (const attack of attacks) {
      if (attack.target !== id) continue;
      members.add(attack.from);
      for (const undercutter of attack.undercutBy) members.add(undercutter);
    }
  }
  const nodes = [...graph.nodes.keys()].filter((id) => members.has(id));
  const indexOf = new Map(nodes.map((id, index) => [id, index]));
  const pairs: Attack[] = [];
  for (const [one, other] of rivals(treatments)) join(pairs, indexOf.get(one), indexOf.get(other));
  let size = nodes.length;
  for (const attack of attacks) {
    const from = indexOf.get(attack.from);
    const target = indexOf.get(attack.target);
    if (from === undefined || target === undefined) continue;
    if (attack.undercutBy.length === 0) {
      join(pairs, from, target);
      continue;
    }
    const [isOff, isOn] = [size, size + 1];
    size += 2;
    pairs.push([from, isOff], [isOff, isOn], [isOn, target]);
    for (const undercutter of attack.undercutBy) join(pairs, indexOf.get(undercutter), isOn);
  }
  return { framework: { size, attacks: pairs }, nodes };
}

type DirectAttack = {
  readonly from: NodeId;
  readonly target: NodeId;
  readonly undercutBy: readonly NodeId[];
};

function readAttacks(graph: ArgumentGraph): readonly DirectAttack[] {
  const edges = [...graph.edges.values()].filter((edge): edge is AttacksEdge => edge.kind === "attacks");
  const undercutters = new Map<string, NodeId[]>();
  for (const edge of edges) {
    if (edge.attack !== "undercut" || edge.weight <= 0 || !graph.nodes.has(edge.from)) continue;
    undercutters.set(edge.to, [...(undercutters.get(edge.to) ?? []), edge.from]);
  }
  return edges.flatMap((edge) => {
    const from = graph.nodes.get(edge.from);
    if (edge.attack === "undercut" || edge.weight <= 0 || from === undefined) return [];
    const undercutBy = undercutters.get(edge.id) ?? [];
    return targetsOf(graph, edge.to)
      .filter((target) => from.kind !== "treatment" || target.kind === "treatment")
      .map((target) => ({ from: from.id, target: target.id, undercutBy }));
  });
}

/** What falls when a node is defeated: itself, and every contraindication that rests on it as its finding. */
function targetsOf(graph: ArgumentGraph, id: NodeId): readonly ArgumentNode[] {
  return [...graph.nodes.values()].filter(
    (node) => node.id === id || (node.kind === "contraindication" && node.finding === id),
  );
}

function rivals(
  treatments: readonly Extract<ArgumentNode, { readonly kind: "treatment" }>[],
): readonly (readonly [NodeId, NodeId])[] {
  return treatments.flatMap((one) =>
    treatments
      .filter((other) => other.id !== one.id)
      .filter((other) => one.goal === undefined || other.goal === undefined || one.goal === other.goal)
      .map((other) => [one.id, other.id] as const),
  );
}

function join(pairs: Attack[], from: number | undefined, target: number | undefined): void {
  if (from !== undefined && target !== undefined) pairs.push([from, target]);
}
