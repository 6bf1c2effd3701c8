import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openScripted } from "../../engines/testing/open-scripted.ts";
import { createTestWorld } from "../../engines/testing/test-world.ts";
import { readNotation } from "../../domain/reasoning/notation/reader.ts";
import { CONTINUE_WORDS, RERUN_WORDS, STATEMENTS_WORDS } from "../prompts/prompt-words.ts";
import { openCaseRun, type CaseRunDouble, type DoubleWorld } from "./testing/open-case-run.ts";

const NOTE = "Sudden breathlessness after a flight. The left calf is swollen. Pulse 118/min.";
const LINES = [
  "finding f1 [s1]: Sudden breathlessness",
  "finding f2 [s2]: Swollen calf",
  "finding f3 [s3]: Fast pulse",
  "hypothesis h1 0.5: Pulmonary embolism",
  "hypothesis h2 0.5: Panic",
  "inference i1: A clot travelled",
  "f1 supports h1 0.6",
  "f3 supports h1 0.4",
  "f2 derives i1",
  "i1 supports h1 0.7",
  "f3 supports h2 0.5",
  "k1 undercuts f3>h2 0.5: Pain",
  "conclusion h1: Embolism",
];
const SAID = `${LINES.join("\n")}\n`;

const script = (again: string | undefined) => [
  ...(again === undefined ? [] : [{ when: RERUN_WORDS.ask, texts: [again] }]),
  { when: STATEMENTS_WORDS, texts: [SAID] },
  { when: CONTINUE_WORDS, texts: [SAID] },
  { when: "", texts: ["<think>A clot.</think>\n\nready"] },
];

const model = (...again: readonly string[]) => [
  { when: RERUN_WORDS.ask, texts: [`${again.join("\n")}\n`] },
  ...script(undefined),
];

const nextFrame = (work: () => void): void => void setImmediate(work);

function open(double: Omit<CaseRunDouble, keyof DoubleWorld>) {
  const world = createTestWorld(setImmediate);
  return openCaseRun({ ...double, openEngine: () => openScripted(world), clock: world.timer, nextFrame });
}

type Opened = Awaited<ReturnType<typeof open>>;

function lastRun({ record }: Opened) {
  const events = record();
  const start = events.findLastIndex(({ type }) => type === "run-start");
  const lines = events
    .slice(start)
    .flatMap((event) => (event.type === "statement-close" ? [event.line] : []));
  return { start: events[start], lines };
}

/** Run, take something back, and branch off without what is stale. */
async function correct(opened: Opened, ...taken: readonly string[]) {
  await opened.start();
  for (const node of taken) await opened.desk.correct({ type: "retract-node", node });
  await opened.desk.startBranch("stale");
}

test("a script says again what can still stand, and nothing that hung on what was taken back", async () => {
  const opened = await open({ note: NOTE, answers: script, voice: "script" });
  await correct(opened, "f2");
  await opened.caseRun.rerun();
  const { start, lines } = lastRun(opened);
  expect(start).toMatchObject({
    type: "run-start",
    task: "rerun",
    branch: opened.desk.case.getState().branch,
  });
  expect(lines.toSorted()).toEqual(
    [
      "hypothesis h1 0.5: Pulmonary embolism",
      "f1 supports h1 0.6",
      "f3 supports h1 0.4",
      "conclusion h1: Embolism",
    ].toSorted(),
  );
  expect(opened.caseRun.store.getState()).toMatchObject({ voice: "script", end: { reason: "finished" } });
  const { graph } = { graph: opened.desk.facts.getState().graph };
  expect(graph.nodes.has("f2")).toBe(false);
});

test("where nothing can stand again a script says so instead of speaking", async () => {
  const opened = await open({ note: NOTE, answers: script, voice: "script" });
  await opened.start();
  await opened.desk.startBranch("stale");
  const before = opened.record().length;
  await opened.caseRun.rerun();
  expect(opened.caseRun.status.getState().problem).toEqual({ type: "run-nothing-to-say-again" });
  expect(opened.record()).toHaveLength(before);
});

test("a sentence that is gone is cited by nothing that a script says again", async () => {
  const opened = await open({ note: NOTE, answers: script, voice: "script" });
  await opened.start();
  await opened.desk.reviseText("Sudden breathlessness after a flight. Pulse 118/min.");
  await opened.desk.startBranch("stale");
  await opened.caseRun.rerun();
  expect(lastRun(opened).lines.join("\n")).not.toMatch(/f2|i1/u);
  expect(lastRun(opened).lines).toContain("hypothesis h1 0.5: Pulmonary embolism");
});

test("a model goes on in its own conversation, is told what stands, and states what is missing", async () => {
  const answers = model(
    "hypothesis h1 0.4: Pulmonary embolism",
    "f1 supports h1 0.3",
    "conclusion h1: Embolism",
  );
  const opened = await open({ note: NOTE, answers, voice: "model" });
  await correct(opened, "f2");
  const before = opened.rounds.at(-1);
  await opened.caseRun.rerun();
  const { request, end } = opened.rounds.at(-1) ?? {};
  const messages = request?.prompt.type === "chat" ? request.prompt.messages : [];
  const earlier = before?.request.prompt.type === "chat" ? before.request.prompt.messages : [];
  expect(messages.slice(0, earlier.length)).toEqual(earlier);
  expect(messages).toHaveLength(earlier.length + 2);
  // The script reads anew behind its own words, of which the cache has all.
  expect(end?.reusedTokens).toBeGreaterThan(before?.end?.promptTokens ?? 0);
  const told = messages.at(-1)?.text ?? "";
  expect(told).toContain(`${RERUN_WORDS.stands}\nfinding f1 [s1]: Sudden breathlessness\nfinding f3`);
  expect(told).toContain(`${RERUN_WORDS.takenBack}\nfinding f2 [s2]: Swollen calf`);
  expect(told).toMatch(/This was set aside[^:]*:\nhypothesis h1 0.5: Pulmonary embolism/u);
  expect(lastRun(opened).lines).toHaveLength(3);
  const { graph } = opened.desk.facts.getState();
  expect(graph.nodes.get("h1")?.baseScore).toBe(0.4);
});

test("a model that knows nothing of the run any more is told the case and what stands in one turn", async () => {
  const opened = await open({ note: NOTE, answers: model("conclusion h2: Panic"), voice: "model" });
  await correct(opened, "f1");
  await opened.desk.reviseText(`${NOTE} No chest pain.`);
  await opened.caseRun.rerun();
  const { request } = opened.rounds.at(-1) ?? {};
  const messages = request?.prompt.type === "chat" ? request.prompt.messages : [];
  expect(messages.map(({ role }) => role)).toEqual(["system", "user"]);
  expect(messages[1]?.text).toContain("No chest pain.");
  expect(messages[1]?.text).toContain(STATEMENTS_WORDS);
  expect(messages[1]?.text.endsWith(RERUN_WORDS.ask)).toBe(true);
});

test("what stands and is said again is no news", async () => {
  const answers = model(LINES[0] ?? "", LINES[4] ?? "", "conclusion h2: Panic");
  const opened = await open({ note: NOTE, answers, voice: "model" });
  await correct(opened, "f2");
  await opened.caseRun.rerun();
  expect(lastRun(opened).lines).toEqual(["conclusion h2: Panic"]);
});

test("a turn for which there is no room is refused with the numbers, and nothing is written", async () => {
  const opened = await open({ note: NOTE, answers: model(""), voice: "model", contextTokens: 2600 });
  await correct(opened, "f2");
  for (let more = 0; more < 40; more += 1)
    await opened.desk.correct({
      type: "add",
      node: { ...finding, id: `n${more}`, text: "So many more words about what was found ".repeat(9) },
      edges: [],
    });
  const before = opened.record().length;
  await opened.caseRun.rerun();
  expect(opened.caseRun.status.getState().problem).toMatchObject({
    type: "run-turn-does-not-fit",
    contextTokens: 2600,
  });
  expect(opened.record()).toHaveLength(before);
});

const finding = {
  kind: "finding",
  citations: [],
  attribution: "human",
  origin: "human",
  polarity: "present",
  critical: false,
} as const;

const NODES = ["f1", "f2", "f3", "h1", "h2", "i1"];

test("whatever a person takes back and whatever a model says then, it stays taken back", async () => {
  const taken = fc.uniqueArray(fc.constantFrom(...NODES), { minLength: 1, maxLength: 4 });
  const said = fc.shuffledSubarray(LINES, { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(taken, said, fc.constantFrom("model", "script"), async (nodes, lines, voice) => {
      const answers = voice === "model" ? model(...lines) : script;
      const opened = await open({ note: NOTE, answers, voice });
      await correct(opened, ...nodes);
      await opened.caseRun.rerun();
      const { branches } = opened.desk.case.getState().view.state;
      const branch = branches.get(opened.desk.case.getState().branch);
      const back = nodes.filter((id) => branch?.nodes.has(id));
      expect(back).toEqual([]);
      const stated = opened
        .record()
        .slice(opened.record().findLastIndex(({ type }) => type === "branch-start"))
        .flatMap((event) => (event.type === "statement-close" ? [event.statement] : []));
      const ids = stated.flatMap((one) => {
        if (one.type === "node") return [one.node.id];
        // A script refers to nothing that is gone; a model may, and its link then waits outside the graph.
        return one.type === "edge" && voice === "script" ? [one.edge.from, one.edge.to] : [];
      });
      expect(ids.filter((id) => nodes.includes(id))).toEqual([]);
    }),
    { seed: 5, numRuns: 60 },
  );
});

test("a script says again exactly what its reader reads", async () => {
  const opened = await open({ note: NOTE, answers: script, voice: "script" });
  await correct(opened, "f1");
  await opened.caseRun.rerun();
  const { statements } = readNotation(`${lastRun(opened).lines.join("\n")}\n`);
  expect(statements.filter(({ type, flags }) => type === "unread" || flags.length > 0)).toEqual([]);
});

test("nothing runs while a person looks back, and a run that goes on is no reader of the past", async () => {
  const opened = await open({ note: NOTE, answers: script, voice: "script" });
  await opened.start();
  const before = opened.record().length;
  opened.desk.lookAt(2);
  await opened.start();
  expect(opened.caseRun.status.getState().problem).toEqual({ type: "desk-looking-back" });
  opened.desk.lookAt(undefined);
  expect(opened.record()).toHaveLength(before);
  const again = opened.start();
  opened.desk.lookAt(2);
  await again;
  opened.desk.lookAt(undefined);
  expect(lastRun(opened)).toMatchObject({ start: { branch: "main" } });
  expect(opened.record().length).toBeGreaterThan(before);
});
