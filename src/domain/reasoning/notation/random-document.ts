/**
 * Random legal documents for properties and benchmarks: every kind, every field, awkward strings included.
 * Legal as in clinical foundation 2.6. `tidy` keeps to what a model under its grammar can write.
 */
import {
  type ArgumentEdge,
  type ArgumentNode,
  type EdgeId,
  FAMILY_BY_KIND,
  type NodeId,
  type NodeKind,
} from "../../argument/graph.ts";
import type { Chance } from "../../../shared/chance.ts";
import { defaultEdgeId, NODE_FORMS, nodeFormOf } from "./forms.ts";
import { given } from "./given.ts";
import { createDraw, type Draw, type RandomOptions } from "./random-draw.ts";
import { randomNode } from "./random-node.ts";
import type { ArgumentDocument } from "./writer.ts";

/** One legal document; the same chance, the same document. */
export function createRandomDocument(chance: Chance, options: RandomOptions): ArgumentDocument {
  const draw = createDraw(chance, options);
  const nodes = new Map<NodeId, ArgumentNode>();
  const kinds = NODE_FORMS.filter((form) => !options.tidy || form.humanOnly !== true).map(({ kind }) => kind);
  for (let count = draw.int(options.mostNodes + 1); count > 0; count -= 1) {
    const kind = kinds[draw.int(kinds.length)] ?? "finding";
    const id = options.tidy
      ? `${nodeFormOf(kind).letter}${nodes.size + 1}`
      : `${draw.pick(["", "n", "finding", "a b", '"|', "conclusion", "é"])}${nodes.size}`;
    nodes.set(id, randomNode(kind, id, [...nodes.keys()], draw, options.tidy));
  }
  const edges = new Map<EdgeId, ArgumentEdge>();
  for (let count = draw.int(nodes.size * 8 + 1); count > 0; count -= 1) {
    const edge = randomEdge([...nodes.values()], [...edges.values()], draw, options.tidy);
    if (edge !== undefined && !nodes.has(edge.id) && !hasTwin(edges, edge)) edges.set(edge.id, edge);
  }
  const leader = [...nodes.values()].find(({ kind }) => kind === "hypothesis")?.id;
  const graph = { nodes, edges };
  return leader === undefined ? { graph } : { graph, conclusion: { leader, text: draw.text() } };
}

function hasTwin(edges: ReadonlyMap<EdgeId, ArgumentEdge>, edge: ArgumentEdge): boolean {
  if (edges.has(edge.id)) return true;
  return [...edges.values()].some(
    ({ from, to, kind }) => from === edge.from && to === edge.to && kind === edge.kind,
  );
}

/** A legal edge between what is there, or none where the drawn pair allows none. */
function randomEdge(
  nodes: readonly ArgumentNode[],
  edges: readonly ArgumentEdge[],
  draw: Draw,
  tidy: boolean,
): ArgumentEdge | undefined {
  const from = nodes[draw.int(nodes.length)];
  const to = nodes[draw.int(nodes.length)];
  if (from === undefined || to === undefined || from.id === to.id) return undefined;
  const drawn = edges[draw.int(edges.length)];
  const edge = tidy && drawn?.kind !== "supports" ? undefined : drawn;
  const link = (target: string): Link => ({
    id: tidy || draw.int(2) === 0 ? defaultEdgeId(from.id, target) : `e ${edges.length}`,
    from: from.id,
    to: target,
    ...given("scheme", draw.maybe(draw.text)),
    ...given("rationale", draw.maybe(draw.text)),
  });
  if (from.kind === "question") return { ...link(edge?.id ?? to.id), kind: "asks" };
  if (from.kind === "annotation") return { ...link(edge?.id ?? to.id), kind: "about" };
  if (edge !== undefined && "weight" in edge && edge.from !== from.id && draw.int(4) === 0) {
    if (FAMILY_BY_KIND[from.kind] === "plan") return undefined;
    return { ...link(edge.id), kind: "attacks", attack: "undercut", weight: draw.strength() };
  }
  return argumentEdge(from.kind, to.kind, link(to.id), draw);
}

type Link = Omit<Extract<ArgumentEdge, { kind: "derives" }>, "kind">;
const DERIVABLE: ReadonlySet<NodeKind> = new Set(["finding", "calculation", "inference"]);

function argumentEdge(from: NodeKind, to: NodeKind, link: Link, draw: Draw): ArgumentEdge | undefined {
  const weight = draw.strength();
  const rebut = { ...link, kind: "attacks", attack: "rebut", weight } as const;
  if (FAMILY_BY_KIND[to] === "talk") return undefined;
  if (FAMILY_BY_KIND[from] === "plan") {
    const isLegal = to === "treatment" && (from === "contraindication" || from === "treatment");
    return isLegal ? rebut : undefined;
  }
  const derives = DERIVABLE.has(from) && (to === "inference" || to === "calculation");
  if (derives && draw.int(2) === 0) return { ...link, kind: "derives" };
  if (to === "finding" || to === "calculation") {
    return { ...link, kind: "attacks", attack: "undermine", weight };
  }
  const mayRebut = !(from === "hypothesis" && to === "hypothesis");
  if (to === "knowledge") return rebut;
  return mayRebut && draw.int(3) === 0 ? rebut : { ...link, kind: "supports", weight };
}
