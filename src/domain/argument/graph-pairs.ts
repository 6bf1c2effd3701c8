/**
 * Which step of one version of an argument is which of another. A run that states things again gives them ids of its
 * own, so ids alone do not tell: the same making is the same thing, then the same words, then words that are much alike.
 */
import type { ArgumentEdge, ArgumentGraph, ArgumentNode, TargetId } from "./graph.ts";

/** From ids of the earlier version to those of the later one; each at most once. */
export type Pairs = {
  readonly nodes: ReadonlyMap<string, string>;
  readonly edges: ReadonlyMap<string, string>;
};

/** This share of all words of two statements must be in both. */
const ALIKE_FROM = 0.5;

/** By id alone: for two versions of which one was made from the other. */
export function pairById(before: ArgumentGraph, after: ArgumentGraph): Pairs {
  return { nodes: sharedIds(before.nodes, after.nodes), edges: sharedIds(before.edges, after.edges) };
}

/** `isSame` tells of an id that both versions have whether it was made once for both. */
export function pairGraphs(
  before: ArgumentGraph,
  after: ArgumentGraph,
  isSame: (id: TargetId) => boolean,
): Pairs {
  const nodes = pairNodes(before, after, isSame);
  return { nodes, edges: pairEdges(before, after, isSame, nodes) };
}

function sharedIds(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>) {
  return new Map([...before.keys()].filter((id) => after.has(id)).map((id) => [id, id]));
}

function pairNodes(
  before: ArgumentGraph,
  after: ArgumentGraph,
  isSame: (id: TargetId) => boolean,
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (one: string, other: string | undefined): void => {
    if (other === undefined || pairs.has(one) || taken.has(other)) return;
    pairs.set(one, other);
    taken.add(other);
  };
  for (const id of before.nodes.keys()) if (after.nodes.has(id) && isSame(id)) pair(id, id);
  const byWords = new Map<string, string[]>();
  for (const node of after.nodes.values()) {
    if (taken.has(node.id)) continue;
    const alike = byWords.get(wordsKey(node));
    if (alike === undefined) byWords.set(wordsKey(node), [node.id]);
    else alike.push(node.id);
  }
  for (const node of before.nodes.values())
    if (!pairs.has(node.id)) pair(node.id, byWords.get(wordsKey(node))?.shift());
  for (const node of before.nodes.values()) {
    const other = after.nodes.get(node.id);
    if (other?.kind === node.kind && areAlike(node.text, other.text)) pair(node.id, other.id);
  }
  return pairs;
}

function wordsKey({ kind, text }: ArgumentNode): string {
  return `${kind} ${wordsOf(text).join(" ")}`;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function areAlike(one: string, other: string): boolean {
  const [left, right] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - shared;
  return all > 0 && shared / all >= ALIKE_FROM;
}

/** A link is what it ties together and what it does; one whose doing changed is still that link. */
function pairEdges(
  before: ArgumentGraph,
  after: ArgumentGraph,
  isSame: (id: TargetId) => boolean,
  nodes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (one: string, other: string | undefined): void => {
    if (other === undefined || taken.has(other)) return;
    pairs.set(one, other);
    taken.add(other);
  };
  for (const id of before.edges.keys()) if (after.edges.has(id) && isSame(id)) pair(id, id);
  for (const keyOf of [moveKey, endsKey]) {
    const byEnds = new Map<string, string>();
    for (const edge of after.edges.values()) {
      const key = keyOf(edge, edge.from, edge.to);
      if (!taken.has(edge.id) && !byEnds.has(key)) byEnds.set(key, edge.id);
    }
    // Links at links are found once those are: each round goes one further.
    for (let found = -1; found !== pairs.size;) {
      found = pairs.size;
      for (const edge of before.edges.values()) {
        const [from, to] = [nodes.get(edge.from), nodes.get(edge.to) ?? pairs.get(edge.to)];
        if (pairs.has(edge.id) || from === undefined || to === undefined) continue;
        pair(edge.id, byEnds.get(keyOf(edge, from, to)));
      }
    }
  }
  return pairs;
}

function moveKey(edge: ArgumentEdge, from: string, to: string): string {
  return JSON.stringify([edge.kind === "attacks" ? edge.attack : edge.kind, from, to]);
}

function endsKey(_edge: ArgumentEdge, from: string, to: string): string {
  return JSON.stringify([from, to]);
}
