/** An argument of any size, like a long run leaves it: evidence, steps, hypotheses, plans; and what happens to it next. */
import type { ArgumentEdge, ArgumentGraph, ArgumentNode } from "../../../src/domain/argument/graph.ts";
import { createPersistentMap, type PersistentMap } from "../../../src/domain/record/persistent-map.ts";
import { createSeededChance } from "../../../src/shared/chance.ts";

const TEXT = "Elevated creatinine supports acute kidney injury";
const EDGES_PER_NODE = 1.5;
/** Where in the list each kind begins, as a share. */
const KINDS = [
  { kind: "finding", from: 0 },
  { kind: "inference", from: 0.5 },
  { kind: "hypothesis", from: 0.85 },
  { kind: "treatment", from: 0.94 },
] as const;

export type Sample = {
  readonly graph: ArgumentGraph & {
    readonly nodes: PersistentMap<ArgumentNode>;
    readonly edges: PersistentMap<ArgumentEdge>;
  };
  readonly leader: string;
};

/** The same sample for the same size. */
export function createSample(size: number): Sample {
  const chance = createSeededChance(size);
  const pick = (from: number, to: number): number => Math.floor(from + chance.next() * (to - from));
  let nodes = createPersistentMap<ArgumentNode>();
  let edges = createPersistentMap<ArgumentEdge>();
  for (let at = 0; at < size; at += 1) nodes = nodes.with(`n${at}`, nodeAt(at, size));
  const firstStep = Math.floor(size * 0.5);
  for (let count = 0; count < size * EDGES_PER_NODE; count += 1) {
    const to = pick(firstStep, size);
    const group = KINDS.findLast(({ from }) => to >= from * size);
    const before = Math.floor((group?.from ?? 0) * size);
    edges = edges.with(`e${count}`, linkOf(`e${count}`, `n${pick(0, before)}`, `n${to}`, chance.next()));
  }
  return { graph: { nodes, edges }, leader: `n${Math.floor(size * 0.88)}` };
}

/** The same argument with another word in one node. */
export function withText({ graph, leader }: Sample, id: string, step: number): Sample {
  const node = graph.nodes.get(id);
  if (node === undefined) return { graph, leader };
  const text = `${TEXT} token ${step}`;
  return { graph: { ...graph, nodes: graph.nodes.with(id, { ...node, text }) }, leader };
}

/** The same argument with one node more, which a node that is there supports. */
export function withNode({ graph, leader }: Sample, by: string, step: number): Sample {
  const id = `late${step}`;
  const node: ArgumentNode = { ...nodeAt(0, 1), id, kind: "inference" };
  return {
    graph: {
      nodes: graph.nodes.with(id, node),
      edges: graph.edges.with(`${by}+${id}`, linkOf(`${by}+${id}`, by, id, 0.5)),
    },
    leader,
  };
}

function nodeAt(at: number, size: number): ArgumentNode {
  const kind = KINDS.findLast(({ from }) => at >= from * size)?.kind ?? "finding";
  const base = {
    id: `n${at}`,
    text: TEXT,
    citations: [],
    attribution: "model",
    origin: "notation",
    baseScore: 0.5,
  } as const;
  if (kind === "finding") return { ...base, kind, polarity: "present", critical: false };
  return kind === "hypothesis" ? { ...base, kind, mustNotMiss: false } : { ...base, kind };
}

function linkOf(id: string, from: string, to: string, chance: number): ArgumentEdge {
  const ends = { id, from, to, weight: 0.2 + chance * 0.7 };
  return chance < 0.7 ? { ...ends, kind: "supports" } : { ...ends, kind: "attacks", attack: "rebut" };
}
