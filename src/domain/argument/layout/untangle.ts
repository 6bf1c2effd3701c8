/**
 * Fewer crossings: rows are sorted by the mean place of their neighbours, down and up in turns, neighbours
 * change places while that helps (Gansner et al. 1993), and the best order seen is kept.
 */
import type { Ladder } from "./ladder.ts";
import type { Neighbours } from "./layout-input.ts";

const MOST_SWEEPS = 24;
/** Sweeps in a row without a better order before it is left at that. */
const PATIENCE = 5;
const EXCHANGE_PASSES = 4;

/** Sorts every row of the ladder; the rows handed in stay as they are. */
export function untangle(ladder: Ladder): readonly Int32Array[] {
  const rows = ladder.rows.map((row) => row.slice());
  const place = new Int32Array(ladder.size);
  for (const row of rows) notePlaces(row, place);
  const means = new Float64Array(ladder.size);
  let best = rows.map((row) => row.slice());
  let fewest = countCrossings(rows, ladder, place);
  let disappointments = 0;
  for (let sweep = 0; sweep < MOST_SWEEPS && fewest > 0 && disappointments < PATIENCE; sweep += 1) {
    const isDown = sweep % 2 === 0;
    for (const row of isDown ? rows : rows.toReversed()) {
      sortByMeans(row, isDown ? ladder.above : ladder.below, place, means);
    }
    exchangeNeighbours(rows, ladder, place);
    const crossings = countCrossings(rows, ladder, place);
    disappointments += 1;
    if (crossings >= fewest) continue;
    fewest = crossings;
    disappointments = 0;
    best = rows.map((row) => row.slice());
  }
  return best;
}

function notePlaces(row: Int32Array, place: Int32Array): void {
  for (let index = 0; index < row.length; index += 1) place[row[index]!] = index;
}

function sortByMeans(row: Int32Array, neighbours: Neighbours, place: Int32Array, means: Float64Array): void {
  const { starts, list } = neighbours;
  for (const vertex of row) {
    const start = starts[vertex]!;
    const end = starts[vertex + 1]!;
    let sum = 0;
    for (let index = start; index < end; index += 1) sum += place[list[index]!]!;
    means[vertex] = end > start ? sum / (end - start) : place[vertex]!;
  }
  row.sort((one, other) => means[one]! - means[other]! || place[one]! - place[other]!);
  notePlaces(row, place);
}

function exchangeNeighbours(rows: readonly Int32Array[], ladder: Ladder, place: Int32Array): void {
  for (let pass = 0; pass < EXCHANGE_PASSES; pass += 1) {
    let improved = false;
    for (const row of rows) {
      for (let index = 0; index + 1 < row.length; index += 1) {
        const left = row[index]!;
        const right = row[index + 1]!;
        const gain =
          exchangeGain(left, right, ladder.above, place) + exchangeGain(left, right, ladder.below, place);
        // On the first pass an even exchange is made too: it leads out of orders that no single one improves.
        if (gain < 0 || (gain === 0 && pass > 0)) continue;
        row[index] = right;
        row[index + 1] = left;
        place[right] = index;
        place[left] = index + 1;
        improved ||= gain > 0;
      }
    }
    if (!improved) return;
  }
}

/** How many crossings two neighbours of a row would lose by changing places. */
function exchangeGain(left: number, right: number, neighbours: Neighbours, place: Int32Array): number {
  const { starts, list } = neighbours;
  let gain = 0;
  for (let one = starts[left]!; one < starts[left + 1]!; one += 1) {
    const leftPlace = place[list[one]!]!;
    for (let other = starts[right]!; other < starts[right + 1]!; other += 1) {
      const rightPlace = place[list[other]!]!;
      if (leftPlace > rightPlace) gain += 1;
      else if (leftPlace < rightPlace) gain -= 1;
    }
  }
  return gain;
}

/** Crossings of all links between neighbouring rows. */
function countCrossings(rows: readonly Int32Array[], ladder: Ladder, place: Int32Array): number {
  let crossings = 0;
  for (const [index, row] of rows.entries()) {
    const below = rows[index + 1];
    if (below !== undefined) crossings += countBetween(row, ladder.below, place, below.length);
  }
  return crossings;
}

/** Links that end left of a link that starts before them: a sum over a binary indexed tree. */
function countBetween(row: Int32Array, below: Neighbours, place: Int32Array, width: number): number {
  const tree = new Int32Array(width + 1);
  let crossings = 0;
  let links = 0;
  for (const vertex of row) {
    const start = below.starts[vertex]!;
    const end = below.starts[vertex + 1]!;
    for (let index = start; index < end; index += 1) {
      let passed = 0;
      for (let at = place[below.list[index]!]! + 1; at > 0; at -= at & -at) passed += tree[at]!;
      crossings += links - passed;
    }
    // Links of one vertex do not cross each other, so they are entered together afterwards.
    for (let index = start; index < end; index += 1) {
      for (let at = place[below.list[index]!]! + 1; at <= width; at += at & -at) tree[at]! += 1;
    }
    links += end - start;
  }
  return crossings;
}
