import * as fc from "fast-check";
import { expect, test } from "vitest";
import { CARD } from "../../workbench/graph-view/places.ts";
import { cutIntoPages } from "./picture-pages.ts";

const place = fc.record({ x: fc.constantFrom(0, 394, 788), y: fc.integer({ min: -4000, max: 4000 }) });

test("every card is whole on exactly one part, and no part is higher than a page", () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 60 }), (drawn) => {
      const places = new Map(drawn.map((each, at) => [`n${at}`, each]));
      const pages = cutIntoPages(places) ?? [];
      expect(pages.flatMap((page) => [...page.places.keys()]).toSorted()).toEqual(
        [...places.keys()].toSorted(),
      );
      for (const { window, places: held } of pages) {
        expect(window.bottom - window.top).toBeLessThanOrEqual((window.right - window.left) * 1.06);
        for (const { x, y } of held.values()) {
          expect(y >= window.top && y + CARD.height <= window.bottom).toBe(true);
          expect(x >= window.left && x + CARD.width <= window.right).toBe(true);
        }
      }
    }),
    { seed: 361, numRuns: 200 },
  );
});

test("what is too wide to be read on paper is not drawn", () => {
  const row = new Map(Array.from({ length: 6 }, (_, at) => [`n${at}`, { x: at * 400, y: 0 }]));
  expect(cutIntoPages(row)).toBeUndefined();
  expect(cutIntoPages(new Map())).toEqual([]);
});
