import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createSeededChance } from "../../../shared/chance.ts";
import { assignLayers } from "./layers.ts";
import { layoutGraph } from "./layered-layout.ts";
import { indexLayoutGraph } from "./layout-input.ts";
import type { LayoutEdge, LayoutNode, Position } from "./layout-input.ts";
import { continueLayout, createPlacement, placeArriving } from "./place-arriving.ts";

type Given = { readonly nodes: readonly LayoutNode[]; readonly edges: readonly LayoutEdge[] };

const anySide = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 300 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -5, Number.NaN, Number.POSITIVE_INFINITY, 1e308, 0.001) },
);

/** Any graph at all: cycles, loops, repeated ids and arrows, arrows to nowhere, unconnected boxes, no boxes. */
const anyGraph: fc.Arbitrary<Given> = fc.integer({ min: 0, max: 40 }).chain((size) => {
  const id = fc.nat({ max: size + 1 }).map((index) => `n${index}`);
  return fc.record({
    nodes: fc.array(fc.record({ id, width: anySide, height: anySide }), { minLength: size, maxLength: size }),
    edges: fc.array(fc.record({ from: id, to: id }), { maxLength: size * 2 }),
  });
});

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function drawnSide(side: number): number {
  return Number.isNaN(side) ? 0 : Math.min(10_000, Math.max(0, side));
}

function boxesOf(nodes: readonly LayoutNode[], positions: ReadonlyMap<string, Position>): readonly Box[] {
  const first = new Map<string, LayoutNode>();
  for (const node of nodes) if (!first.has(node.id)) first.set(node.id, node);
  return Array.from(first.values(), (node) => {
    const position = positions.get(node.id)!;
    return { ...position, width: drawnSide(node.width), height: drawnSide(node.height) };
  });
}

function overlaps(one: Box, other: Box): boolean {
  const slack = 1e-6;
  return (
    one.x + one.width > other.x + slack &&
    other.x + other.width > one.x + slack &&
    one.y + one.height > other.y + slack &&
    other.y + other.height > one.y + slack
  );
}

function countOverlaps(boxes: readonly Box[]): number {
  return boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) => overlaps(one, other))).length;
}

function areFinite(boxes: readonly Box[]): boolean {
  return boxes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
}

test("any graph gets a finite drawing without overlap inside its bounds, and always the same one", () => {
  fc.assert(
    fc.property(anyGraph, ({ nodes, edges }) => {
      const layout = layoutGraph(nodes, edges);
      const boxes = boxesOf(nodes, layout.positions);
      expect(layout.positions.size).toBe(boxes.length);
      expect(areFinite(boxes)).toBe(true);
      expect(countOverlaps(boxes)).toBe(0);
      const { width, height } = layout.bounds;
      for (const { x, y, width: boxWidth, height: boxHeight } of boxes) {
        const isInside = x >= 0 && x + boxWidth <= width + 1e-6 && y >= 0 && y + boxHeight <= height + 1e-6;
        expect(isInside).toBe(true);
      }
      expect(layoutGraph(nodes, edges)).toEqual(layout);
    }),
    { seed: 10, numRuns: 500 },
  );
}, 60_000);

test("in an acyclic graph every arrow leads down", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 })), { maxLength: 60 }), (pairs) => {
      const nodes = Array.from({ length: 31 }, (_unused, index) => box(`n${index}`));
      const edges = pairs
        .filter(([one, other]) => one !== other)
        .map(([one, other]) => ({ from: `n${Math.min(one, other)}`, to: `n${Math.max(one, other)}` }));
      const { rowOf } = layoutGraph(nodes, edges);
      for (const { from, to } of edges) expect(rowOf.get(from)!).toBeLessThan(rowOf.get(to)!);
    }),
    { seed: 11, numRuns: 300 },
  );
}, 60_000);

test("no other rows give shorter arrows: equal to trying all rows of small graphs", () => {
  const size = 5;
  const pair = fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: size - 1 }));
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 9 }), (pairs) => {
      const edges = pairs
        .filter(([one, other]) => one !== other)
        .map(([one, other]) => ({ from: `n${Math.min(one, other)}`, to: `n${Math.max(one, other)}` }));
      const nodes = Array.from({ length: size }, (_unused, index) => box(`n${index}`));
      const { from, to, layer } = assignLayers(indexLayoutGraph(nodes, edges));
      const lengthOf = (rows: ArrayLike<number>): number =>
        from.reduce((sum, source, arrow) => {
          const length = rows[to[arrow]!]! - rows[source]!;
          return length < 1 ? Number.POSITIVE_INFINITY : sum + length;
        }, 0);
      let shortest = Number.POSITIVE_INFINITY;
      for (let code = 0; code < size ** size; code += 1) {
        const rows = nodes.map((_unused, index) => Math.floor(code / size ** index) % size);
        shortest = Math.min(shortest, lengthOf(rows));
      }
      expect(lengthOf(layer)).toBe(shortest);
    }),
    { seed: 12, numRuns: 60 },
  );
}, 60_000);

test("a small diamond is symmetric, and two chains that need not cross do not", () => {
  const diamond = layoutGraph(
    ["a", "b", "c", "d"].map((id) => box(id)),
    arrows("a>b a>c b>d c>d"),
  );
  const middle = (id: string): number => diamond.positions.get(id)!.x;
  expect(middle("a")).toBeCloseTo(middle("d"));
  expect(middle("b") + middle("c")).toBeCloseTo(2 * middle("a"));
  const chains = layoutGraph(
    ["a", "b", "c", "d"].map((id) => box(id)),
    arrows("a>d b>c"),
  );
  const order = (one: string, other: string): number =>
    Math.sign(chains.positions.get(one)!.x - chains.positions.get(other)!.x);
  expect(order("a", "b")).toBe(order("d", "c"));
});

function box(id: string, width = 180, height = 60): LayoutNode {
  return { id, width, height };
}

function arrows(text: string): readonly LayoutEdge[] {
  return text.split(" ").map((arrow) => ({ from: arrow[0]!, to: arrow[2]! }));
}

test("arriving boxes never move what is placed, never overlap, and give the same drawing again", () => {
  fc.assert(
    fc.property(anyGraph, fc.nat({ max: 20 }), ({ nodes, edges }, settled) => {
      const start = nodes.slice(0, settled);
      const layout = layoutGraph(start, edges);
      const place = (): ReadonlyMap<string, Position> => {
        const placement = continueLayout(layout, start);
        const seen = new Map(layout.positions);
        for (const node of nodes) {
          const position = placeArriving(placement, node, edges);
          expect(position).toEqual(seen.get(node.id) ?? position);
          seen.set(node.id, position);
        }
        return seen;
      };
      const positions = place();
      const boxes = boxesOf(nodes, positions);
      expect(areFinite(boxes)).toBe(true);
      expect(countOverlaps(boxes)).toBe(0);
      expect(place()).toEqual(positions);
    }),
    { seed: 13, numRuns: 500 },
  );
}, 60_000);

test("a box arrives below what points at it, above what it points at, and beside its like", () => {
  const placement = createPlacement();
  const edges = arrows("a>h b>h h>t");
  const h = placeArriving(placement, box("h"), edges);
  const a = placeArriving(placement, box("a"), edges);
  const b = placeArriving(placement, box("b"), edges);
  const t = placeArriving(placement, box("t"), edges);
  expect([a.y < h.y, b.y === a.y, t.y > h.y, a.x === h.x, b.x !== a.x]).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
});

function chainOf(size: number): Given {
  const nodes = Array.from({ length: size }, (_unused, index) => box(`n${index}`));
  const edges = nodes.slice(1).map((node, index) => ({ from: `n${index}`, to: node.id }));
  return { nodes, edges };
}

test("5,000 boxes are drawn, whatever their arrows", () => {
  const chain = chainOf(5000);
  const chance = createSeededChance(5);
  const spans = chain.nodes
    .slice(2500)
    .map((node) => ({ from: `n${Math.floor(chance.next() * 2500)}`, to: node.id }));
  const star = chain.nodes.slice(1).map((node) => ({ from: "n0", to: node.id }));
  for (const edges of [chain.edges, [...chain.edges, ...spans], star, []]) {
    const layout = layoutGraph(chain.nodes, edges);
    expect(layout.positions.size).toBe(5000);
    expect(Array.from(layout.positions.values()).every(({ x, y }) => Number.isFinite(x + y))).toBe(true);
  }
}, 60_000);
