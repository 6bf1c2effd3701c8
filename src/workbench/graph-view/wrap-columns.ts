/**
 * A layout whose fullest rows are folded into several, so that a drawing of many findings is no taller than it is wide:
 * a screen is no ribbon. Boxes of a folded row lie side by side in their order, so that each stays near what it lay near.
 */
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import type { Layout, LayoutRow } from "../../domain/argument/layout/layered-layout.ts";

export type WrapSizes = {
  /** A box along its row and across it. */
  readonly box: { readonly width: number; readonly height: number };
  readonly gapInRow: number;
  /** Between rows, and between the parts of a folded one, which no link joins. */
  readonly gapOfRows: number;
  readonly gapOfParts: number;
};

/** So many boxes in a row are fine however small the drawing is. */
const LEAST = 16;
/** How long a drawing is along its rows, for each length across them. */
const ASPECT = 1.15;

/** The same layout where no row is too long. */
export function wrapRows(layout: Layout, sizes: WrapSizes): Layout {
  const counts = countRows(layout);
  const most = longestRow(counts, sizes);
  if (counts.every((count) => count <= most)) return layout;
  const step = sizes.box.width + sizes.gapInRow;
  const length = most * step;
  const scale = length / Math.max(1, layout.bounds.width);
  const positions = new Map<string, Position>();
  const rowOf = new Map<string, number>();
  const rows: LayoutRow[] = [];
  let top = 0;
  for (const row of membersOf(layout)) {
    const parts = Math.ceil(row.length / most);
    for (let part = 0; part < parts; part += 1) {
      const boxes = row.filter((_, at) => at % parts === part);
      const lefts =
        parts > 1
          ? boxes.map((_, at) => (length - boxes.length * step) / 2 + at * step)
          : spread(
              boxes.map(({ x }) => x * scale),
              step,
              length,
            );
      for (const [at, { id }] of boxes.entries()) {
        positions.set(id, { x: lefts[at] ?? 0, y: top });
        rowOf.set(id, rows.length);
      }
      rows.push({ top, height: sizes.box.height });
      top += sizes.box.height + (part === parts - 1 ? sizes.gapOfRows : sizes.gapOfParts);
    }
  }
  return { positions, rows, rowOf, bounds: { x: 0, y: 0, width: length, height: top - sizes.gapOfRows } };
}

function countRows({ rows, rowOf }: Layout): readonly number[] {
  const counts = rows.map(() => 0);
  for (const row of rowOf.values()) counts[row] = (counts[row] ?? 0) + 1;
  return counts;
}

type Member = { readonly id: string; readonly x: number };

/** The boxes of each row in their order. Each is looked up once: looking up while sorting took most of the time. */
function membersOf({ rows, rowOf, positions }: Layout): readonly (readonly Member[])[] {
  const members = rows.map((): Member[] => []);
  for (const [id, row] of rowOf) members[row]?.push({ id, x: positions.get(id)?.x ?? 0 });
  return members.map((row) => row.toSorted((one, other) => one.x - other.x));
}

/** The shortest rows with which the drawing is as long as it is meant to be. */
function longestRow(counts: readonly number[], sizes: WrapSizes): number {
  const { box, gapInRow, gapOfRows, gapOfParts } = sizes;
  const fullest = Math.max(LEAST, ...counts);
  for (let most = LEAST; most < fullest; most += 1) {
    let across = 0;
    for (const count of counts)
      across += gapOfRows + Math.ceil(count / most) * (box.height + gapOfParts) - gapOfParts;
    if (most * (box.width + gapInRow) >= across * ASPECT) return most;
  }
  return fullest;
}

/** Near where they are wished, in their order and clear of each other, within the length where they fit. */
function spread(wishes: readonly number[], step: number, length: number): readonly number[] {
  const lefts: number[] = [];
  for (const wish of wishes) lefts.push(Math.max(wish, (lefts.at(-1) ?? Number.NEGATIVE_INFINITY) + step));
  let limit = length - step;
  for (let at = lefts.length - 1; at >= 0; at -= 1) {
    lefts[at] = Math.min(lefts[at] ?? 0, limit);
    limit = (lefts[at] ?? 0) - step;
  }
  return lefts;
}
