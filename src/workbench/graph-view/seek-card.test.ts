import { assert, boolean, double, property, record } from "fast-check";
import { expect, test } from "vitest";
import {
  attacks,
  finding,
  graphOf,
  hypothesis,
  inference,
  supports,
} from "../../domain/argument/graph-samples.ts";
import { foldReasons, unfoldFor } from "./collapse.ts";
import { CARD } from "./places.ts";
import { cardsOf, seekView, type Seeking } from "./seek-card.ts";
import { READABLE, windowOf, type View } from "./view.ts";

const FRAME = { width: 900, height: 600 };
const CALM: Seeking = {
  cards: [],
  view: { x: 0, y: 0, zoom: 1 },
  frame: FRAME,
  isReadable: true,
  isHeld: false,
  isShowingAll: false,
};

function sees(view: View | undefined, { x, y }: { readonly x: number; readonly y: number }): boolean {
  if (view === undefined) return false;
  const { left, top, right, bottom } = windowOf(view, FRAME);
  return x >= left && y >= top && x + CARD.width <= right && y + CARD.height <= bottom;
}

test("what is in sight moves nothing, from near or as a box from afar", () => {
  expect(seekView({ ...CALM, cards: [{ x: 100, y: 100 }] })).toBeUndefined();
  const far = { ...CALM, view: { x: 0, y: 0, zoom: 0.1 }, isReadable: false };
  expect(seekView({ ...far, cards: [{ x: 5000, y: 3000 }] })).toBeUndefined();
  expect(seekView({ ...CALM, cards: [] })).toBeUndefined();
});

test("what is half in sight comes in wholly, at the same zoom and no further than it takes", () => {
  expect(seekView({ ...CALM, cards: [{ x: 800, y: 100 }] })).toEqual({ x: -156, y: 0, zoom: 1 });
  expect(seekView({ ...CALM, cards: [{ x: -10, y: 550 }] })).toEqual({ x: 42, y: -90, zoom: 1 });
});

test("from where no card can be read the view comes near enough to read", () => {
  const far = { ...CALM, view: { x: 0, y: 0, zoom: 0.1 }, isReadable: false };
  expect(seekView({ ...far, cards: [{ x: 20_000, y: 0 }] })?.zoom).toBe(READABLE);
});

test("a link is shown with both its ends where they fit, else with what it leads to", () => {
  const graph = graphOf([finding("f"), hypothesis("h")], [supports("f", "h")]);
  const target = { type: "edge", id: "f+h" } as const;
  const near = cardsOf(
    graph,
    new Map([
      ["f", { x: 2000, y: 0 }],
      ["h", { x: 2400, y: 100 }],
    ]),
    target,
  );
  const both = seekView({ ...CALM, cards: near });
  expect(near.map((card) => sees(both, card))).toEqual([true, true]);
  const wide = cardsOf(
    graph,
    new Map([
      ["f", { x: -9000, y: 0 }],
      ["h", { x: 2400, y: 100 }],
    ]),
    target,
  );
  expect(sees(seekView({ ...CALM, cards: wide }), { x: 2400, y: 100 })).toBe(true);
  expect(cardsOf(graph, new Map(), { type: "sentence", id: "s1" })).toEqual([]);
});

test("never while a hand moves the view or everything is followed; else whatever is sought is seen, at the zoom that was", () => {
  const place = record({
    x: double({ min: -9000, max: 9000, noNaN: true }),
    y: double({ min: -9000, max: 9000, noNaN: true }),
  });
  assert(
    property(place, boolean(), boolean(), (card, isHeld, isShowingAll) => {
      const view = seekView({ ...CALM, cards: [card], isHeld, isShowingAll });
      const isLeft = isHeld || isShowingAll;
      expect([isLeft && view !== undefined, isLeft || sees(view ?? CALM.view, card)]).toEqual([false, true]);
      expect(view?.zoom ?? 1).toBe(1);
    }),
  );
});

test("a card that is folded away is unfolded, and what hides nothing of it stays folded", () => {
  const graph = graphOf(
    [finding("f"), finding("g"), inference("i"), hypothesis("a"), hypothesis("b")],
    [supports("f", "i"), supports("i", "a"), supports("g", "b"), attacks("i", "b")],
  );
  const collapsed = new Set(["a", "b", "i"]);
  expect(foldReasons(graph, collapsed).nodes.has("f")).toBe(true);
  expect(unfoldFor(graph, collapsed, "f")).toEqual(new Set(["a"]));
  expect(unfoldFor(graph, collapsed, "g")).toEqual(new Set(["a", "i"]));
  expect(unfoldFor(graph, collapsed, "a")).toEqual(collapsed);
});
