import { array, assert, double, property, record } from "fast-check";
import { expect, test } from "vitest";
import type { ArgumentEdge, ArgumentGraph, ArgumentNode } from "../../domain/argument/graph.ts";
import {
  attacks,
  finding,
  graphOf,
  hypothesis,
  inference,
  supports,
} from "../../domain/argument/graph-samples.ts";
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import { createSeededChance } from "../../shared/chance.ts";
import { countReasons } from "./collapse.ts";
import { curveBetween, distanceTo, mayTouch, pointAt } from "./curve.ts";
import { findByWords } from "./find-words.ts";
import { placeAround } from "./focus-places.ts";
import { findInWindow, indexPlaces, widenToCells } from "./grid-index.ts";
import { nextTowards } from "./neighbour.ts";
import { CARD, createPlacer } from "./places.ts";
import { createSceneKeeper, findEdgeAt, findNodeAt } from "./scene.ts";
import { NO_FILTER, type SceneFilter } from "./scene-filter.ts";

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
  expect(widenToCells(window)).toEqual({ left: 0, top: 0, right: 768, bottom: 576 });
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

/** What a scene shows, as one value. */
function shownBy(graph: ArgumentGraph, filter: Partial<SceneFilter>) {
  const scene = createSceneKeeper()(graph, createPlacer().follow(graph), { ...NO_FILTER, ...filter });
  const nodes = [...scene.index.places.keys()].toSorted().join(" ");
  const edges = scene.edges.map(({ edge }) => edge.id).toSorted();
  return { nodes, edges: edges.join(" "), folded: Object.fromEntries(scene.folded) };
}

test("a focus shows one hypothesis with its reasons, what weakens a link included; kinds can be hidden", () => {
  expect(shownBy(SAMPLE, { focus: "a" })).toMatchObject({ nodes: "a f g i", edges: "f+i i+a u" });
  const without = shownBy(SAMPLE, { hidden: new Set(["finding"] as const) });
  expect([without.nodes, without.edges]).toEqual(["a b i", "i+a"]);
  expect(shownBy(SAMPLE, { only: new Set(["f", "i"]) })).toMatchObject({ nodes: "f i", edges: "f+i" });
});

const TREATMENT: ArgumentNode = {
  id: "t",
  kind: "treatment",
  text: "t",
  citations: [],
  attribution: "model",
  origin: "scripted",
};

test("a stage shows its nodes with the evidence that speaks to them", () => {
  const graph = graphOf(
    [...SAMPLE.nodes.values(), TREATMENT],
    [...SAMPLE.edges.values(), supports("f", "t")],
  );
  expect(shownBy(graph, { stage: 3 })).toMatchObject({ nodes: "f t", edges: "f+t" });
  expect(shownBy(graph, { stage: 2 }).nodes).toBe("a b f g i");
});

test("folding hides the links into a node and every reason that leads nowhere else, and counts them", () => {
  expect(shownBy(SAMPLE, { collapsed: new Set(["a"]) })).toEqual({
    nodes: "a b g",
    edges: "g-b",
    folded: { a: 1 },
  });
  expect(shownBy(SAMPLE, { collapsed: new Set(["i"]) })).toMatchObject({
    nodes: "a b g i",
    folded: { i: 1 },
  });
  expect(shownBy(SAMPLE, { collapsed: new Set(["f"]) })).toMatchObject({
    nodes: "a b f g i",
    folded: { f: 0 },
  });
  expect(countReasons(SAMPLE, "a")).toBe(1);
});

test("one scene after the other is what a fresh one would be, whatever came and went", () => {
  const random = createSeededChance(7).next;
  const nodes = new Map<string, ArgumentNode>();
  const edges = new Map<string, ArgumentEdge>();
  const [keep, placer] = [createSceneKeeper(), createPlacer()];
  const pick = (ids: readonly string[]): string => ids[Math.floor(random() * ids.length)] ?? "";
  for (let step = 0; step < 300; step += 1) {
    const act = random();
    const id = pick([...nodes.keys()]);
    if (act < 0.4 || nodes.size < 3) nodes.set(`n${step}`, inference(`n${step}`));
    else if (act < 0.5) nodes.delete(id);
    else if (act < 0.6) nodes.set(id, { ...inference(id), text: `said ${step}` });
    else if (act < 0.9) {
      const to = random() < 0.2 ? pick([...edges.keys()]) : pick([...nodes.keys()]);
      edges.set(`e${step}`, { ...attacks(id, to), id: `e${step}` });
    } else edges.delete(pick([...edges.keys()]));
    const graph = { nodes: new Map(nodes), edges: new Map(edges) };
    const places = act > 0.97 ? placer.tidy(graph) : placer.follow(graph);
    const [kept, fresh] = [keep(graph, places, NO_FILTER), createSceneKeeper()(graph, places, NO_FILTER)];
    expect(new Map(kept.edges.map((each) => [each.edge.id, each.curve]))).toEqual(
      new Map(fresh.edges.map((each) => [each.edge.id, each.curve])),
    );
    expect([kept.bounds, new Set(findInWindow(kept.index, kept.bounds))]).toEqual([
      fresh.bounds,
      new Set(findInWindow(fresh.index, fresh.bounds)),
    ]);
  }
});

test("a column that would be a ribbon is folded, and no two cards lie over each other", () => {
  const ids = Array.from({ length: 300 }, (_, at) => `f${at}`);
  const graph = graphOf(
    [...ids.map((id) => finding(id)), hypothesis("a"), hypothesis("b"), hypothesis("c")],
    ids.map((id, at) => supports(id, ["a", "b", "c"][at % 3] ?? "a")),
  );
  const places = createPlacer().follow(graph);
  const { bounds, index } = createSceneKeeper()(graph, places, NO_FILTER);
  expect((bounds.bottom - bounds.top) / (bounds.right - bounds.left)).toBeLessThan(1.6);
  for (const { x, y } of places.values()) {
    const inside = { left: x + 1, top: y + 1, right: x + CARD.width - 1, bottom: y + CARD.height - 1 };
    expect(findInWindow(index, inside)).toHaveLength(1);
  }
  const columns = new Set(["a", "b", "c"].map((id) => places.get(id)?.x));
  expect([
    columns.size,
    ids.every((id) => (places.get(id)?.x ?? 0) < Math.min(...[...columns].map(Number))),
  ]).toEqual([1, true]);
});

test("tidying up can be taken back", () => {
  const placer = createPlacer();
  for (let count = 1; count <= SAMPLE.nodes.size; count += 1)
    placer.follow(graphOf([...SAMPLE.nodes.values()].slice(0, count)));
  const before = placer.follow(SAMPLE);
  expect(placer.tidy(SAMPLE)).not.toEqual(before);
  expect(placer.untidy(SAMPLE)).toEqual(before);
});

test("around a focus stand its reasons, those for it above and those against it below", () => {
  const places = placeAround(SAMPLE, "a") ?? new Map<string, Position>();
  const at = (id: string) => places.get(id) ?? { x: 0, y: 0 };
  expect([...places.keys()].toSorted()).toEqual(["a", "f", "g", "i"]);
  expect([at("i").x < at("a").x, at("f").x < at("i").x]).toEqual([true, true]);
  expect([at("i").y < 0, at("f").y < 0, at("g").y > 0]).toEqual([true, true, true]);
});

test("a link is hit on its way and not far from it; a card at its middle", () => {
  const places = createPlacer().follow(SAMPLE);
  const scene = createSceneKeeper()(SAMPLE, places, NO_FILTER);
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
