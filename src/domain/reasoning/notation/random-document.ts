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
  for (let count = draw.int(nodes.size * 2 + 1); count > 0; count -= 1) {
    const edge = randomEdge([...nodes.values()], [...edges.values()], draw, options.tidy);
    if (edge !== undefined && !nodes.has(edge.id) && !edges.has(edge.id)) edges.set(edge.id, edge);
  }
  const leader = [...nodes.values()].find(({ kind }) => kind === "hypothesis")?.id;
  const graph = { nodes, edges };
  return leader === undefined ? { graph } : { graph, conclusion: { leader, text: draw.text() } };
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
  const drawn = edges[draw.int(edges.length)];
  const edge = tidy && drawn?.kind !== "supports" ? undefined : drawn;
  if (from === undefined || to === undefined) return undefined;
  const named = (target: string) => ({
    id: tidy || draw.int(2) === 0 ? defaultEdgeId(from.id, target) : `e ${edges.length}`,
    from: from.id,
    to: target,
    ...(tidy ? {} : given("scheme", draw.maybe(draw.text))),
    ...given("rationale", draw.maybe(draw.text)),
  });
  const weight = draw.strength();
  if (from.kind === "question") return { ...named(edge?.id ?? to.id), kind: "asks" };
  if (from.kind === "annotation") return { ...named(edge?.id ?? to.id), kind: "about" };
  const family = FAMILY_BY_KIND[to.kind];
  if (to.kind === "finding") return { ...named(to.id), kind: "attacks", attack: "undermine", weight };
  if (family === "evidence" || to.kind === "inference") {
    return { ...named(to.id), kind: "derives" };
  }
  if (family === "talk" || from.id === to.id) return undefined;
  if (edge !== undefined && edge.kind === "supports" && draw.int(3) === 0) {
    return { ...named(edge.id), kind: "attacks", attack: "undercut", weight };
  }
  if (FAMILY_BY_KIND[from.kind] === "plan") {
    return from.kind === "contraindication" && to.kind === "treatment"
      ? { ...named(to.id), kind: "attacks", attack: "rebut", weight }
      : undefined;
  }
  return from.kind !== "hypothesis" && draw.int(3) === 0
    ? { ...named(to.id), kind: "attacks", attack: "rebut", weight }
    : { ...named(to.id), kind: "supports", weight };
}
