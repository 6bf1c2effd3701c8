import { expect, test } from "vitest";
import { indexPlaces } from "../../workbench/graph-view/grid-index.ts";
import { CARD } from "../../workbench/graph-view/places.ts";
import { createCardPicker } from "./cards-in-window.ts";

const ROW = new Map(Array.from({ length: 20 }, (_, at) => [`n${at}`, { x: at * 300, y: 0 }]));

/** The ids of the cards of a window of 600 that begins there. */
function idsAt(pick: ReturnType<typeof createCardPicker>, left: number): string {
  const cards = pick(indexPlaces(ROW, CARD), `${left} 0 ${left + 600} 200`);
  return cards.map(({ id }) => id).join(" ");
}

test("a window is given its own cards, and those just outside only when they were there before", () => {
  const pick = createCardPicker();
  expect(idsAt(pick, 1500)).toBe("n5 n6 n7");
  expect(idsAt(pick, 1800)).toBe("n5 n6 n7 n8");
  expect(idsAt(pick, 1650)).toBe("n5 n6 n7 n8");
  expect(idsAt(pick, 1500)).toBe("n5 n6 n7");
  expect(idsAt(pick, 3600)).toBe("n12 n13 n14");
});

test("the same cards are the very same answer; from afar there are none, and they come back", () => {
  const pick = createCardPicker();
  const index = indexPlaces(ROW, CARD);
  const first = pick(index, "0 0 600 200");
  expect(pick(index, "0 0 700 200")).toBe(first);
  expect(pick(index, "")).toEqual([]);
  expect(pick(index, "0 0 600 200")).toBe(first);
});

test("a card that was moved is another value, and one that went is gone", () => {
  const pick = createCardPicker();
  const [first] = pick(indexPlaces(ROW, CARD), "0 0 100 200");
  const moved = new Map([...ROW, ["n0", { x: 10, y: 0 }] as const]);
  const [next] = pick(indexPlaces(moved, CARD), "0 0 100 200");
  expect([first?.position.x, next?.position.x]).toEqual([0, 10]);
  moved.delete("n0");
  expect(pick(indexPlaces(moved, CARD), "0 0 100 200").map(({ id }) => id)).toEqual([]);
});
