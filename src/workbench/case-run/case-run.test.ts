import { expect, test } from "vitest";
import { openScripted } from "../../engines/testing/open-scripted.ts";
import { createTestWorld } from "../../engines/testing/test-world.ts";
import { CONTINUE_WORDS, QUESTION_WORDS, STATEMENTS_WORDS } from "../prompts/prompt-words.ts";
import { openCaseRun, type CaseRunDouble } from "./testing/open-case-run.ts";

const NOTE = "Sudden breathlessness after a flight. The left calf is swollen. Pulse 118/min.";
const SAID = `finding f1 [s1]: Sudden breathlessness
finding f2 [s2]: Swollen calf
hypothesis h1 0.5: Pulmonary embolism
f1 supports h1 0.6
conclusion h1: Embolism
`;

const ANSWERS = [
  { when: QUESTION_WORDS.ask, texts: ["Because of the calf [s2]."] },
  { when: STATEMENTS_WORDS, texts: [SAID] },
  { when: CONTINUE_WORDS, texts: [SAID] },
  { when: "", texts: ["<think>A clot, or else a panic, or else a pneumonia.</think>\n\nready"] },
];

const nextFrame = (work: () => void): void => void setImmediate(work);

async function open(more: Partial<CaseRunDouble> = {}) {
  const world = createTestWorld(setImmediate);
  return openCaseRun({
    note: NOTE,
    answers: ANSWERS,
    voice: "model",
    ...more,
    openEngine: () => openScripted(world),
    clock: world.timer,
    nextFrame,
  });
}

type Opened = Awaited<ReturnType<typeof open>>;

/** Waits until the run has said so many tokens of a phase. */
function reach({ caseRun }: Opened, phase: "thinking" | "statements", spent: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = caseRun.store.subscribe(({ phase: now, budget }) => {
      if (now !== phase || (budget?.spent ?? 0) < spent) return;
      stop();
      resolve();
    });
  });
}

const runsOf = ({ desk }: Opened) => [...desk.session.store.getState().view.state.runs.values()];
const graphOf = ({ desk }: Opened) => desk.session.store.getState().view.state.branches.get("main");

test("a run is seen by every panel, and a second one has to wait", async () => {
  const opened = await open();
  const first = opened.start();
  await opened.start();
  expect(opened.caseRun.status.getState().problem).toEqual({ type: "run-busy" });
  await first;
  expect(opened.caseRun.store.getState()).toMatchObject({ phase: "ended", end: { reason: "finished" } });
  expect(runsOf(opened)).toHaveLength(1);
});

test("a case without a word is not run, and says why", async () => {
  const empty = await open({ note: " " });
  await empty.start();
  expect(empty.caseRun.status.getState().problem).toEqual({ type: "run-case-empty" });
  expect(runsOf(empty)).toEqual([]);
});

test("stopping keeps what was said, and taking it up goes on behind it without saying anything twice", async () => {
  const opened = await open();
  const running = opened.start();
  await reach(opened, "statements", 12);
  opened.caseRun.stop();
  await running;
  const said = graphOf(opened)?.nodes.size ?? 0;
  expect(said).toBeGreaterThan(0);
  expect(opened.caseRun.store.getState().end).toMatchObject({ reason: "stopped", canResume: true });
  await opened.caseRun.resume();
  expect([...(graphOf(opened)?.nodes.keys() ?? [])]).toEqual(["f1", "f2", "h1"]);
  const lines = opened
    .record()
    .flatMap((event) =>
      event.type === "statement-close" && event.statement.type !== "unread" ? [event.line] : [],
    );
  expect(lines).toEqual(SAID.trimEnd().split("\n"));
});

test("an engine that dies while it argues leaves a run that one click takes up", async () => {
  const faults = [{ kind: "device-lost-at-token", generation: 1, token: 20, workers: 1 } as const];
  const opened = await open({ faults });
  await opened.start();
  expect(runsOf(opened)[0]?.end).toMatchObject({ reason: "failed", detail: "engine-device-lost" });
  expect(opened.caseRun.store.getState().end?.canResume).toBe(true);
  await opened.caseRun.resume();
  expect(runsOf(opened).map(({ end }) => end?.reason)).toEqual(["failed", "finished"]);
  expect(graphOf(opened)?.conclusion?.leader).toBe("h1");
});

test("a question in between does not take from a run what it left open", async () => {
  const opened = await open();
  const running = opened.start();
  await reach(opened, "statements", 12);
  opened.caseRun.stop();
  await running;
  const target = { type: "case", id: "", quote: "", start: 0 } as const;
  await opened.caseRun.askModel({ text: "Why?", op: "", target, question: undefined });
  expect(opened.caseRun.store.getState().end).toMatchObject({ reason: "finished", canResume: true });
  await opened.caseRun.resume();
  expect(graphOf(opened)?.conclusion?.leader).toBe("h1");
});

test("closing the case stops the run and waits until what was said is kept", async () => {
  const opened = await open();
  const running = opened.start();
  await reach(opened, "thinking", 5);
  await opened.caseRun.close();
  await running;
  expect(runsOf(opened)[0]?.end?.reason).toBe("stopped");
  await opened.start();
  expect(runsOf(opened)).toHaveLength(1);
});

test("what the clinician leaves out is neither told nor citable, and the run says what it did not read", async () => {
  const opened = await open();
  const whole = await opened.caseRun.measure([]);
  expect(whole).toBeUndefined();
  opened.caseRun.choose({ leftOut: ["s2", "s99"] });
  await opened.start();
  const [started] = runsOf(opened);
  expect(started?.start.leftOut).toEqual(["s2"]);
  const prompt = opened.rounds[0]?.request.prompt;
  const told = prompt?.type === "chat" ? prompt.messages.map(({ text }) => text).join("\n") : "";
  expect(told).toContain("s1: Sudden");
  expect(told).not.toContain("calf is swollen");
  const cited = opened
    .record()
    .find((event) => event.type === "statement-close" && event.line.includes("[s2]"));
  expect(cited).toMatchObject({ marks: [{ type: "unknown-sentence", sentence: "s2" }] });
  const [all, less] = [await opened.caseRun.measure([]), await opened.caseRun.measure(["s2"])];
  expect(less?.promptTokens).toBeLessThan(all?.promptTokens ?? 0);
  expect(less?.mostPromptTokens).toBe(all?.mostPromptTokens);
});

test("a note that is too long is refused with the numbers until enough of it is left out", async () => {
  const note = Array.from(
    { length: 300 },
    (_, place) => `On day ${place} the patient was stable and ate well.`,
  );
  const opened = await open({ note: note.join(" "), contextTokens: 4096 });
  await opened.start();
  const { problem } = opened.caseRun.status.getState();
  expect(problem?.type).toBe("run-does-not-fit");
  expect(opened.caseRun.store.getState().phase).toBe("idle");
  const fitting = problem?.type === "run-does-not-fit" ? problem.fittingSentences : 0;
  expect(fitting).toBeGreaterThan(10);
  const late = note.map((_, place) => `s${place + 1}`).slice(fitting);
  const size = await opened.caseRun.measure(late);
  expect(size?.promptTokens).toBeLessThanOrEqual(size?.mostPromptTokens ?? 0);
  opened.caseRun.choose({ leftOut: late });
  await opened.start();
  expect(runsOf(opened)[0]?.start.leftOut).toEqual(late);
  expect(opened.caseRun.store.getState().end?.reason).toBe("finished");
});

test("a script was written for all of the text and reads all of it", async () => {
  const opened = await open({ voice: "script" });
  opened.caseRun.choose({ leftOut: ["s2"] });
  await opened.start();
  expect(runsOf(opened)[0]?.start).not.toHaveProperty("leftOut");
});
