import { expect, test } from "vitest";
import { openScripted } from "../../engines/testing/open-scripted.ts";
import { createTestWorld } from "../../engines/testing/test-world.ts";
import { chainToArray } from "../../domain/record/chain.ts";
import { CONTINUE_WORDS, QUESTION_WORDS, STATEMENTS_WORDS } from "../prompts/prompt-words.ts";
import { itemsFrom } from "../run/growing-list.ts";
import type { ModelQuestion } from "./ask-more.ts";
import { openCaseRun, type CaseRunDouble, type DoubleWorld } from "./testing/open-case-run.ts";

const NOTE = "Sudden breathlessness after a flight. The left calf is swollen. Pulse 118/min.";
const SAID = `finding f1 [s1]: Sudden breathlessness
finding f2 [s2]: Swollen calf
hypothesis h1 0.5: Pulmonary embolism
f1 supports h1 0.6
f2 supports h1 0.7
conclusion h1: Embolism
`;
const ANSWER = `<think>The flight matters.</think>It is likely because of the calf [s2], as f2 says; [s9] is silent.
Test results: none are given.
finding f3 [s3]: Fast pulse
f3 supports h1 0.3: It fits
f1 supports h1 0.9
finding h1 [s1]: A name that is taken
f3 supports h7 0.3
conclusion h1: Embolism
`;

const answers = (answer: string) => [
  { when: QUESTION_WORDS.ask, texts: [answer] },
  { when: STATEMENTS_WORDS, texts: [SAID] },
  { when: CONTINUE_WORDS, texts: [SAID] },
  { when: "", texts: ["<think>A clot.</think>\n\nready"] },
];

const nextFrame = (work: () => void): void => void setImmediate(work);

async function open(answer: string, more: Partial<CaseRunDouble> = {}) {
  const world = createTestWorld(setImmediate);
  const double: Omit<CaseRunDouble, keyof DoubleWorld> = {
    note: NOTE,
    answers: answers(answer),
    voice: "model",
  };
  return openCaseRun({
    ...double,
    ...more,
    openEngine: () => openScripted(world),
    clock: world.timer,
    nextFrame,
  });
}

const WHY: ModelQuestion = {
  text: "Why is it an embolism?",
  op: "Q1",
  target: { type: "node", id: "h1", quote: "", start: 0 },
  question: undefined,
};

type Opened = Awaited<ReturnType<typeof open>>;

const graphOf = ({ desk }: Opened) => desk.session.store.getState().view.state.branches.get("main");
const tellOf = ({ rounds }: Opened) => {
  const prompt = rounds.at(-1)?.request.prompt;
  return prompt?.type === "chat" ? prompt.messages : [];
};

test("a question is kept, answered in the model's words, and what the answer adds joins the argument", async () => {
  const opened = await open(ANSWER);
  await opened.start();
  const before = opened.record().length;
  await opened.caseRun.askModel(WHY);
  const news = opened.record().slice(before);
  expect(news.map(({ type }) => type)).toEqual([
    "question-ask",
    "run-start",
    "thinking-append",
    "thinking-append",
    "statement-close",
    "thinking-append",
    "statement-close",
    "thinking-append",
    "answer-give",
    "run-end",
  ]);
  const [asked, started] = news;
  expect(asked).toMatchObject({ author: { kind: "clinician" }, op: "Q1", text: WHY.text });
  const question = asked?.type === "question-ask" ? asked.question : "";
  expect(started).toMatchObject({ task: "question", question });
  const given = news.find(({ type }) => type === "answer-give");
  expect(given).toMatchObject({
    source: "model",
    question,
    author: { kind: "model" },
    text: ANSWER.split("</think>")[1],
    restsOn: ["h1", "f2", "f1"],
  });
  expect([...(graphOf(opened)?.nodes.keys() ?? [])]).toEqual(["f1", "f2", "h1", "f3"]);
  expect(graphOf(opened)?.edges.get("f3>h1")).toMatchObject({ weight: 0.3 });
  expect(graphOf(opened)?.edges.get("f1>h1")).toMatchObject({ weight: 0.6 });
  const state = opened.caseRun.store.getState();
  expect(itemsFrom(state.answer).join("")).toBe(ANSWER.split("</think>")[1]);
  expect(state).toMatchObject({ question, unread: 0, end: { reason: "finished", canResume: false } });
});

test("a second question goes on behind the first, in the conversation of the run", async () => {
  const opened = await open("Because of the calf [s2].");
  await opened.start();
  await opened.caseRun.askModel(WHY);
  const first = tellOf(opened);
  await opened.caseRun.askModel({ ...WHY, text: "And the pulse?" });
  const second = tellOf(opened);
  expect(second.slice(0, first.length)).toEqual(first);
  expect(second).toHaveLength(first.length + 2);
  expect(opened.rounds.at(-1)?.end?.reusedTokens).toBeGreaterThan(
    opened.rounds.at(-2)?.end?.promptTokens ?? 0,
  );
});

test("without a run the case, what stands and the question are told in one turn", async () => {
  const opened = await open("It may be [s1].");
  await opened.desk.correct({ type: "add", node: KNOWN, edges: [] });
  await opened.caseRun.askModel({ ...WHY, target: { type: "text", id: "s2", quote: "", start: 0 } });
  const [, told, ...more] = tellOf(opened);
  expect(more).toEqual([]);
  expect(told?.text).toContain(`${QUESTION_WORDS.stands}\nhypothesis h9 0.4 human from-human: Panic`);
  expect(told?.text).toContain(`${QUESTION_WORDS.about}\nsentence s2`);
});

test("what a person changed since is told, and what was taken back", async () => {
  const opened = await open("So be it.");
  await opened.start();
  await opened.desk.correct({ type: "add", node: KNOWN, edges: [] });
  await opened.desk.correct({ type: "retract-node", node: "f2" });
  await opened.caseRun.askModel(WHY);
  const told = tellOf(opened).at(-1)?.text ?? "";
  expect(told).toMatch(/since stated or corrected:\nhypothesis h9 .*\n\n.*took this back.*\nfinding f2/u);
});

test("an engine that dies leaves what it said, as an answer that broke off", async () => {
  const faults = [{ kind: "device-lost-at-token", generation: 0, token: 6, workers: 9 } as const];
  const opened = await open("One two three four five six seven eight nine ten.", { faults });
  await opened.caseRun.askModel(WHY);
  const { runs, answers: given } = opened.desk.session.store.getState().view.state;
  const [run] = [...runs.values()];
  expect(run?.end?.reason).toBe("failed");
  const [answer] = [...given.values()];
  expect(answer?.give.text).toMatch(/^One two/u);
  expect(chainToArray(run?.answer).join("")).toBe(answer?.give.text);
  expect(opened.caseRun.store.getState().end).toMatchObject({ reason: "failed", canResume: false });
});

test("a question that was asked before keeps its id, and an empty answer is none", async () => {
  const opened = await open("<think>Nothing to say.</think>\n");
  await opened.desk.session.write([
    { type: "question-ask", branch: "main", question: "q1", op: "Q1", target: WHY.target, text: WHY.text },
  ]);
  await opened.caseRun.askModel({ ...WHY, question: "q1" });
  const events = opened.record();
  expect(events.filter(({ type }) => type === "question-ask")).toHaveLength(1);
  expect(events.filter(({ type }) => type === "answer-give")).toEqual([]);
  expect([...opened.caseRun.store.getState().flags]).toEqual(["empty-answer"]);
});

test("a question for which there is no room is not kept", async () => {
  const opened = await open("Yes.", { contextTokens: 700 });
  const before = opened.record().length;
  await opened.caseRun.askModel(WHY);
  expect(opened.caseRun.status.getState().problem?.type).toBe("run-turn-does-not-fit");
  expect(opened.record()).toHaveLength(before);
});

const KNOWN = {
  kind: "hypothesis",
  id: "h9",
  text: "Panic",
  citations: [],
  attribution: "human",
  origin: "human",
  mustNotMiss: false,
  baseScore: 0.4,
} as const;
