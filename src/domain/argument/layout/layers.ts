/**
 * The row of every box: arrows that close a cycle count as turned round (always the same ones), the longest
 * path gives the first rows, and these are then shortened.
 */
import { groupNeighbours } from "./layout-input.ts";
import type { LayoutGraph, Neighbours } from "./layout-input.ts";
import { shortenArrows } from "./shorten.ts";

export type Layering = {
  /** Row by box, from 0. */
  readonly layer: Int32Array;
  readonly layerCount: number;
  /** The arrows as used: every one leads to a later row. */
  readonly from: Int32Array;
  readonly to: Int32Array;
};

/** Gives every box its row. */
export function assignLayers(graph: LayoutGraph): Layering {
  const size = graph.ids.length;
  const { from, to } = turnBackArrows(size, graph);
  const above = groupNeighbours(size, to, from);
  const below = groupNeighbours(size, from, to);
  const order = sortAlongArrows(size, above, below);
  const layer = new Int32Array(size);
  for (const vertex of order) layer[vertex] = lowestRow(vertex, above, layer);
  shortenArrows(from, to, layer);
  return { ...closeEmptyRows(layer), from, to };
}

/** Turns round each arrow that leads back to a box still being walked from; the walk follows the given order. */
function turnBackArrows(
  size: number,
  graph: LayoutGraph,
): { readonly from: Int32Array; readonly to: Int32Array } {
  const arrows = Int32Array.from(graph.from, (_unused, index) => index);
  const leaving = groupNeighbours(size, graph.from, arrows);
  const from = graph.from.slice();
  const to = graph.to.slice();
  const next = leaving.starts.slice();
  const isOpen = new Uint8Array(size);
  const isDone = new Uint8Array(size);
  for (let root = 0; root < size; root += 1) {
    if (isDone[root] === 1) continue;
    const path = [root];
    isOpen[root] = 1;
    while (path.length > 0) {
      const vertex = path[path.length - 1]!;
      if (next[vertex] === leaving.starts[vertex + 1]) {
        isOpen[vertex] = 0;
        isDone[vertex] = 1;
        path.pop();
        continue;
      }
      const arrow = leaving.list[next[vertex]!]!;
      next[vertex]! += 1;
      const target = graph.to[arrow]!;
      if (isOpen[target] === 1) {
        from[arrow] = target;
        to[arrow] = vertex;
      } else if (isDone[target] === 0) {
        isOpen[target] = 1;
        path.push(target);
      }
    }
  }
  return { from, to };
}

function sortAlongArrows(size: number, above: Neighbours, below: Neighbours): Int32Array {
  const waiting = new Int32Array(size);
  const order = new Int32Array(size);
  let filled = 0;
  for (let vertex = 0; vertex < size; vertex += 1) {
    waiting[vertex] = above.starts[vertex + 1]! - above.starts[vertex]!;
    if (waiting[vertex] === 0) order[filled++] = vertex;
  }
  for (let at = 0; at < filled; at += 1) {
    const vertex = order[at]!;
    for (let index = below.starts[vertex]!; index < below.starts[vertex + 1]!; index += 1) {
      const target = below.list[index]!;
      waiting[target]! -= 1;
      if (waiting[target] === 0) order[filled++] = target;
    }
  }
  return order;
}

function lowestRow(vertex: number, above: Neighbours, layer: Int32Array): number {
  let row = 0;
  for (let index = above.starts[vertex]!; index < above.starts[vertex + 1]!; index += 1) {
    row = Math.max(row, layer[above.list[index]!]! + 1);
  }
  return row;
}

function closeEmptyRows(layer: Int32Array): { readonly layer: Int32Array; readonly layerCount: number } {
  const used = new Set(layer);
  const rows = Int32Array.from(used).toSorted();
  const renumbered = new Map(Array.from(rows, (row, index) => [row, index]));
  return { layer: layer.map((row) => renumbered.get(row) ?? 0), layerCount: rows.length };
}
