import { assert, double, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { holdsView, isSharpAt, placeSheet, planSheet } from "./sheet.ts";
import { windowOf } from "./view.ts";

const FRAME = { width: 1000, height: 600 };
const BOUNDS = { left: 0, top: 0, right: 40_000, bottom: 20_000 };
const START = { x: -4000, y: -3000, zoom: 0.5 };

const PLAN = { view: START, frame: FRAME, bounds: BOUNDS, ratio: 1, spare: 0.3 };

test("a sheet is larger than its frame by what is spare, within what a device can hold", () => {
  expect(planSheet(PLAN).area).toEqual({ left: -300, top: -180, right: 1300, bottom: 780 });
  expect(planSheet({ ...PLAN, spare: 0 }).area).toEqual({ left: 0, top: 0, right: 1000, bottom: 600 });
  const { area } = planSheet({ ...PLAN, frame: { width: 3000, height: 2000 }, ratio: 2 });
  expect((area.right - area.left) * (area.bottom - area.top) * 4).toBeLessThanOrEqual(24e6);
});

test("the view moves within what is spare without another painting, and not beyond", () => {
  const sheet = planSheet(PLAN);
  expect(holdsView(sheet, START, FRAME)).toBe(true);
  expect(holdsView(sheet, { ...START, x: START.x + 299, y: START.y - 179 }, FRAME)).toBe(true);
  expect(holdsView(sheet, { ...START, x: START.x + 302 }, FRAME)).toBe(false);
  expect(holdsView(sheet, { ...START, y: START.y - 182 }, FRAME)).toBe(false);
});

test("a sheet that holds the whole drawing serves wherever the view goes, until it is stretched too far", () => {
  const view = { x: 20, y: 20, zoom: 0.02 };
  const sheet = planSheet({ ...PLAN, view });
  expect(sheet.area).toEqual({ left: 4, top: 4, right: 1052, bottom: 436 });
  for (const x of [-900, 0, 900]) expect(holdsView(sheet, { x, y: -x, zoom: 0.02 }, FRAME)).toBe(true);
  expect(holdsView(sheet, { x: 0, y: 0, zoom: 0.03 }, FRAME)).toBe(true);
  expect(holdsView(sheet, { x: 0, y: 0, zoom: 0.04 }, FRAME)).toBe(false);
  expect(holdsView(sheet, { x: 0, y: 0, zoom: 0.01 }, FRAME)).toBe(false);
});

test("where the drawing is out of sight the sheet holds nothing, and says when it comes back", () => {
  const sheet = planSheet({ ...PLAN, view: { x: 5000, y: 0, zoom: 0.5 } });
  expect([sheet.area.right - sheet.area.left, holdsView(sheet, sheet.view, FRAME)]).toEqual([0, true]);
  expect(holdsView(sheet, { x: 500, y: 0, zoom: 0.5 }, FRAME)).toBe(false);
});

test("a point on the sheet stays over its place in the drawing, however the view moves", () => {
  const view = record({
    x: double({ min: -9000, max: 900, noNaN: true }),
    y: double({ min: -9000, max: 900, noNaN: true }),
    zoom: double({ min: 0.02, max: 1.5, noNaN: true }),
  });
  assert(
    property(view, view, integer({ min: 1, max: 3 }), (painted, seen, ratio) => {
      const sheet = planSheet({ ...PLAN, view: painted, ratio });
      const at = {
        x: (sheet.area.left - painted.x) / painted.zoom,
        y: (sheet.area.top - painted.y) / painted.zoom,
      };
      const { x, y, zoom } = placeSheet(sheet, seen);
      expect(x).toBeCloseTo(at.x * seen.zoom + seen.x, 5);
      expect(y).toBeCloseTo(at.y * seen.zoom + seen.y, 5);
      expect(zoom * painted.zoom).toBeCloseTo(seen.zoom, 9);
      expect(sheet.area.left * ratio).toBeCloseTo(Math.round(sheet.area.left * ratio), 6);
    }),
  );
});

test("whatever of the drawing is in the frame is on a sheet that holds the view", () => {
  const move = record({
    x: double({ min: -1500, max: 1500, noNaN: true }),
    y: double({ min: -1500, max: 1500, noNaN: true }),
    stretch: double({ min: 0.5, max: 2, noNaN: true }),
  });
  assert(
    property(move, ({ x, y, stretch }) => {
      const sheet = planSheet(PLAN);
      const seen = { x: START.x + x, y: START.y + y, zoom: START.zoom * stretch };
      if (!holdsView(sheet, seen, FRAME)) return;
      const window = windowOf(seen, FRAME);
      const [left, right] = [window.left * START.zoom + START.x, window.right * START.zoom + START.x];
      expect(left).toBeGreaterThanOrEqual(sheet.area.left - 1);
      expect(right).toBeLessThanOrEqual(sheet.area.right + 1);
    }),
  );
});

test("a sheet is sharp where it was painted and whole pixels away from there", () => {
  const sheet = planSheet({ ...PLAN, ratio: 2 });
  expect(isSharpAt(sheet, { ...START, x: START.x + 0.5, y: START.y - 3 })).toBe(true);
  expect(isSharpAt(sheet, { ...START, x: START.x + 0.25 })).toBe(false);
  expect(isSharpAt(sheet, { ...START, zoom: 0.51 })).toBe(false);
});
