/** Cuts a drawing into parts that each fit a page and can be read there; every card is whole on exactly one of them. */
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import type { Window } from "../../workbench/graph-view/grid-index.ts";
import { CARD, type Places } from "../../workbench/graph-view/places.ts";

export type PicturePage = { readonly window: Window; readonly places: Places };

/** Room between the cards and the edge. */
const MARGIN = 12;
/** A narrow drawing is not blown up beyond the size of the words around it. */
const LEAST_WIDTH = 820;
/** A wider one could not be read on paper. */
const MOST_WIDTH = 1800;
/** How high a part may be for its width: a page less its foot and the heading of the picture, on either paper. */
const HEIGHT_SHARE = 1.05;

/** From top to bottom; undefined where the drawing is too wide for paper. */
export function cutIntoPages(places: Places): readonly PicturePage[] | undefined {
  const sorted = [...places].toSorted(([, one], [, other]) => one.y - other.y);
  const left = Math.min(...sorted.map(([, { x }]) => x)) - MARGIN;
  const right = Math.max(...sorted.map(([, { x }]) => x)) + CARD.width + MARGIN;
  const width = Math.max(LEAST_WIDTH, right - left);
  if (sorted.length === 0) return [];
  if (width > MOST_WIDTH) return undefined;
  const pages: PicturePage[] = [];
  for (let rest = sorted; rest.length > 0;) {
    const top = (rest[0]?.[1].y ?? 0) - MARGIN;
    const fitting = rest.filter(([, { y }]) => y + CARD.height + MARGIN <= top + width * HEIGHT_SHARE);
    rest = rest.slice(fitting.length);
    pages.push({
      window: { left, right: left + width, top, bottom: bottomOf(fitting) },
      places: new Map(fitting),
    });
  }
  return pages;
}

function bottomOf(cards: readonly (readonly [string, Position])[]): number {
  return Math.max(...cards.map(([, { y }]) => y)) + CARD.height + MARGIN;
}
