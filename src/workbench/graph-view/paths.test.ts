import { expect, test } from "vitest";
import {
  attacks,
  finding,
  graphOf,
  hypothesis,
  inference,
  supports,
} from "../../domain/argument/graph-samples.ts";
import { litAlong, type PathWay } from "./paths.ts";
import { viewOfAll, viewToOpen, windowOf } from "./view.ts";

const SAMPLE = graphOf(
  [finding("f"), finding("g"), inference("i"), hypothesis("a"), hypothesis("b")],
  [
    supports("f", "i"),
    supports("i", "a"),
    attacks("f", "b"),
    { ...attacks("g", "i+a", 1, "undercut"), id: "u" },
  ],
);

function lit(id: string, way: PathWay): string {
  const { nodes, edges } = litAlong(SAMPLE, { type: "node", id }, way);
  return [...nodes, ...edges].toSorted().join(" ");
}

test("light follows links one step, or paths to their ends", () => {
  expect(lit("i", "links")).toBe("a f f+i i i+a");
  expect(lit("a", "behind")).toBe("a f f+i g i i+a u");
  expect(lit("f", "ahead")).toBe("a b f f+i f-b i i+a");
  expect(lit("i", "both")).toBe("a f f+i i i+a");
  // An attack on a link goes on to what that link leads to.
  expect(lit("g", "ahead")).toBe("a g i+a u");
  const link = litAlong(SAMPLE, { type: "edge", id: "i+a" }, "both");
  expect([...link.nodes].toSorted()).toEqual(["a", "f", "g", "i"]);
});

test("a circle of attacks ends", () => {
  const circle = graphOf([inference("x"), inference("y")], [attacks("x", "y"), attacks("y", "x")]);
  expect(litAlong(circle, { type: "node", id: "x" }, "both").nodes.size).toBe(2);
});

test("what fits is shown whole, else the leader is, at a zoom that can be read and with its left side in sight", () => {
  const frame = { width: 500, height: 600 };
  const small = { left: 0, top: 0, right: 600, bottom: 400 };
  const all = windowOf(viewToOpen(small, { x: 300, y: 100 }, frame), frame);
  expect([all.left <= 0, all.top <= 0, all.right >= 600, all.bottom >= 400]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  const large = { left: 0, top: 0, right: 4000, bottom: 6000 };
  const view = viewToOpen(large, { x: 2000, y: 3000 }, frame);
  const seen = windowOf(view, frame);
  expect(view.zoom).toBeGreaterThan(0.6);
  expect([seen.left < 1800, seen.right > 2224, seen.top < 3000, seen.bottom > 3108]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(viewOfAll(large, frame).zoom).toBeLessThan(0.2);
  // A leader at the edge is shown with the drawing beside it, not with the emptiness beyond.
  for (const y of [0, 5892]) {
    const edge = windowOf(viewToOpen(large, { x: 2000, y }, frame), frame);
    expect([edge.top > -30, edge.bottom < 6030, edge.top < y, edge.bottom > y + 108]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  }
});
