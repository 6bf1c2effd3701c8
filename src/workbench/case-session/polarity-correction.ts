/**
 * What a person says about a finding's being there, and what becomes of the links that argued from it: that something is
 * there argues otherwise than that it is not, and how strongly its absence speaks nobody can tell from its presence.
 */
import type { ArgumentEdge, ArgumentGraph, FindingNode, Polarity } from "../../domain/argument/graph.ts";
import { removeEdge, replaceEdge } from "../../domain/argument/graph-operations.ts";
import { moveOfEdge, toEdge } from "../../domain/argument/offered-moves.ts";
import type { Correction } from "./corrections.ts";

/** What becomes of the links from the finding. */
export type LinkFate = "retract" | "turn" | "keep";

/** Usual: links that argued from presence fall away where there is none, and stay where only a word is put right. */
export function usualFate(before: Polarity, after: Polarity): LinkFate {
  return isSeen(before) === isSeen(after) && after !== "unknown" ? "keep" : "retract";
}

function isSeen(polarity: Polarity): boolean {
  return polarity === "present" || polarity === "unknown";
}

/** The finding with its new polarity, and its links with their fate. */
export function draftPolarity(
  graph: ArgumentGraph,
  node: FindingNode,
  polarity: Polarity,
  fate: LinkFate,
): Correction {
  const corrections: Correction[] = [{ type: "edit-node", node: { ...node, polarity } }];
  let next = graph;
  for (const edge of graph.edges.values()) {
    if (edge.from !== node.id || fate === "keep") continue;
    const turned = fate === "turn" ? turn(edge) : undefined;
    const changed = turned === undefined ? removeEdge(next, edge.id) : replaceEdge(next, turned);
    // A link that hung on one that fell is gone with it; one that cannot be turned is left as it is.
    if (!changed.ok || (fate === "turn" && turned === undefined)) continue;
    next = changed.value;
    corrections.push(
      turned === undefined ? { type: "retract-edge", edge: edge.id } : { type: "edit-edge", edge: turned },
    );
  }
  return { type: "together", corrections };
}

function turn(edge: ArgumentEdge): ArgumentEdge | undefined {
  const move = moveOfEdge(edge);
  if ((move !== "supports" && move !== "rebut") || !("weight" in edge)) return undefined;
  const { kind: _kind, weight, ...ends } = edge;
  const { scheme: _scheme, ...rest } = "attack" in ends ? withoutAttack(ends) : ends;
  return { ...toEdge(move === "supports" ? "rebut" : "supports", { weight, ...rest }) };
}

function withoutAttack<Ends extends { readonly attack: unknown }>(ends: Ends): Omit<Ends, "attack"> {
  const { attack: _attack, ...rest } = ends;
  return rest;
}
