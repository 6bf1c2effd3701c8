/**
 * The whole drawing at once: rows, order, columns. A pure function of plain values, so that a worker can run it;
 * the same graph gives the same drawing, and no graph gives none.
 */
import { assignColumns } from "./columns.ts";
import { buildLadder } from "./ladder.ts";
import { assignLayers } from "./layers.ts";
import { DEFAULT_GAPS, indexLayoutGraph } from "./layout-input.ts";
import type { Gaps, LayoutEdge, LayoutNode, Position } from "./layout-input.ts";
import { untangle } from "./untangle.ts";

export type LayoutRow = { readonly top: number; readonly height: number };

export type Layout = {
  readonly positions: ReadonlyMap<string, Position>;
  readonly rows: readonly LayoutRow[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly bounds: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
};

/** Lays out a graph from top to bottom. */
export function layoutGraph(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  gaps: Gaps = DEFAULT_GAPS,
): Layout {
  const graph = indexLayoutGraph(nodes, edges);
  const layering = assignLayers(graph);
  const ladder = buildLadder(layering);
  const middles = assignColumns(ladder, untangle(ladder), graph.widths, gaps.column);
  const rows = stackRows(layering.layer, layering.layerCount, graph.heights, gaps.row);
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const [box, width] of graph.widths.entries()) {
    left = Math.min(left, middles[box]! - width / 2);
    right = Math.max(right, middles[box]! + width / 2);
  }
  const positions = new Map<string, Position>();
  const rowOf = new Map<string, number>();
  for (const [box, id] of graph.ids.entries()) {
    const row = layering.layer[box]!;
    positions.set(id, { x: middles[box]! - graph.widths[box]! / 2 - left, y: rows[row]!.top });
    rowOf.set(id, row);
  }
  const last = rows.at(-1) ?? { top: 0, height: 0 };
  const width = graph.ids.length === 0 ? 0 : right - left;
  return { positions, rows, rowOf, bounds: { x: 0, y: 0, width, height: last.top + last.height } };
}

function stackRows(
  layer: Int32Array,
  layerCount: number,
  heights: Float64Array,
  gap: number,
): readonly LayoutRow[] {
  const tallest = new Float64Array(layerCount);
  for (const [box, row] of layer.entries()) tallest[row] = Math.max(tallest[row]!, heights[box]!);
  let top = 0;
  return Array.from(tallest, (height) => {
    const row = { top, height };
    top += height + gap;
    return row;
  });
}
