import { array, assert, double, property, record } from "fast-check";
import { expect, test } from "vitest";
import {
  attacks,
  finding,
  graphOf,
  hypothesis,
  inference,
  supports,
} from "../../domain/argument/graph-samples.ts";
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import { curveBetween, distanceTo, mayTouch, pointAt } from "./curve.ts";
import { findByWords } from "./find-words.ts";
import { findInWindow, indexPlaces, widenToCells } from "./grid-index.ts";
import { nextTowards } from "./neighbour.ts";
import { CARD, createPlacer } from "./places.ts";
import { buildScene, findEdgeAt, findNodeAt } from "./scene.ts";

const NO_FILTER = { focus: undefined, hidden: new Set<never>() };
const number = double({ min: -5000, max: 5000, noNaN: true });
const place = record({ x: number, y: number });

const SAMPLE = graphOf(
  [finding("f"), finding("g"), inference("i"), hypothesis("a"), hypothesis("b")],
  [
    supports("f", "i"),
    supports("i", "a"),
    attacks("g", "b"),
    { ...attacks("g", "i+a", 1, "undercut"), id: "u" },
  ],
);

test("the grid finds what a look at every box finds", () => {
  assert(
    property(array(place, { maxLength: 60 }), place, (boxes, corner) => {
      const places = new Map(boxes.map((box, id): [string, Position] => [`${id}`, box]));
      const window = { left: corner.x, top: corner.y, right: corner.x + 900, bottom: corner.y + 600 };
      const expected = [...places].filter(
        ([, { x, y }]) =>
          x <= window.right &&
          x + CARD.width >= window.left &&
          y <= window.bottom &&
          y + CARD.height >= window.top,
      );
      const found = findInWindow(indexPlaces(places, CARD), window);
      expect(found.toSorted()).toEqual(expected.map(([id]) => id).toSorted());
    }),
  );
});

test("a widened window holds the window, and small moves do not change it", () => {
  const window = { left: 10, top: 10, right: 700, bottom: 500 };
  expect(widenToCells(window)).toEqual({ left: 0, top: 0, right: 1024, bottom: 512 });
  expect(widenToCells({ ...window, left: 40, right: 730 })).toEqual(widenToCells(window));
});

test("what arrives moves nothing that is placed; order on request may", () => {
  const placer = createPlacer();
  const first = placer.follow(SAMPLE);
  const grown = graphOf(
    [...SAMPLE.nodes.values(), finding("late"), hypothesis("c")],
    [...SAMPLE.edges.values(), supports("late", "c")],
  );
  const second = placer.follow(grown);
  expect([...first].every(([id, at]) => second.get(id)?.x === at.x && second.get(id)?.y === at.y)).toBe(true);
  expect([second.has("late"), placer.tidy(grown).size]).toEqual([true, 7]);
});

test("a node that is taken back and comes again finds its place", () => {
  const placer = createPlacer();
  const first = placer.follow(SAMPLE);
  const less = graphOf([...SAMPLE.nodes.values()].filter(({ id }) => id !== "g"));
  expect(placer.follow(less).has("g")).toBe(false);
  expect(placer.follow(SAMPLE).get("g")).toEqual(first.get("g"));
});

test("a focus shows one hypothesis with its reasons, what weakens a link included; kinds can be hidden", () => {
  const places = createPlacer().follow(SAMPLE);
  const focused = buildScene(SAMPLE, places, { ...NO_FILTER, focus: "a" });
  expect([...focused.nodes.keys()].toSorted()).toEqual(["a", "f", "g", "i"]);
  expect(focused.edges.map(({ edge }) => edge.id).toSorted()).toEqual(["f+i", "i+a", "u"]);
  const without = buildScene(SAMPLE, places, { ...NO_FILTER, hidden: new Set(["finding"] as const) });
  expect([without.nodes.size, without.edges.length]).toEqual([3, 1]);
});

test("a link is hit on its way and not far from it; a card at its middle", () => {
  const places = createPlacer().follow(SAMPLE);
  const scene = buildScene(SAMPLE, places, NO_FILTER);
  const link = scene.edges.find(({ edge }) => edge.id === "f+i");
  if (link === undefined) throw new Error("the link has no curve");
  const middle = pointAt(link.curve, 0.4);
  expect(findEdgeAt(scene, middle, 5)?.id).toBe("f+i");
  expect(findEdgeAt(scene, { x: middle.x, y: -9999 }, 5)).toBeUndefined();
  const at = places.get("a") ?? { x: 0, y: 0 };
  expect(findNodeAt(scene, { x: at.x + CARD.width / 2, y: at.y + CARD.height / 2 }, 20)).toBe("a");
});

test("a curve stays in the box of its ends, so culling by that box loses nothing", () => {
  assert(
    property(place, place, double({ min: 0, max: 1, noNaN: true }), (from, to, share) => {
      const curve = curveBetween(from, to, CARD);
      const point = pointAt(curve, share);
      const window = { left: point.x - 1, top: point.y - 1, right: point.x + 1, bottom: point.y + 1 };
      expect(mayTouch(curve, window)).toBe(true);
      expect(distanceTo(curve, curve.from)).toBeCloseTo(0);
    }),
  );
});

test("arrows lead to the nearest card on that side and stay where nothing lies there", () => {
  const places = new Map(
    Object.entries({ a: { x: 0, y: 0 }, b: { x: 0, y: 132 }, c: { x: 0, y: 500 }, d: { x: 334, y: 60 } }),
  );
  expect(nextTowards(places, "a", "down")).toBe("b");
  expect(nextTowards(places, "b", "down")).toBe("c");
  expect(nextTowards(places, "a", "right")).toBe("d");
  expect(nextTowards(places, "d", "left")).toBe("a");
  expect(nextTowards(places, "a", "up")).toBe("a");
});

test("hypotheses that come before any link stand beside the findings, not among them", () => {
  const placer = createPlacer();
  const nodes = [finding("f"), finding("g"), hypothesis("a"), hypothesis("b")];
  for (let count = 1; count <= nodes.length; count += 1) placer.follow(graphOf(nodes.slice(0, count)));
  const places = placer.follow(graphOf(nodes));
  const columns = nodes.map(({ id }) => places.get(id)?.x);
  expect([columns[0] === columns[1], columns[2] === columns[3], columns[0] === columns[2]]).toEqual([
    true,
    true,
    false,
  ]);
});

test("words find nodes in any order and case", () => {
  const nodes = [
    { ...finding("1"), text: "Tearing chest pain" },
    { ...finding("2"), text: "No pain in the leg" },
  ];
  expect(findByWords(nodes, "PAIN chest")).toEqual(["1"]);
  expect(findByWords(nodes, "pain")).toEqual(["1", "2"]);
  expect(findByWords(nodes, "  ")).toEqual([]);
});
