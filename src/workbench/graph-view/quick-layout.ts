/**
 * A layout for drawings too large for the careful one: rows by the longest way to each box, and in each row the boxes
 * next to what they hang on, in a few passes over all links. It takes time in proportion to boxes and links.
 */
import { groupNeighbours } from "../../domain/argument/layout/layout-input.ts";
import type { Gaps, LayoutEdge, LayoutNode, Position } from "../../domain/argument/layout/layout-input.ts";
import type { Layout } from "../../domain/argument/layout/layered-layout.ts";

const PASSES = 3;

type Indexed = {
  readonly nodes: readonly LayoutNode[];
  readonly links: readonly (readonly [from: number, to: number])[];
};

/** Lays out a graph from top to bottom. */
export function layoutQuickly(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  gaps: Gaps,
): Layout {
  const indexOf = new Map(nodes.map(({ id }, at) => [id, at]));
  const links = edges.flatMap(({ from, to }): (readonly [number, number])[] => {
    const [start, end] = [indexOf.get(from), indexOf.get(to)];
    return start === undefined || end === undefined || start === end ? [] : [[start, end]];
  });
  const row = rowsOf({ nodes, links });
  const order = orderRows({ nodes, links }, row);
  return toLayout(nodes, row, order, gaps);
}

/** The longest way to each box; what lies on a circle stands below what was reached before it. */
function rowsOf({ nodes, links }: Indexed): Int32Array {
  const row = new Int32Array(nodes.length);
  const waiting = new Int32Array(nodes.length);
  const starts = Int32Array.from(links, ([from]) => from);
  const ends = Int32Array.from(links, ([, to]) => to);
  const after = groupNeighbours(nodes.length, starts, ends);
  for (const to of ends) waiting[to] = (waiting[to] ?? 0) + 1;
  const open = [...nodes.keys()].filter((at) => waiting[at] === 0);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of after.list.subarray(after.starts[at], after.starts[at + 1])) {
      row[to] = Math.max(row[to] ?? 0, (row[at] ?? 0) + 1);
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) open.push(to);
    }
  }
  return row;
}

/** Where in its row each box stands, as a share: first as it arrived, then drawn towards what it is linked to. */
function orderRows({ nodes, links }: Indexed, row: Int32Array): readonly number[][] {
  const rows: number[][] = [];
  for (const at of nodes.keys()) (rows[row[at] ?? 0] ??= []).push(at);
  const share = new Float64Array(nodes.length);
  const setShares = (): void => {
    for (const members of rows)
      for (const [place, at] of (members ?? []).entries()) share[at] = (place + 0.5) / members.length;
  };
  setShares();
  for (let pass = 0; pass < PASSES; pass += 1) {
    const sum = new Float64Array(nodes.length);
    const count = new Float64Array(nodes.length);
    for (const [from, to] of links) {
      // Downwards first, then back up, as long as there are passes.
      const [mover, anchor] = pass % 2 === 0 ? [to, from] : [from, to];
      sum[mover] = (sum[mover] ?? 0) + (share[anchor] ?? 0);
      count[mover] = (count[mover] ?? 0) + 1;
    }
    const wish = share.map((own, at) => ((count[at] ?? 0) === 0 ? own : (sum[at] ?? 0) / (count[at] ?? 1)));
    for (const [index, members] of rows.entries())
      rows[index] = (members ?? []).toSorted((one, other) => (wish[one] ?? 0) - (wish[other] ?? 0));
    setShares();
  }
  return rows;
}

function toLayout(
  nodes: readonly LayoutNode[],
  row: Int32Array,
  order: readonly number[][],
  gaps: Gaps,
): Layout {
  const positions = new Map<string, Position>();
  const lengths = order.map((members) =>
    members.reduce((length, at) => length + (nodes[at]?.width ?? 0) + gaps.column, -gaps.column),
  );
  const width = Math.max(0, ...lengths);
  let top = 0;
  const rows = order.map((members, index) => {
    let left = (width - (lengths[index] ?? 0)) / 2;
    let height = 0;
    for (const at of members) {
      const node = nodes[at];
      if (node === undefined) continue;
      positions.set(node.id, { x: left, y: top });
      left += node.width + gaps.column;
      height = Math.max(height, node.height);
    }
    const here = { top, height };
    top += height + gaps.row;
    return here;
  });
  const rowOf = new Map(nodes.map(({ id }, at) => [id, row[at] ?? 0]));
  return { positions, rows, rowOf, bounds: { x: 0, y: 0, width, height: Math.max(0, top - gaps.row) } };
}
