import { expect, test } from "vitest";
import { readSearchText } from "../../case-text/search-text.ts";
import type { ArgumentEdge, ArgumentNode, TargetId } from "../graph.ts";
import { attacks, finding, graphOf, hypothesis, inference, knowledge, supports } from "../graph-samples.ts";
import { computeStrengths } from "../strength/strengths.ts";
import { explainContrast } from "./contrast.ts";
import { explainCriticalQuestions } from "./critical-questions.ts";
import { explainMustNotMiss } from "./must-not-miss.ts";
import { explainReasoningGrade } from "./right-answer.ts";
import { SCHEMES } from "./schemes.ts";
import { explainStageWalk, explainWithoutStage } from "./stage-walk.ts";
import { explainStepMatter } from "./step-matter.ts";
import { explainUnusedFindings } from "./unused-findings.ts";

const COMMON = { citations: [], attribution: "human", origin: "human" } as const;

function verdict(id: string, target: TargetId, judged: "accept" | "reject" | "unsure"): ArgumentNode {
  return { ...COMMON, kind: "annotation", id, text: "", target, verdict: judged };
}

const DEBATE = graphOf(
  [
    finding("f", { revealedAt: 0 }),
    finding("g", { revealedAt: 1 }),
    finding("both", { revealedAt: 1 }),
    hypothesis("a"),
    hypothesis("b"),
  ],
  [
    supports("f", "a", 0.4),
    supports("g", "b", 0.9),
    attacks("g", "a", 0.2),
    supports("both", "a", 0.3),
    supports("both", "b", 0.3),
  ],
);

test("the contrast puts first what separates the two", () => {
  const answer = explainContrast(computeStrengths(DEBATE), "b", "a");
  expect(answer.ok && answer.value.items.map((item) => [item.nodeId, item.part])).toEqual([
    ["g", { type: "sides", first: 0.45, second: -0.1 }],
    ["f", { type: "sides", second: 0.2 }],
    ["both", { type: "sides", first: 0.15, second: 0.15 }],
  ]);
  expect(answer.ok && answer.value.headline.margin).toBeCloseTo(0.35, 12);
  expect(answer.ok && answer.value.headline.lead).toBe("narrow-lead");
  expect(explainContrast(computeStrengths(DEBATE), "b", "f").ok).toBe(false);
});

test("the stage walk says when the leader changed and what did it", () => {
  const answer = explainStageWalk(computeStrengths(DEBATE));
  expect(answer.ok && answer.value.headline.steps.map((step) => [step.leader, step.leaderChanged])).toEqual([
    ["a", false],
    ["b", true],
  ]);
  expect(answer.ok && answer.value.items.map((item) => [item.nodeId, item.part])).toEqual([
    ["g", { type: "trigger", revealedUpTo: 1 }],
  ]);
  const without = explainWithoutStage(computeStrengths(DEBATE), 1);
  expect(without.ok && without.value.headline).toMatchObject({ leaderBefore: "b", leaderAfter: "a" });
  expect(explainWithoutStage(computeStrengths(DEBATE), 9).ok).toBe(false);
});

test("unused findings, critical ones first", () => {
  const graph = graphOf(
    [finding("x"), finding("y", { critical: true }), finding("z"), hypothesis("h")],
    [supports("z", "h")],
  );
  const answer = explainUnusedFindings(computeStrengths(graph));
  expect(answer.ok && answer.value.items.map((item) => item.nodeId)).toEqual(["y", "x"]);
  expect(answer.ok && answer.value.headline).toEqual({
    type: "unused-findings",
    unused: 2,
    critical: 1,
    findings: 3,
  });
});

test("a must-not-miss diagnosis is considered, argued against, only named or absent", () => {
  const graph = graphOf(
    [
      finding("f"),
      hypothesis("Aortic dissection"),
      hypothesis("pe", 0.5, true),
      hypothesis("mi", 0.5, true),
      hypothesis("x"),
    ],
    [supports("f", "Aortic dissection"), attacks("f", "pe")],
  );
  const listed = [
    { name: "aortic DISSECTION" },
    { name: "Embolism", nodeId: "pe" },
    { name: "mi" },
    { name: "Boerhaave" },
  ];
  const answer = explainMustNotMiss(computeStrengths(graph), listed);
  expect(answer.ok && answer.value.items.map((item) => item.part.state)).toEqual([
    "considered",
    "argued-against",
    "named-only",
    "absent",
  ]);
  const marked = explainMustNotMiss(computeStrengths(graph));
  expect(marked.ok && marked.value.items.map((item) => item.part.name)).toEqual(["pe", "mi"]);
});

test("scheme ids and question ids are unique", () => {
  const ids = SCHEMES.flatMap((scheme) => [scheme.id, ...scheme.questions.map((question) => question.id)]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(SCHEMES.length).toBe(16);
});

test("critical questions of an edge are open, answered or failed", () => {
  const asked: ArgumentNode = {
    ...COMMON,
    kind: "question",
    id: "q",
    text: "",
    op: "sign.1",
    target: "f+h",
    status: "answered",
  };
  const failed: ArgumentEdge = { ...attacks("k", "f+h", 0.5, "undercut"), scheme: "sign.2" };
  const graph = graphOf([finding("f"), knowledge("k"), hypothesis("h"), asked], [supports("f", "h"), failed]);
  const answer = explainCriticalQuestions(computeStrengths(graph), "f+h");
  expect(answer.ok && answer.value.items.map((item) => item.part.state)).toEqual(["answered", "failed"]);
  const fresh = graphOf([finding("f"), hypothesis("h")], [{ ...supports("f", "h"), scheme: "abduction" }]);
  const open = explainCriticalQuestions(computeStrengths(fresh), "f+h");
  expect(open.ok && open.value.headline).toEqual({
    type: "critical-questions",
    edgeId: "f+h",
    scheme: "abduction",
    open: 4,
    failed: 0,
  });
});

function said(id: string, text: string): ArgumentNode {
  return { ...inference(id), text };
}

test("each step gets exactly one of the four types of 5.2", () => {
  const graph = graphOf(
    [
      finding("f"),
      said("cites", "pulse 118 per minute"),
      said("thinks", "a clot in the leg is the source"),
      said("again", "A clot in the leg is the source."),
      said("idle", "the weather is fine today"),
      hypothesis("h"),
    ],
    [supports("f", "thinks"), supports("thinks", "h"), supports("f", "cites")],
  );
  const note = readSearchText("On arrival her pulse is 118 per minute.");
  const types = ["cites", "thinks", "again", "idle"].map((id) => {
    const answer = explainStepMatter(computeStrengths(graph), id, note);
    return answer.ok ? answer.value.headline.stepType : answer.error.type;
  });
  expect(types).toEqual(["citation", "reasoning", "repetition", "redundancy"]);
  const thinks = explainStepMatter(computeStrengths(graph), "thinks");
  expect(thinks.ok && (thinks.value.items[0]?.points ?? 0)).toBeGreaterThan(0.05);
});

test.each<readonly [string, readonly ArgumentNode[], boolean, string]>([
  [
    "all steps accepted and the answer right",
    [verdict("v1", "i", "accept"), verdict("v2", "j", "accept")],
    true,
    "sound",
  ],
  [
    "all steps accepted and the answer wrong",
    [verdict("v1", "i", "accept"), verdict("v2", "j", "accept")],
    false,
    "wrong-answer-steps-accepted",
  ],
  [
    "a rejected step the answer can do without",
    [verdict("v1", "j", "reject")],
    true,
    "right-answer-harmless-error",
  ],
  ["a rejected step that carried the answer", [verdict("v1", "i", "reject")], true, "right-answer-by-luck"],
  ["a rejected link that carried the answer", [verdict("v1", "i+a", "reject")], true, "right-answer-by-luck"],
  ["a rejected step under a wrong answer", [verdict("v1", "i", "reject")], false, "wrong-answer-wrong-steps"],
  ["no verdicts", [], true, "not-judged-yet"],
])("%s", (_name, marks, isCorrect, grade) => {
  const graph = graphOf(
    [finding("f"), inference("i", 1), inference("j"), hypothesis("b"), hypothesis("a", 0.4), ...marks],
    [supports("f", "i"), supports("f", "j"), supports("i", "a"), supports("j", "a", 0.1)],
  );
  const answer = explainReasoningGrade(computeStrengths(graph), "a", isCorrect);
  expect(answer.ok && answer.value.headline.grade).toBe(grade);
});

test("on a flat graph the links are the steps, so nothing is sound before they are judged", () => {
  const graph = graphOf([finding("f"), hypothesis("a")], [supports("f", "a")]);
  const answer = explainReasoningGrade(computeStrengths(graph), "a", true);
  expect(answer.ok && answer.value.headline.grade).toBe("not-judged-yet");
});
