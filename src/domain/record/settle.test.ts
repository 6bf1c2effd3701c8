import { expect, test } from "vitest";
import { readFlags } from "./fold.ts";
import type { EventPayload } from "./read-payload.ts";
import { branch, branchOf, createReasonedCase, edge, node, staleOf, write } from "./sample-argument.ts";
import { drawEdge, drawNode, SAMPLE_SETTINGS } from "./sample-record.ts";
import { readStaleShares } from "./settle.ts";

test("what a person stated is not left out: their step stays, their link waits for what it argues about", () => {
  const view = write(
    createReasonedCase(),
    { type: "node-add", branch, node: drawNode("own", 2) },
    { type: "edge-add", branch, edge: drawEdge("own-h", "own", "h") },
    { type: "node-add", branch, node: drawNode("guess", 2) },
    { type: "edge-add", branch, edge: drawEdge("i-guess", "i", "guess") },
    { type: "node-retract", branch, node: "f" },
  );
  expect(staleOf(view)).toEqual(["guess", "h", "hi", "i", "i-guess", "own-h"]);
  const begun = write(view, { type: "branch-start", branch: "again", parent: "main", leavesOut: "stale" });
  expect([...branchOf(begun, "again").nodes.keys()]).toEqual(["g", "own", "guess"]);
  expect([branchOf(begun, "again").edges.size, staleOf(begun, "again")]).toEqual([0, ["guess"]]);
  const said = write(
    begun,
    { type: "run-start", run: "r2", branch: "again", settings: SAMPLE_SETTINGS },
    { ...node("h", 2), run: "r2" },
  );
  expect([...branchOf(said, "again").edges.keys()]).toEqual(["own-h"]);
  expect(branchOf(said, "again").withdrawn.has("own-h")).toBe(false);
  expect(staleOf(said, "again")).toEqual(["guess"]);
});

const say = (id: string, text: string): EventPayload => ({
  type: "statement-close",
  run: "r2",
  line: "",
  statement: { type: "node", node: drawNode(id, 1, text) },
  marks: [],
});

test("a person's link that comes back with a step which is said otherwise needs a look, and the step does not", () => {
  const view = write(
    createReasonedCase(),
    { type: "edge-add", branch, edge: drawEdge("h-i", "h", "i") },
    { type: "node-edit", branch, node: drawNode("f", 0, "corrected") },
    { type: "branch-start", branch: "again", parent: "main", leavesOut: "stale" },
    { type: "run-start", run: "r2", branch: "again", settings: SAMPLE_SETTINGS },
  );
  const same = write(view, say("h", "Sample statement "), say("i", "sample statement"));
  expect([staleOf(same, "again"), branchOf(same, "again").edges.has("h-i")]).toEqual([[], true]);
  const [one, two] = [say("h", "something else"), say("i", "sample statement")];
  for (const order of [
    [one, two],
    [two, one],
  ]) {
    const other = write(view, ...order);
    expect(staleOf(other, "again")).toEqual(["h-i"]);
    expect(readStaleShares(branchOf(other, "again"))).toEqual({ own: ["h-i"], forRun: 0 });
    const settled = write(other, { type: "stale-settle", branch: "again", target: "h-i" });
    expect(staleOf(settled, "again")).toEqual([]);
  }
});

test("a person's stale step keeps its mark on a re-run until it is settled, and marks nothing that is stated anew", () => {
  const view = write(
    createReasonedCase(),
    { type: "node-add", branch, node: drawNode("own", 0) },
    { type: "edge-add", branch, edge: drawEdge("g-own", "g", "own") },
    { type: "edge-add", branch, edge: drawEdge("own-i", "own", "i") },
    { type: "node-edit", branch, node: drawNode("g", 2, "corrected") },
  );
  expect(staleOf(view)).toEqual(["g-own", "hi", "i", "own", "own-i"]);
  const { own, forRun } = readStaleShares(branchOf(view));
  expect([own.toSorted(), forRun]).toEqual([["g-own", "own", "own-i"], 2]);
  const again = write(
    view,
    { type: "branch-start", branch: "again", parent: "main", leavesOut: "stale" },
    { type: "run-start", run: "r2", branch: "again", settings: SAMPLE_SETTINGS },
    { ...node("i", 2), run: "r2" },
    { ...edge("hi", "h", "i"), run: "r2" },
  );
  expect(branchOf(again, "again").edges.has("own-i")).toBe(true);
  const kept = staleOf(again, "again");
  expect(kept).toEqual(["g-own", "own"]);
  expect(readStaleShares(branchOf(again, "again")).forRun).toBe(0);
  const settled = write(again, { type: "stale-settle", branch: "again", target: "own" });
  expect([staleOf(settled, "again"), staleOf(settled)]).toEqual([[], staleOf(view)]);
  const undone = write(settled, { type: "change-undo", change: settled.undoStack?.first ?? "" });
  expect(staleOf(undone, "again")).toEqual(kept);
  // What changes after that marks it anew, and what was stated on it as well.
  const edit: EventPayload = { type: "node-edit", branch: "again", node: drawNode("g", 2, "once more") };
  for (const before of [again, settled])
    expect(staleOf(write(before, edit), "again")).toEqual(["g-own", "hi", "i", "own", "own-i"]);
});

test("a step that a person found to still hold loses its mark with the links that lead to it, and nothing else does", () => {
  const stale = write(createReasonedCase(), {
    type: "node-edit",
    branch,
    node: drawNode("f", 0, "corrected"),
  });
  expect(staleOf(stale)).toEqual(["fh", "h", "hi", "i"]);
  expect(staleOf(write(stale, { type: "stale-settle", branch, target: "h" }))).toEqual(["hi", "i"]);
  expect(staleOf(write(stale, { type: "stale-settle", branch, target: "hi" }))).toEqual(["fh", "h", "i"]);
  const gone = write(stale, { type: "stale-settle", branch, target: "nothing" });
  expect(staleOf(gone)).toEqual(staleOf(stale));
  expect(readFlags(gone).at(-1)).toMatchObject({ type: "unknown-target", id: "nothing" });
});
