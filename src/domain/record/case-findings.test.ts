import { expect, test } from "vitest";
import type { FindingNode } from "../argument/graph.ts";
import { finding, hypothesis, supports } from "../argument/graph-samples.ts";
import { readBroughtBack } from "./bring-back.ts";
import type { BranchState, CaseState } from "./case-state.ts";
import { type FindingSource, createFindingReader } from "./case-findings.ts";
import { MAIN_BRANCH } from "./events.ts";
import { type CaseView, appendEvent, draftRevision, foldRecord } from "./fold.ts";
import type { EventPayload } from "./read-payload.ts";
import { toSampleEvent } from "./sample-record.ts";
import { readTextCorrection } from "./text-correction.ts";

const branch = MAIN_BRANCH;
const NOTE = "Chest pain at rest. No fever.";

function add(view: CaseView, ...payloads: readonly EventPayload[]): CaseView {
  return payloads.reduce((next, item) => appendEvent(next, toSampleEvent(next.length + 1, item)), view);
}

function revise(view: CaseView, text: string): CaseView {
  return add(view, { type: "text-revise", ...draftRevision(view, text) });
}

const PAIN: FindingNode = { ...finding("pain"), text: "Chest pain", citations: [{ sentence: "s1" }] };
const FEVER: FindingNode = {
  ...finding("fever"),
  text: "Fever",
  polarity: "absent",
  citations: [{ sentence: "s2" }],
};

const OPENED = add(
  revise(foldRecord([toSampleEvent(1, { type: "case-create", title: "Sample" })]), NOTE),
  { type: "node-add", branch, node: PAIN },
  { type: "node-add", branch, node: FEVER },
  { type: "node-add", branch, node: hypothesis("infarct") },
  { type: "edge-add", branch, edge: supports("pain", "infarct", 0.5) },
);

function mainOf({ state }: CaseView): BranchState {
  const main = state.branches.get(branch);
  if (main === undefined) throw new Error("every case has a main branch");
  return main;
}

function sourceOf(view: CaseView): FindingSource {
  const { text, revisions }: CaseState = view.state;
  return { text, revisions, branch: mainOf(view) };
}

const show = (view: CaseView) =>
  createFindingReader()(sourceOf(view)).map(({ node, standing, isStale, places }) => [
    node.id,
    standing,
    isStale,
    ...places.map(({ state }) => state),
  ]);

test("findings say what they say, and where; a retracted one is still told", () => {
  expect(show(OPENED)).toEqual([
    ["pain", "present", false, "current"],
    ["fever", "absent", false, "current"],
  ]);
  expect(show(add(OPENED, { type: "node-retract", branch, node: "pain" }))).toEqual([
    ["fever", "absent", false, "current"],
    ["pain", "retracted", false, "current"],
  ]);
});

test("a finding is the same value until something about it changes", () => {
  const read = createFindingReader();
  const [pain, fever] = read(sourceOf(OPENED));
  const turned = add(OPENED, { type: "node-edit", branch, node: { ...FEVER, polarity: "present" } });
  const after = read(sourceOf(turned));
  expect([after[0] === pain, after[1] === fever, after[1]?.standing]).toEqual([true, false, "present"]);
});

test("a correction of the note names the steps that cited it apart from what follows, until it is taken back", () => {
  const corrected = revise(OPENED, NOTE.replace("rest", "night"));
  expect(show(corrected)[0]).toEqual(["pain", "present", true, "gone"]);
  expect(readTextCorrection(corrected.state, mainOf(corrected))).toEqual({ citing: ["pain"], following: 2 });
  const last = corrected.undoStack?.first ?? "";
  const undone = add(corrected, { type: "change-undo", change: last });
  expect(readTextCorrection(undone.state, mainOf(undone))).toBeUndefined();
  expect(readTextCorrection(OPENED.state, mainOf(OPENED))).toBeUndefined();
});

test("what was retracted comes back with the links that went with it, as far as their ends are there", () => {
  const retracted = add(OPENED, { type: "node-retract", branch, node: "pain" });
  const back = readBroughtBack(mainOf(retracted), "pain");
  expect([back?.node.id, back?.edges.map(({ to }) => to)]).toEqual(["pain", ["infarct"]]);
  const lonely = add(retracted, { type: "node-retract", branch, node: "infarct" });
  expect(readBroughtBack(mainOf(lonely), "pain")?.edges).toEqual([]);
  expect(readBroughtBack(mainOf(OPENED), "pain")).toBeUndefined();
});
