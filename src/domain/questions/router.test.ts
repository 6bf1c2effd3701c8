import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sentenceToTarget } from "../argument/explanations/sentence.ts";
import { teachingCaseToGraph } from "../argument/teaching/case-statements.ts";
import { readTeachingCase } from "../argument/teaching/read-teaching-case.ts";
import { computeStrengths, leaderOf } from "../argument/strength/strengths.ts";
import { answerQuestion, questionsAbout } from "./ask.ts";
import type { QuestionType } from "./question.ts";
import { questionTypes } from "./registry.ts";
import { createRouter, type RouterMemory } from "./router.ts";

const read = readTeachingCase(JSON.parse(readFileSync("public/cases/dissection-mimicking-mi.json", "utf8")));
if (!read.ok) throw new Error("the teaching case is not readable");
const graph = teachingCaseToGraph(read.value);
const strengths = computeStrengths(graph);
const router = createRouter(graph);
const NOTHING: RouterMemory = {};

function named(text: string): string {
  const node = [...graph.nodes.values()].find((candidate) => candidate.text.toLowerCase().includes(text));
  return node?.id ?? `nothing is called ${text}`;
}

const dissection = named("dissection");
const infarction = named("infarction");
const embolism = named("embolism");

type Asked = readonly [text: string, op: string, target?: string];

const SURE: readonly Asked[] = [
  ["Why do you think it is this?", "Q1"],
  ["why dissection?", "Q1", dissection],
  ["What makes you think of dissection", "Q1", dissection],
  ["Why not infarction?", "Q2", infarction],
  ["why not PE", "Q2", embolism],
  ["Could it be a pulmonary embolism instead?", "Q2", embolism],
  ["Where does it say that the arm pressures differ?", "Q3"],
  ["What speaks against dissection?", "Q6", dissection],
  ["what doesn't fit", "Q6"],
  ["What would change your mind?", "Q7"],
  ["How solid is it?", "Q9"],
  ["How sure are you?", "Q10"],
  ["how confident are you in this?", "Q10"],
  ["What have you not used?", "Q11"],
  ["did you overlook anything", "Q11"],
  ["What must we not miss here?", "Q12"],
  ["When did you change your view?", "Q22"],
];

for (const [text, op, target] of SURE) {
  test(`"${text}" is ${op}`, () => {
    const about = target === undefined ? {} : { target };
    expect(router(text, NOTHING)).toMatchObject({ type: "sure", ask: { op, ...about } });
  });
}

test("a contrast names both sides, the one that was not chosen last", () => {
  expect(router("Why dissection rather than infarction?", NOTHING)).toEqual({
    type: "sure",
    ask: { op: "Q2", target: infarction, other: dissection },
  });
});

test("what if tells taking away from turning round", () => {
  const pain = named("pain");
  const selected = { selected: pain };
  expect(router("what if that were normal", selected)).toEqual({
    type: "sure",
    ask: { op: "Q8", target: pain, change: "turn-round" },
  });
  expect(router("and without it?", selected)).toEqual({
    type: "sure",
    ask: { op: "Q8", target: pain, change: "take-away" },
  });
});

test("a name means what it says and nothing more, not every sentence in which it occurs", () => {
  expect(router("And without the troponin?", NOTHING)).toEqual({
    type: "sure",
    ask: { op: "Q8", target: named("raised troponin"), change: "take-away" },
  });
});

test("a short follow-up asks the same about something else", () => {
  const last = { op: "Q2", target: infarction } as const;
  expect(router("and embolism?", { last })).toEqual({ type: "sure", ask: { op: "Q2", target: embolism } });
});

test("what is not understood is not guessed: two questions are offered", () => {
  const nearest = [expect.anything(), expect.anything()];
  expect(router("the weather is fine", NOTHING)).toEqual({ type: "unsure", nearest });
  expect(router("did it matter?", NOTHING)).toEqual({ type: "needs-target", op: "Q20" });
});

test("every question type answers about the teaching case, or says in a typed way why not", () => {
  for (const type of questionTypes) {
    const target = type.op === "Q16" ? [...graph.edges.keys()][0] : leaderOf(strengths);
    const answer = answerQuestion({ strengths }, { op: type.op, ...(target !== undefined && { target }) });
    const said = answer?.ok === true ? answer.value.op : answer?.error.type;
    expect([type.op, "wrong-kind-of-target", "no-treatments"], type.op).toContain(said);
  }
});

test("every thing in a graph has questions of its own", () => {
  expect(questionsAbout(graph, undefined).map(({ op }) => op)).toContain("Q11");
  for (const id of graph.nodes.keys()) expect(questionsAbout(graph, id).length, id).toBeGreaterThan(2);
  for (const id of graph.edges.keys()) expect(questionsAbout(graph, id).map(({ op }) => op)).toContain("Q16");
  expect(questionsAbout(graph, "nothing")).toEqual([]);
});

test("a sentence can be asked what rests on it, and what would be left without it", () => {
  const cited = [...graph.nodes.values()].find(({ citations }) => citations.length > 0)?.citations[0]
    ?.sentence;
  const target = sentenceToTarget(cited ?? "");
  expect(questionsAbout(graph, target).map(({ op }) => op)).toEqual(["Q3", "Q8"]);
  expect(router(`what rests on sentence ${cited?.slice(1)}?`, NOTHING)).toEqual({
    type: "sure",
    ask: { op: "Q3", target },
  });
  expect(router("and without it?", { selected: target })).toMatchObject({ ask: { op: "Q8", target } });
  const resting = answerQuestion({ strengths }, { op: "Q3", target });
  const without = answerQuestion({ strengths }, { op: "Q8", target });
  if (resting?.ok !== true || without?.ok !== true) throw new Error("a sentence has answers");
  expect(resting.value.items.length).toBeGreaterThan(0);
  expect(without.value.items.map(({ nodeId }) => nodeId)).toEqual(
    resting.value.items.map(({ nodeId }) => nodeId),
  );
  expect(without.value.after).not.toEqual(without.value.before);
});

test("no two types share a cue, so that no question is between two by accident", () => {
  const cues = questionTypes.flatMap((type: QuestionType) => type.cues);
  expect(cues.length).toBe(new Set(cues).size);
});
