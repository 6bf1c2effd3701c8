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
  readonly cells: ReadonlyMap<string, readonly string[]>;
};

const CELL = 512;

/** An index over boxes of one size. */
export function indexPlaces(places: ReadonlyMap<string, Position>, size: BoxSize): GridIndex {
  const cells = new Map<string, string[]>();
  for (const [id, { x, y }] of places) {
    const box = { left: x, top: y, right: x + size.width, bottom: y + size.height };
    for (const key of cellsOf(box)) {
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [id]);
      else cell.push(id);
    }
  }
  return { size, places, cells };
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

/** The window widened to whole cells: while it is the same, so are the boxes to draw. */
export function widenToCells({ left, top, right, bottom }: Window): Window {
  return {
    left: Math.floor(left / CELL) * CELL,
    top: Math.floor(top / CELL) * CELL,
    right: Math.ceil(right / CELL) * CELL,
    bottom: Math.ceil(bottom / CELL) * CELL,
  };
}

function* cellsOf({ left, top, right, bottom }: Window): Generator<string, undefined, unknown> {
  for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1)
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1)
      yield `${column}:${row}`;
  return undefined;
}

function touches({ x, y }: Position, { width, height }: BoxSize, window: Window): boolean {
  return x <= window.right && x + width >= window.left && y <= window.bottom && y + height >= window.top;
}
