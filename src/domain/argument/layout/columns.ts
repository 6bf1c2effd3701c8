/**
 * Where each box stands in its row: as near to the mean of its neighbours as the boxes beside it allow. One
 * row is the least-squares answer to that (isotonic regression by pooling neighbours); rows take turns.
 */
import type { Ladder } from "./ladder.ts";
import type { Neighbours } from "./layout-input.ts";

const ROUNDS = 8;
/** A box with neighbours pulls harder towards them than one without holds on to its place. */
const PULL = 4;

/** The middle of every box and bend, without overlap. */
export function assignColumns(
  ladder: Ladder,
  rows: readonly Int32Array[],
  widths: Float64Array,
  gap: number,
): Float64Array {
  const middles = new Float64Array(ladder.size);
  const room = new Float64Array(ladder.size).fill(gap);
  for (const [box, width] of widths.entries()) room[box] = width + gap;
  for (const row of rows) {
    let right = 0;
    for (const vertex of row) {
      middles[vertex] = right + room[vertex]! / 2;
      right += room[vertex]!;
    }
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const isDown = round % 2 === 0;
    const neighbours = isDown ? ladder.above : ladder.below;
    for (const row of isDown ? rows : rows.toReversed()) settleRow(row, neighbours, middles, room);
  }
  return middles;
}

function settleRow(row: Int32Array, neighbours: Neighbours, middles: Float64Array, room: Float64Array): void {
  const offsets = new Float64Array(row.length);
  const sums = new Float64Array(row.length);
  const weights = new Float64Array(row.length);
  const counts = new Int32Array(row.length);
  let pools = 0;
  for (let index = 0; index < row.length; index += 1) {
    const vertex = row[index]!;
    if (index > 0) offsets[index] = offsets[index - 1]! + (room[row[index - 1]!]! + room[vertex]!) / 2;
    const wish = wishFor(vertex, neighbours, middles);
    sums[pools] = (wish.middle - offsets[index]!) * wish.weight;
    weights[pools] = wish.weight;
    counts[pools] = 1;
    pools += 1;
    while (pools > 1 && sums[pools - 2]! / weights[pools - 2]! > sums[pools - 1]! / weights[pools - 1]!) {
      pools -= 1;
      sums[pools - 1]! += sums[pools]!;
      weights[pools - 1]! += weights[pools]!;
      counts[pools - 1]! += counts[pools]!;
    }
  }
  let index = 0;
  for (let pool = 0; pool < pools; pool += 1) {
    const start = sums[pool]! / weights[pool]!;
    for (let taken = 0; taken < counts[pool]!; taken += 1, index += 1) {
      middles[row[index]!] = start + offsets[index]!;
    }
  }
}

function wishFor(
  vertex: number,
  { starts, list }: Neighbours,
  middles: Float64Array,
): { readonly middle: number; readonly weight: number } {
  const start = starts[vertex]!;
  const end = starts[vertex + 1]!;
  if (start === end) return { middle: middles[vertex]!, weight: 1 };
  let sum = 0;
  for (let index = start; index < end; index += 1) sum += middles[list[index]!]!;
  return { middle: sum / (end - start), weight: PULL };
}
