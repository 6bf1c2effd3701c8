import { expect, test } from "vitest";
import { finding, hypothesis, supports } from "../argument/graph-samples.ts";
import { readSentences } from "../case-text/sentences.ts";
import { foldRecord } from "../record/fold.ts";
import type { Annotation, RecordTarget } from "../record/events.ts";
import type { EventPayload } from "../record/read-payload.ts";
import { toSampleEvent } from "../record/sample-record.ts";
import { countMarks, filterMarks } from "./filter-marks.ts";
import { readStandings } from "./standings.ts";
import { countElsewhere, lostMarksOn, marksAt, marksOn, placeOfMark } from "./marks.ts";

const fold = (payloads: readonly EventPayload[]) =>
  foldRecord(payloads.map((payload, at) => toSampleEvent(at + 1, payload))).state;

const target = (type: RecordTarget["type"], id = "", quote = "", start = 0): RecordTarget => ({
  type,
  id,
  quote,
  start,
});

function mark(id: string, on: RecordTarget, more: Partial<Annotation> = {}, branch = "main"): EventPayload {
  return { type: "annotation-make", annotation: { id, branch, target: on, comment: "", ...more } };
}

function revise(text: string): EventPayload {
  return { type: "text-revise", text, sentences: readSentences(text) };
}

const NODE = { ...finding("f"), text: "Fever of 39 for a week" };
const GROUND: readonly EventPayload[] = [
  { type: "case-create", title: "Sample" },
  revise("No cough. Fever today."),
  { type: "node-add", branch: "main", node: NODE },
  { type: "node-add", branch: "main", node: hypothesis("a") },
  { type: "edge-add", branch: "main", edge: supports("f", "a") },
];
const BRANCH: EventPayload = { type: "branch-start", branch: "again", parent: "main", leavesOut: "nothing" };
const reword = (text: string): EventPayload => ({
  type: "node-edit",
  branch: "main",
  node: { ...NODE, text },
});
const idsOf = (marks: ReturnType<typeof marksOn>): readonly string[] =>
  marks.map(({ annotation }) => annotation.id);

test("a branch shows the marks of what it inherited, until one of the two says something else", () => {
  const before = [...GROUND, mark("n1", target("node", "f")), mark("n2", target("edge", "f+a")), BRANCH];
  expect(idsOf(marksOn(fold(before), "again"))).toEqual(["n1", "n2"]);
  const edited = { type: "node-edit", node: { ...NODE, text: "No fever" } } as const;
  for (const branch of ["main", "again"]) {
    const state = fold([...before, { ...edited, branch }]);
    expect([
      idsOf(marksOn(state, "again")),
      idsOf(marksOn(state, "main")),
      countElsewhere(state, "again"),
    ]).toEqual([["n2"], ["n1", "n2"], 1]);
  }
});

test("a suggestion applied on a branch leaves its mark there", () => {
  const state = fold([
    ...GROUND,
    mark("n1", target("node", "f", "39", 9), { suggestion: "38.5" }),
    BRANCH,
    { type: "node-edit", branch: "again", node: { ...NODE, text: "Fever of 38.5 for a week" } },
  ]);
  expect([idsOf(marksOn(state, "main")), idsOf(marksOn(state, "again"))]).toEqual([["n1"], ["n1"]]);
});

test("a mark of a branch is its own, one on the note is everybody's", () => {
  const state = fold([
    ...GROUND,
    BRANCH,
    mark("n1", target("node", "f"), {}, "again"),
    mark("n2", target("text", "s1"), {}, "again"),
  ]);
  expect([idsOf(marksOn(state, "main")), idsOf(marksOn(state, "again"))]).toEqual([["n2"], ["n1", "n2"]]);
});

test("what a mark was on is gone: it lies in the tray, and comes back with it", () => {
  const made = [...GROUND, mark("n1", target("node", "f")), mark("n2", target("case", "a"))];
  const gone = [
    ...made,
    { type: "node-retract", branch: "main", node: "f" } as const,
    { type: "node-retract", branch: "main", node: "a" } as const,
  ];
  expect([idsOf(marksOn(fold(gone), "main")), idsOf(lostMarksOn(fold(gone), "main"))]).toEqual([
    [],
    ["n1", "n2"],
  ]);
  const back = fold([...gone, { type: "change-undo", change: "e9" }]);
  expect(idsOf(marksOn(back, "main"))).toEqual(["n2"]);
});

test("a link that goes with its step leaves its mark in the tray", () => {
  const state = fold([
    ...GROUND,
    mark("n1", target("edge", "f+a")),
    { type: "node-retract", branch: "main", node: "f" },
  ]);
  expect([idsOf(marksOn(state, "main")), idsOf(lostMarksOn(state, "main"))]).toEqual([[], ["n1"]]);
});

test("an applied correction keeps its mark, wherever it may stand by now", () => {
  const words = target("node", "f", "39", 9);
  const made = [...GROUND, mark("n1", words, { suggestion: "38.5" })];
  for (const text of ["Fever of 38.5 for a week", "High fever of 38.5 for a week"])
    expect(idsOf(marksOn(fold([...made, reword(text)]), "main"))).toEqual(["n1"]);
  expect(lostMarksOn(fold([...made, reword("Fever of 40 for a week")]), "main")).toMatchObject([
    { anchor: { type: "orphaned", reason: "quote-gone" } },
  ]);
});

test("a corrected sentence of the note keeps the mark that corrected it", () => {
  const made = [...GROUND, mark("n1", target("text", "s1"), { suggestion: "A dry cough." })];
  const state = fold([...made, revise("A dry cough. Fever today.")]);
  const [sentence] = state.text?.sentences ?? [];
  expect(idsOf(marksAt(state, "main", { type: "text", id: sentence?.id ?? "" }))).toEqual(["n1"]);
});

test("a step and a link stand as the worst verdict on them says, or as marked", () => {
  const state = fold([
    ...GROUND,
    mark("n1", target("node", "f"), { verdict: "accept" }),
    mark("n2", target("node", "f", "week", 18), { verdict: "reject" }),
    mark("n3", target("edge", "f+a"), { comment: "Why?" }),
    mark("n4", target("text", "s1")),
  ]);
  expect([...readStandings(state, "main")]).toEqual([
    ["f", "rejected"],
    ["f+a", "marked"],
  ]);
});

test("marks are found by what they are on, filtered and counted", () => {
  const state = fold([
    ...GROUND,
    mark("n1", target("node", "f"), { verdict: "reject", errorCode: "E3", severity: "2" }),
    mark("n2", target("node", "f", "week", 18), { verdict: "reject", errorCode: "Z9" }),
    mark("n3", target("case"), { verdict: "unsure" }),
  ]);
  const marks = marksOn(state, "main");
  expect(idsOf(marksAt(state, "main", { type: "node", id: "f" }))).toEqual(["n1", "n2"]);
  expect(marks.map(({ annotation }) => placeOfMark(annotation.target))).toEqual(["node", "span", "case"]);
  expect(idsOf(filterMarks(marks, { verdict: "reject", place: "span" }))).toEqual(["n2"]);
  expect(idsOf(filterMarks(marks, { code: "" }))).toEqual(["n3"]);
  expect(idsOf(filterMarks(marks, {}))).toEqual(["n1", "n2", "n3"]);
  expect([...countMarks(marks, "code")]).toEqual([
    ["E3", 1],
    ["Z9", 1],
    ["", 1],
  ]);
});
