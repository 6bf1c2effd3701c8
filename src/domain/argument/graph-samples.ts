/** Small graphs for tests: short ways to write nodes, edges and whole graphs, and a random one from a list of numbers. */
import type {
  ArgumentEdge,
  ArgumentGraph,
  ArgumentNode,
  AttacksEdge,
  FindingNode,
  HypothesisNode,
} from "./graph.ts";

type Extra = { readonly baseScore?: number; readonly cluster?: string };

const COMMON = { citations: [], attribution: "case", origin: "scripted" } as const;

export function finding(
  id: string,
  extra: Extra & { readonly revealedAt?: number; readonly critical?: boolean } = {},
): FindingNode {
  return {
    ...COMMON,
    kind: "finding",
    id,
    text: id,
    polarity: "present",
    critical: false,
    baseScore: 1,
    ...extra,
  };
}
export function hypothesis(id: string, baseScore = 0.5, mustNotMiss = false): HypothesisNode {
  return { ...COMMON, attribution: "model", kind: "hypothesis", id, text: id, mustNotMiss, baseScore };
}
export function inference(id: string, baseScore = 0.5): ArgumentNode {
  return { ...COMMON, attribution: "model", kind: "inference", id, text: id, baseScore };
}
export function knowledge(id: string, baseScore = 1): ArgumentNode {
  return { ...COMMON, attribution: "source", kind: "knowledge", id, text: id, baseScore };
}
export function supports(from: string, to: string, weight = 1, id = `${from}+${to}`): ArgumentEdge {
  return { kind: "supports", id, from, to, weight };
}
export function attacks(
  from: string,
  to: string,
  weight = 1,
  attack: AttacksEdge["attack"] = "rebut",
): AttacksEdge {
  return { kind: "attacks", attack, id: `${from}-${to}`, from, to, weight };
}
export function graphOf(nodes: readonly ArgumentNode[], edges: readonly ArgumentEdge[] = []): ArgumentGraph {
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    edges: new Map(edges.map((edge) => [edge.id, edge])),
  };
}

/** T8 of clinical foundation 3.4: five certain findings, three hypotheses. */
export function miniCase(): ArgumentGraph {
  const weights: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
    D: [
      ["F1", 0.8],
      ["F2", 0.9],
      ["F3", 0.1],
      ["F4", 0.6],
    ],
    M: [
      ["F1", 0.3],
      ["F2", -0.3],
      ["F3", 0.7],
      ["F5", 0.3],
    ],
    P: [
      ["F1", 0.2],
      ["F5", 0.4],
    ],
  };
  const edges = Object.entries(weights).flatMap(([to, rows]) =>
    rows.map(([from, weight]) => (weight > 0 ? supports(from, to, weight) : attacks(from, to, -weight))),
  );
  const findings = ["F1", "F2", "F3", "F4", "F5"].map((id) => finding(id));
  return graphOf([...findings, hypothesis("D"), hypothesis("M"), hypothesis("P")], edges);
}

/** A graph of any shape, cycles, dangling ends and undercuts of undercuts included, from numbers in [0, 1). */
export function tangledGraph(numbers: readonly number[]): ArgumentGraph {
  let next = 0;
  const draw = (): number => numbers[next++ % Math.max(1, numbers.length)] ?? 0;
  const size = 3 + Math.floor(draw() * 8);
  const nodes = Array.from({ length: size }, (_, index): ArgumentNode => {
    const kind = draw();
    if (kind < 0.4)
      return finding(`n${index}`, { baseScore: draw(), ...(draw() < 0.3 ? { cluster: "c" } : {}) });
    return kind < 0.7 ? inference(`n${index}`, draw()) : hypothesis(`n${index}`, draw());
  });
  const pick = (): string => `n${Math.floor(draw() * (size + 1))}`;
  const edges = Array.from({ length: numbers.length }, (_, index): ArgumentEdge => {
    const id = `e${index}`;
    const kind = draw();
    if (kind < 0.5) return { kind: "supports", id, from: pick(), to: pick(), weight: draw() };
    const to = kind < 0.8 || index === 0 ? pick() : `e${Math.floor(draw() * numbers.length)}`;
    const attack = to.startsWith("e") ? "undercut" : "rebut";
    return { kind: "attacks", attack, id, from: pick(), to, weight: draw() };
  });
  return graphOf(nodes, edges);
}
