import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createStopScan } from "./stop-scan.ts";

/** Text before the stop string, and whether one came, with the text in these pieces. */
function scan(pieces: readonly string[], stops: readonly string[]) {
  const { push, finish } = createStopScan(stops);
  let text = "";
  for (const piece of pieces) {
    const taken = push(piece);
    text += taken.text;
    if (taken.stopped) return { text, stopped: true };
  }
  return { text: text + finish(), stopped: false };
}

const abc = fc.string({ unit: fc.constantFrom("a", "b", "c") });
const stops = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 4 }), {
  maxLength: 3,
});

test("however the text is cut, it ends at the same place", () => {
  fc.assert(
    fc.property(fc.array(abc), stops, (pieces, some) => {
      expect(scan(pieces, some)).toEqual(scan([pieces.join("")], some));
    }),
    { seed: 3, numRuns: 2000 },
  );
});

test("what comes out is the beginning of the text and holds no stop string", () => {
  fc.assert(
    fc.property(abc, stops, (whole, some) => {
      const { text, stopped } = scan(whole.split(""), some);
      expect(whole.startsWith(text)).toBe(true);
      expect(some.some((stop) => text.includes(stop))).toBe(false);
      expect(stopped).toBe(some.some((stop) => whole.includes(stop)));
      expect(stopped || text === whole).toBe(true);
    }),
    { seed: 4, numRuns: 2000 },
  );
});

test("nothing is ever shown that could still become a stop string", () => {
  const { push } = createStopScan(["</think>"]);
  expect(push("so </thi").text).toBe("so ");
  expect(push("nk").text).toBe("");
  expect(push("!").text).toBe("</think!");
});
