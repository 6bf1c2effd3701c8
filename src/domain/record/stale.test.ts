import { expect, test } from "vitest";
import { readCaseText } from "../case-text/revisions.ts";
import { readTray } from "./anchors.ts";
import { branchToGraph } from "./case-state.ts";
import type { RecordTarget } from "./events.ts";
import { draftRevision, nextOrder, readFlags } from "./fold.ts";
import type { CaseView } from "./fold.ts";
import { findAnswerCause } from "./stale.ts";
import { drawEdge, drawNode, SAMPLE_SETTINGS } from "./sample-record.ts";
import { branch, branchOf, createReasonedCase, edge, node, staleOf, write } from "./sample-argument.ts";

test("an edited or retracted statement makes stale what came after and depends on it, and nothing else", () => {
  const view = createReasonedCase();
  expect(staleOf(view)).toEqual([]);
  expect(staleOf(write(view, { type: "node-edit", branch, node: drawNode("f", 0, "corrected") }))).toEqual([
    "fh",
    "h",
    "hi",
    "i",
  ]);
  expect(staleOf(write(view, { type: "node-edit", branch, node: drawNode("h", 1, "corrected") }))).toEqual([
    "fh",
    "hi",
    "i",
  ]);
  expect(staleOf(write(view, { type: "edge-edit", branch, edge: drawEdge("hi", "h", "i") }))).toEqual([]);
  const retracted = write(view, { type: "node-retract", branch, node: "f" });
  expect(staleOf(retracted)).toEqual(["h", "hi", "i"]);
  expect([...branchToGraph(branchOf(retracted)).edges.keys()]).toEqual(["hi"]);
  expect([...branchOf(retracted).withdrawn.keys()]).toEqual(["f", "fh"]);
});

test("a corrected sentence makes stale what cites it, also lines of a run that began before", () => {
  const view = createReasonedCase();
  const revised = draftRevision(
    view,
    "First sample sentence. Second corrected sentence. Third sample sentence.",
  );
  expect(revised.sentences.map(({ id }) => id)).toEqual(["s1", "s4", "s3"]);
  const corrected = write(view, { type: "text-revise", ...revised });
  expect(staleOf(corrected)).toEqual(["fh", "h", "hi", "i"]);
  const later = write(corrected, node("k", 2), node("m", 3), edge("km", "k", "m"));
  expect(staleOf(later)).toEqual(["fh", "h", "hi", "i", "k", "km"]);
  const undone = write(corrected, { type: "change-undo", change: corrected.undoStack?.first ?? "" });
  expect(staleOf(undone)).toEqual([]);
  // Numbers of a revision that was taken back stay used.
  expect(draftRevision(undone, "New words.").sentences.map(({ id }) => id)).toEqual(["s5"]);
  expect(undone.state.text?.text).toBe(readCaseText(revised.text.replace("corrected", "sample")).text);
});

test("a branch that runs again begins without the stale part; both branches stay", () => {
  const edited = write(createReasonedCase(), {
    type: "node-edit",
    branch,
    node: drawNode("f", 0, "corrected"),
  });
  const again = write(
    edited,
    { type: "branch-start", branch: "again", parent: "main", leavesOut: "stale" },
    { type: "run-start", run: "r2", branch: "again", settings: SAMPLE_SETTINGS },
    {
      type: "statement-close",
      run: "r2",
      line: "",
      statement: { type: "node", node: drawNode("h", 1, "new") },
      marks: [],
    },
    {
      type: "statement-close",
      run: "r2",
      line: "",
      statement: { type: "edge", edge: drawEdge("fh", "f", "h") },
      marks: [],
    },
    { type: "branch-favour", branch: "again" },
  );
  expect([...branchToGraph(branchOf(again, "again")).nodes.keys()]).toEqual(["f", "g", "h"]);
  expect(staleOf(again, "again")).toEqual([]);
  expect(staleOf(again, "main")).toEqual(["fh", "h", "hi", "i"]);
  expect(branchOf(again, "main").nodes.get("h")?.text).toBe("sample statement");
  expect(again.state.favourite).toBe("again");
  const early = write(edited, {
    type: "branch-start",
    branch: "early",
    parent: "main",
    from: "e5",
    leavesOut: "nothing",
  });
  expect([...branchOf(early, "early").nodes.keys()]).toEqual(["f", "g"]);
  expect(branchOf(early, "early").nodes.get("f")?.text).toBe("sample statement");
});

test("a reason that a person adds makes stale what follows from what it argues about, and neither that nor what led to it", () => {
  const view = createReasonedCase();
  const add = (to: string, kind: "supports" | "asks" = "supports"): CaseView => {
    const reason = { id: "new-edge", from: "new", to } as const;
    return write(
      view,
      { type: "node-add", branch, node: drawNode("new", 2) },
      {
        type: "edge-add",
        branch,
        edge: kind === "asks" ? { ...reason, kind } : { ...reason, kind, weight: 0.5 },
      },
    );
  };
  expect(staleOf(add("h"))).toEqual(["hi", "i"]);
  expect(branchOf(add("h")).stale.get("i")).toMatchObject({ through: "hi" });
  expect(staleOf(add("fh"))).toEqual(["hi", "i"]);
  expect(staleOf(add("i"))).toEqual([]);
  expect(staleOf(add("h", "asks"))).toEqual([]);
  // A run that began before says what it says without it; one that begins after does not.
  const late = write(add("h"), node("late", 2), edge("h-late", "h", "late"));
  expect(staleOf(late)).toEqual(["h-late", "hi", "i"]);
  const knowing = write(
    add("h"),
    { type: "run-start", run: "r2", branch, settings: SAMPLE_SETTINGS },
    { ...node("late", 2), run: "r2" },
    { ...edge("h-late", "h", "late"), run: "r2" },
  );
  expect(staleOf(knowing)).toEqual(["hi", "i"]);
});

test("edges wait for what they point at, and chains of them do not recurse", { timeout: 60_000 }, () => {
  const view = write(createReasonedCase(), edge("late", "f", "n"));
  expect(branchOf(view).edges.has("late")).toBe(false);
  expect(readFlags(view).at(-1)).toMatchObject({ type: "dangling-reference", id: "n" });
  expect(branchOf(write(view, node("n", 1))).edges.has("late")).toBe(true);
  let chain = createReasonedCase();
  for (let at = 3000; at > 0; at -= 1)
    chain = write(chain, edge(`u${at}`, "f", at === 1 ? "n" : `u${at - 1}`));
  expect(branchOf(write(chain, node("n", 1))).edges.size).toBe(3002);
});

test("annotations follow their words, and orphans are in the tray until the words come back", () => {
  const target: RecordTarget = { type: "node", id: "f", quote: "statement", start: 7 };
  const onText: RecordTarget = { type: "text", id: "s2", quote: "Second", start: 0 };
  const base = { branch, comment: "" };
  const view = write(
    createReasonedCase(),
    { type: "annotation-make", annotation: { id: "n1", target, ...base } },
    { type: "annotation-make", annotation: { id: "n2", target: onText, ...base } },
  );
  const moved = write(view, { type: "node-edit", branch, node: drawNode("f", 0, "a longer statement") });
  expect(moved.state.annotations.get("n1")?.anchor).toEqual({
    type: "anchored",
    target: "f",
    start: 9,
    end: 18,
  });
  const lost = write(moved, { type: "node-edit", branch, node: drawNode("f", 0, "other words") });
  expect(readTray(lost.state).map(({ annotation }) => annotation.id)).toEqual(["n1"]);
  const gone = write(moved, { type: "node-retract", branch, node: "f" });
  expect(readTray(gone.state).map(({ anchor }) => anchor)).toEqual([
    { type: "orphaned", reason: "target-gone" },
  ]);
  const back = write(gone, { type: "change-undo", change: gone.undoStack?.first ?? "" });
  expect(readTray(back.state)).toEqual([]);
  const revised = write(view, {
    type: "text-revise",
    ...draftRevision(view, "Now it is: Second corrected sentence."),
  });
  expect(revised.state.annotations.get("n2")?.anchor).toEqual({
    type: "anchored",
    target: "s4",
    start: 11,
    end: 17,
  });
});

function causeIn(view: CaseView): string | undefined {
  const given = view.state.answers.get("w1");
  return given === undefined ? "no answer" : findAnswerCause(view.state, given);
}

test("a dialogue turn keeps its answers, and answers without a question are flagged", () => {
  const target: RecordTarget = { type: "node", id: "f", quote: "", start: 0 };
  const answer = { type: "answer-give", source: "computed", text: "So.", restsOn: ["f"] } as const;
  const view = write(
    createReasonedCase(),
    { type: "question-ask", branch, question: "q1", op: "why", target, text: "Why?" },
    { ...answer, answer: "w1", question: "q1" },
    { ...answer, answer: "w2", question: "q9" },
  );
  expect(view.state.dialogue.get("q1")?.answers?.first.give.answer).toBe("w1");
  expect(readFlags(view).at(-1)).toMatchObject({ type: "unknown-question", id: "q9" });
  expect(causeIn(view)).toBeUndefined();
  const edited = write(view, { type: "node-edit", branch, node: drawNode("f", 0, "corrected") });
  expect(causeIn(edited)).toBe(`e${nextOrder(view)}`);
  const argued = write(view, { type: "edge-add", branch, edge: drawEdge("gf", "g", "f") });
  expect(causeIn(argued)).toBe(`e${nextOrder(view)}`);
});
