/** The few cards that React Flow is given: those in its window, each as it stands in the argument. */
import type { Node } from "@xyflow/react";
import type { NodeId } from "../../domain/argument/graph.ts";
import { litBy, type DeskTarget, type Lit } from "../../workbench/desk/selection.ts";
import { findInWindow } from "../../workbench/graph-view/grid-index.ts";
import { CARD } from "../../workbench/graph-view/places.ts";
import type { Scene } from "../../workbench/graph-view/scene.ts";
import { sayMarks, sayStrength } from "../answers/say-node.ts";
import type { Argument } from "../desk/use-argument.ts";
import type { GraphCardData } from "./GraphCard.tsx";

export type WindowOfCards = {
  readonly scene: Scene;
  readonly argument: Argument;
  readonly selected: DeskTarget;
  readonly cursor: NodeId | undefined;
  /** Left, top, right and bottom of the cells that are shown; empty from afar. */
  readonly shown: string;
};

/** Nodes as React Flow takes them, with their size, so that it never has to measure one. */
export function cardsInWindow(window: WindowOfCards): Node[] {
  const { scene, argument, selected, shown } = window;
  if (shown === "") return [];
  const [left = 0, top = 0, right = 0, bottom = 0] = shown.split(" ").map(Number);
  const lit = selected.type === "case" ? undefined : litBy(argument.strengths.graph, selected);
  return findInWindow(scene.index, { left, top, right, bottom }).flatMap((id) => {
    const place = scene.index.places.get(id);
    const data = toData(window, id, lit);
    if (place === undefined || data === undefined) return [];
    return [{ id, type: "card", position: { ...place }, ...CARD, measured: CARD, data: { ...data } }];
  });
}

function toData(
  { scene, argument, selected, cursor }: WindowOfCards,
  id: NodeId,
  lit: Lit | undefined,
): GraphCardData | undefined {
  const node = scene.nodes.get(id);
  if (node === undefined) return undefined;
  return {
    node,
    strength: argument.strengths.byNode.get(id),
    strengthWord: sayStrength(argument, id),
    marks: sayMarks(argument, node),
    isLeader: id === argument.leader,
    isSelected: selected.type === "node" && selected.id === id,
    isCursor: id === cursor,
    isDimmed: lit !== undefined && !lit.nodes.has(id),
  };
}
