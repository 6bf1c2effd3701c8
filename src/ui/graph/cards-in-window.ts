/** The few cards that React Flow is given: those in its window. What a card says it reads itself, by its id. */
import type { Node } from "@xyflow/react";
import type { NodeId } from "../../domain/argument/graph.ts";
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import { findInWindow, type GridIndex } from "../../workbench/graph-view/grid-index.ts";
import { CARD } from "../../workbench/graph-view/places.ts";

const NO_CARDS: Node[] = [];
const NO_DATA = {};

export type CardPicker = (index: GridIndex, shown: string) => Node[];

/** A card that went out of the window no further than this is kept: a hand that moves there and back draws none anew. */
const KEPT = 192;

/**
 * Picks the cards of a window, given as left, top, right and bottom of the cells that are shown; empty from afar. The
 * answer, and each card in it, is the same value as before while nothing of it is another; those that stay keep their
 * order, so that the browser moves none of them.
 */
export function createCardPicker(): CardPicker {
  let last: Node[] = NO_CARDS;
  let known = new Map<NodeId, Node>();
  return (index, shown) => {
    if (shown === "") return NO_CARDS;
    const [left = 0, top = 0, right = 0, bottom = 0] = shown.split(" ").map(Number);
    const near = new Set(
      findInWindow(index, { left: left - KEPT, top: top - KEPT, right: right + KEPT, bottom: bottom + KEPT }),
    );
    const staying = [...known.keys()].filter((id) => near.has(id));
    const coming = findInWindow(index, { left, top, right, bottom }).filter((id) => !known.has(id));
    const cards = [...staying, ...coming].flatMap((id) => {
      const place = index.places.get(id);
      if (place === undefined) return [];
      const before = known.get(id);
      return [before !== undefined && isAt(before, place) ? before : toCard(id, place)];
    });
    if (cards.length === last.length && cards.every((card, at) => card === last[at])) return last;
    known = new Map(cards.map((card) => [card.id, card]));
    last = cards;
    return cards;
  };
}

function isAt({ position }: Node, place: Position): boolean {
  return position.x === place.x && position.y === place.y;
}

/** With its size, so that React Flow never has to measure one. */
function toCard(id: NodeId, { x, y }: Position): Node {
  return { id, type: "card", position: { x, y }, ...CARD, measured: CARD, data: NO_DATA };
}
