import { expect, test } from "vitest";
import { finding, supports } from "../../domain/argument/graph-samples.ts";
import { marksOn } from "../../domain/annotations/marks.ts";
import { readChain } from "../../domain/record/chain.ts";
import { MAIN_BRANCH, type RecordTarget } from "../../domain/record/events.ts";
import { foldRecord } from "../../domain/record/fold.ts";
import type { EventPayload } from "../../domain/record/read-payload.ts";
import { SAMPLE_SETTINGS, toSampleEvent } from "../../domain/record/sample-record.ts";
import { createDialogueReader } from "./dialogue-rows.ts";
import { onlyMarked } from "./only-marked.ts";

const branch = MAIN_BRANCH;
const WHOLE: RecordTarget = { type: "case", id: "", quote: "", start: 0 };

const STORY: readonly EventPayload[] = [
  { type: "run-start", run: "r1", branch, settings: SAMPLE_SETTINGS },
  { type: "thinking-append", run: "r1", text: "hm" },
  { type: "run-end", run: "r1", reason: "finished" },
  { type: "run-start", run: "r2", branch, settings: SAMPLE_SETTINGS },
  { type: "run-end", run: "r2", reason: "finished" },
  { type: "node-add", branch, node: finding("f") },
  { type: "node-add", branch, node: finding("g") },
  { type: "edge-add", branch, edge: supports("f", "g") },
  { type: "question-ask", branch, question: "q", op: "Q1", target: WHOLE, text: "Why?" },
  { type: "answer-give", answer: "a", question: "q", source: "computed", text: "So.", restsOn: [] },
];

function shownWith(...on: readonly Pick<RecordTarget, "type" | "id">[]) {
  const made = on.map((target, at): EventPayload => ({
    type: "annotation-make",
    annotation: { id: `n${at}`, branch, target: { ...WHOLE, ...target }, comment: "" },
  }));
  const view = foldRecord([...STORY, ...made].map((payload, at) => toSampleEvent(at + 1, payload)));
  const answersOf = (question: string) =>
    Array.from(readChain(view.state.dialogue.get(question)?.answers), ({ give }) => give.answer);
  const all = createDialogueReader()({ view, branch });
  return onlyMarked(all, marksOn(view.state, branch), answersOf);
}

test.each([
  ["a step", { type: "node", id: "g" }, ["run", "change"]],
  ["a link", { type: "edge", id: "f+g" }, ["run", "change"]],
  ["an answer", { type: "answer", id: "a" }, ["run", "question"]],
  ["the thinking of a run", { type: "thinking", id: "r1" }, ["run"]],
  ["the case", { type: "case", id: "" }, []],
] as const)("with a mark on %s, only it and its run are shown", (_name, target, types) => {
  expect(shownWith(target).rows.map(({ type }) => type)).toEqual(types);
});

test("places are those of what is shown", () => {
  const { placeOf, count } = shownWith({ type: "node", id: "g" }, { type: "edge", id: "f+g" });
  expect([count, placeOf.get("g"), placeOf.get("f+g"), placeOf.get("f")]).toEqual([3, 1, 2, undefined]);
});
