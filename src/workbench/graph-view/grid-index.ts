/** Which boxes touch a window, without looking at all of them: a grid over the drawing, each box in the cells it covers. */
import type { Position } from "../../domain/argument/layout/layout-input.ts";

export type Window = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
export type BoxSize = { readonly width: number; readonly height: number };

export type GridIndex = {
  readonly size: BoxSize;
  readonly places: ReadonlyMap<string, Position>;
  readonly cells: ReadonlyMap<number, readonly string[]>;
};

const CELL = 512;
/** A window's cards are looked up again when it has moved this far. */
const STEP = 192;
/** Rows are told apart from columns by a factor no drawing reaches. */
const ROW = 2 ** 24;

/** An index over boxes of one size. */
export function indexPlaces(places: ReadonlyMap<string, Position>, size: BoxSize): GridIndex {
  const cells = new Map<number, string[]>();
  for (const [id, place] of places) {
    for (const key of cellsOf(boxAt(place, size))) {
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [id]);
      else cell.push(id);
    }
  }
  return { size, places, cells };
}

/**
 * The index of places that only grew since: boxes that were there stand where they stood. Undefined where one of them
 * moved or went; then the index is to be made anew.
 */
export function growIndex(index: GridIndex, places: ReadonlyMap<string, Position>): GridIndex | undefined {
  if (places === index.places) return index;
  const added: [string, Position][] = [];
  for (const entry of places) if (index.places.get(entry[0]) !== entry[1]) added.push(entry);
  if (places.size - added.length !== index.places.size) return undefined;
  const cells = new Map(index.cells);
  for (const [id, place] of added) {
    for (const key of cellsOf(boxAt(place, index.size))) cells.set(key, [...(cells.get(key) ?? []), id]);
  }
  return { size: index.size, places, cells };
}

/** The boxes that touch a window, each once. */
export function findInWindow({ size, places, cells }: GridIndex, window: Window): readonly string[] {
  const found = new Set<string>();
  for (const key of cellsOf(window)) {
    for (const id of cells.get(key) ?? []) {
      const place = places.get(id);
      if (place !== undefined && touches(place, size, window)) found.add(id);
    }
  }
  return [...found];
}

/** The window widened to whole steps: while it is the same, so are the boxes to draw. */
export function widenToCells({ left, top, right, bottom }: Window): Window {
  return {
    left: Math.floor(left / STEP) * STEP,
    top: Math.floor(top / STEP) * STEP,
    right: Math.ceil(right / STEP) * STEP,
    bottom: Math.ceil(bottom / STEP) * STEP,
  };
}

function boxAt({ x, y }: Position, { width, height }: BoxSize): Window {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

function* cellsOf({ left, top, right, bottom }: Window): Generator<number, undefined, unknown> {
  for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1)
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1)
      yield row * ROW + column;
  return undefined;
}

function touches({ x, y }: Position, { width, height }: BoxSize, window: Window): boolean {
  return x <= window.right && x + width >= window.left && y <= window.bottom && y + height >= window.top;
}
