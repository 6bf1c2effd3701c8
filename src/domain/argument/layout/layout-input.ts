/**
 * What a layout is made from: boxes in a stable order and arrows between them. Whatever a caller sends becomes
 * a layout: repeated ids, arrows to nowhere, loops and sizes that are no sizes are left out here, once.
 */

export type LayoutNode = { readonly id: string; readonly width: number; readonly height: number };
export type LayoutEdge = { readonly from: string; readonly to: string };
/** The upper left corner of a box. */
export type Position = { readonly x: number; readonly y: number };

export type Gaps = {
  /** Between neighbours of a row. */
  readonly column: number;
  /** Between rows. */
  readonly row: number;
};

export const DEFAULT_GAPS: Gaps = { column: 30, row: 60 };

/** A graph by index; arrows keep the order in which they came. */
export type LayoutGraph = {
  readonly ids: readonly string[];
  readonly widths: Float64Array;
  readonly heights: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
};

const LARGEST_SIDE = 10_000;

/** A side that can be drawn. */
export function cleanSide(side: number): number {
  if (Number.isNaN(side)) return 0;
  return Math.min(LARGEST_SIDE, Math.max(0, side));
}

/** Indexes nodes and arrows. */
export function indexLayoutGraph(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): LayoutGraph {
  const indexOf = new Map<string, number>();
  const widths: number[] = [];
  const heights: number[] = [];
  for (const node of nodes) {
    if (indexOf.has(node.id)) continue;
    indexOf.set(node.id, widths.length);
    widths.push(cleanSide(node.width));
    heights.push(cleanSide(node.height));
  }
  const from: number[] = [];
  const to: number[] = [];
  const seen = new Set<number>();
  for (const edge of edges) {
    const source = indexOf.get(edge.from);
    const target = indexOf.get(edge.to);
    if (source === undefined || target === undefined || source === target) continue;
    const key = source * widths.length + target;
    if (seen.has(key)) continue;
    seen.add(key);
    from.push(source);
    to.push(target);
  }
  return {
    ids: [...indexOf.keys()],
    widths: Float64Array.from(widths),
    heights: Float64Array.from(heights),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
  };
}

/** Neighbours of every vertex in one flat list: those of v lie between starts[v] and starts[v + 1]. */
export type Neighbours = { readonly starts: Int32Array; readonly list: Int32Array };

/** Groups the ends of arrows by their other end, in the order of the arrows. */
export function groupNeighbours(size: number, keys: Int32Array, values: Int32Array): Neighbours {
  const starts = new Int32Array(size + 1);
  for (const key of keys) starts[key + 1]! += 1;
  for (let vertex = 0; vertex < size; vertex += 1) starts[vertex + 1]! += starts[vertex]!;
  const next = starts.slice();
  const list = new Int32Array(keys.length);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]!;
    list[next[key]!] = values[index]!;
    next[key]! += 1;
  }
  return { starts, list };
}
