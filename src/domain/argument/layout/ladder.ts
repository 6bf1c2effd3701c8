/**
 * The graph as rows: an arrow that skips rows gets a bend in each of them, so that every link joins two
 * neighbouring rows and crossings can be counted and lowered row by row.
 */
import { groupNeighbours } from "./layout-input.ts";
import type { Neighbours } from "./layout-input.ts";
import type { Layering } from "./layers.ts";

export type Ladder = {
  /** Boxes come first, bends after them. */
  readonly boxCount: number;
  readonly size: number;
  readonly rows: readonly Int32Array[];
  readonly above: Neighbours;
  readonly below: Neighbours;
};

/** Beyond this many bends the longest arrows go without: they are drawn straight anyway, and time stays bounded. */
const MOST_BENDS = 60_000;

/** Builds the rows, each in the order in which a walk down from the first boxes meets them. */
export function buildLadder(layering: Layering): Ladder {
  const { layer, layerCount } = layering;
  const boxCount = layer.length;
  const rowOf = Array.from(layer);
  const from: number[] = [];
  const to: number[] = [];
  const longest = longestSpanWithin(layering);
  for (let arrow = 0; arrow < layering.from.length; arrow += 1) {
    const target = layering.to[arrow]!;
    const lastRow = layer[target]!;
    let previous = layering.from[arrow]!;
    if (lastRow - layer[previous]! > longest) continue;
    for (let row = layer[previous]! + 1; row < lastRow; row += 1) {
      from.push(previous);
      previous = rowOf.length;
      to.push(previous);
      rowOf.push(row);
    }
    from.push(previous);
    to.push(target);
  }
  const size = rowOf.length;
  const sources = Int32Array.from(from);
  const targets = Int32Array.from(to);
  const above = groupNeighbours(size, targets, sources);
  const below = groupNeighbours(size, sources, targets);
  return { boxCount, size, rows: collectRows(rowOf, layerCount, above, below), above, below };
}

/** The longest span of arrows that may have bends, so that all bends together stay under the limit. */
function longestSpanWithin({ from, to, layer, layerCount }: Layering): number {
  const bySpan = new Int32Array(layerCount + 1);
  for (let arrow = 0; arrow < from.length; arrow += 1)
    bySpan[layer[to[arrow]!]! - layer[from[arrow]!]!]! += 1;
  let bends = 0;
  for (let span = 2; span <= layerCount; span += 1) {
    bends += bySpan[span]! * (span - 1);
    if (bends > MOST_BENDS) return span - 1;
  }
  return layerCount;
}

function collectRows(
  rowOf: readonly number[],
  layerCount: number,
  above: Neighbours,
  below: Neighbours,
): readonly Int32Array[] {
  const rows = Array.from({ length: layerCount }, (): number[] => []);
  const isSeen = new Uint8Array(rowOf.length);
  const visit = (root: number): void => {
    const waiting = [root];
    while (waiting.length > 0) {
      const vertex = waiting.pop()!;
      if (isSeen[vertex] === 1) continue;
      isSeen[vertex] = 1;
      rows[rowOf[vertex]!]!.push(vertex);
      for (let index = below.starts[vertex + 1]! - 1; index >= below.starts[vertex]!; index -= 1) {
        if (isSeen[below.list[index]!] === 0) waiting.push(below.list[index]!);
      }
    }
  };
  for (let vertex = 0; vertex < rowOf.length; vertex += 1) {
    if (above.starts[vertex] === above.starts[vertex + 1]) visit(vertex);
  }
  return rows.map((row) => Int32Array.from(row));
}
