import { expect, test } from "vitest";
import type { ScriptFault, ScriptFaultKind } from "../../contracts/engine-script.ts";
import { SCRIPT_FAULTS } from "../../contracts/engine-script.ts";
import type { RecordEvent, RunEndReason } from "../../domain/record/events.ts";
import { openScripted } from "../../engines/testing/open-scripted.ts";
import { createTestWorld } from "../../engines/testing/test-world.ts";
import { itemsFrom } from "./growing-list.ts";
import { createRunner } from "./runner.ts";
import type { RunFlag } from "./run-state.ts";
import { createRecordDouble } from "./testing/record-double.ts";
import { LINES, type RequestParts, THOUGHT, toRunRequest, TRANSCRIPT } from "./testing/run-requests.ts";
import { transcriptToScript } from "./transcript-script.ts";

type Opened = {
  readonly transcript?: string;
  readonly faults?: readonly ScriptFault[];
  readonly contextTokens?: number;
  readonly pace?: number;
};

async function open({ transcript = TRANSCRIPT, pace = 300, ...more }: Opened = {}) {
  const world = createTestWorld(setImmediate);
  const engine = openScripted(world);
  const script = { ...transcriptToScript({ id: "test", transcript, tokensPerSecond: pace }), ...more };
  const loaded = await engine.load({ type: "script", script }, () => undefined);
  const runner = createRunner({ engine, clock: world.timer, nextFrame: (work) => setImmediate(work) });
  const record = createRecordDouble();
  const start = (parts: Partial<RequestParts> = {}) => runner.start(toRunRequest({ record, ...parts }));
  return { engine, runner, record, start, world, loaded, read: () => runner.store.getState() };
}

type World = Awaited<ReturnType<typeof open>>;

/** Waits until the run has said so many tokens of a phase. */
function reach({ runner }: World, phase: "thinking" | "statements", spent: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = runner.store.subscribe(({ phase: now, budget }) => {
      if (now !== phase || (budget?.spent ?? 0) < spent) return;
      stop();
      resolve();
    });
  });
}

const thinkingOf = (events: readonly RecordEvent[]): string =>
  events.map((event) => (event.type === "thinking-append" ? event.text : "")).join("");
const linesOf = (events: readonly RecordEvent[]): readonly string[] =>
  events.flatMap((event) => (event.type === "statement-close" ? [event.line] : []));

type Trouble = {
  /** In the generation of this phase: 0 thinks, 1 argues. */
  readonly generation: number;
  readonly token: number;
  readonly reason: RunEndReason;
  readonly detail?: string;
  readonly flags: readonly RunFlag[];
};

const lost = (detail: string, token = 8): Trouble => ({
  generation: 1,
  token,
  reason: "failed",
  detail,
  flags: [],
});
const mended: Trouble = {
  generation: 0,
  token: 0,
  reason: "finished",
  flags: ["engine-rebuilt"],
};
const harmless: Trouble = { ...mended, flags: [] };

/** Faults after which there is no model to run anything on. */
type Refusal = "no-adapter" | "no-half-precision";

/** What each fault does to a run; a fault without a line here does not compile. */
const TROUBLES: Readonly<Record<Exclude<ScriptFaultKind, Refusal>, Trouble>> = {
  // Memory that is short once is found by the worker that takes the place of the first.
  "out-of-memory": harmless,
  "device-lost-while-loading": harmless,
  "device-lost-before-prefill": mended,
  "device-lost-during-prefill": mended,
  "device-lost-at-token": lost("engine-device-lost"),
  "worker-error": lost("engine-crashed"),
  "infinite-loop": lost("engine-stalled"),
  silence: lost("engine-stalled"),
  bug: mended,
  "garbage-tokens": lost("engine-device-error"),
  "endless-repetition": {
    ...lost("repetition"),
    flags: ["repetition"],
  },
  "unclosed-thinking": { ...harmless, flags: ["unclosed-thinking"] },
  "empty-answer": { ...lost("engine-empty-answer"), flags: ["empty-answer"] },
  "breaks-grammar": { ...harmless, generation: 1 },
  "memory-grows": harmless,
  "duplicate-batch": { ...harmless, generation: 1 },
  "reordered-batch": { ...harmless, generation: 1 },
  "missing-batch": lost("engine-broken-stream"),
  "late-token": { ...harmless, generation: 0 },
  "unreadable-message": lost("engine-broken-stream"),
};

const ALL = Object.entries(TROUBLES);

test("every fault that can be scripted is a row here", () => {
  expect(ALL).toHaveLength(SCRIPT_FAULTS.length - 2);
});

async function suffer(kind: string, { generation, token }: Trouble) {
  const faults = SCRIPT_FAULTS.filter((one) => one === kind);
  const world = await open({
    faults: faults.map((one) => ({ kind: one, generation, token, workers: 1 })),
    pace: 60,
  });
  return { ...world, ended: await world.start() };
}

test.each(ALL)("%s: what was said stays, and the run says how it ended", async (kind, trouble) => {
  const { record, ended, read } = await suffer(kind, trouble);
  const { reason, detail, flags } = trouble;
  expect(ended).toMatchObject({ ok: true, value: { reason, canResume: reason !== "finished" } });
  expect(read().flags).toEqual(new Set(flags));
  const end = record.events.at(-1);
  expect(end).toMatchObject({ type: "run-end", reason, ...(detail === undefined ? {} : { detail }) });
  // What the screen shows and what is kept are the same words.
  expect(itemsFrom(read().thinking).join("")).toBe(thinkingOf(record.events));
  expect(itemsFrom(read().statements).map(({ line }) => line)).toEqual(linesOf(record.events));
  expect(thinkingOf(record.events)).toContain(THOUGHT);
});

test.each(ALL.filter(([, { reason }]) => reason === "finished"))(
  "%s: nothing is missing",
  async (kind, trouble) => {
    const { record } = await suffer(kind, trouble);
    expect(linesOf(record.events)).toEqual(expect.arrayContaining([...LINES]));
  },
);

test.each(ALL.filter(([, { reason }]) => reason !== "finished"))(
  "%s: taken up again, every line is there, once",
  async (kind, trouble) => {
    const { record, runner } = await suffer(kind, trouble);
    await runner.resume();
    expect(record.events.at(-1)).toMatchObject({ type: "run-end", run: "run-2", reason: "finished" });
    const whole = linesOf(record.events).filter((line) => LINES.some((one) => one === line));
    expect(whole).toEqual(LINES);
  },
);

test.each(["no-adapter", "no-half-precision"] as const)("%s: there is nothing to run", async (kind) => {
  const world = await open({ faults: [{ kind, generation: 0, token: 0, workers: 1 }] });
  expect(world.loaded.ok).toBe(false);
  expect(await world.start()).toMatchObject({ ok: false });
  expect(world.record.events).toEqual([]);
});

test("a line that breaks the notation is kept, counted and marked", async () => {
  const { start, read } = await open({
    faults: [{ kind: "breaks-grammar", generation: 1, token: 0, workers: 1 }],
  });
  await start();
  expect(read().unread).toBe(1);
  expect(itemsFrom(read().statements).filter(({ type }) => type === "unread")).toHaveLength(1);
});

test("stopped while thinking: the thinking stays, and nothing is asked any more", async () => {
  const world = await open({ pace: 60 });
  const running = world.start();
  await reach(world, "thinking", 5);
  world.runner.stop();
  expect(await running).toMatchObject({ ok: true, value: { reason: "stopped", canResume: true } });
  const kept = thinkingOf(world.record.events).trim();
  expect(kept).not.toBe("");
  expect(THOUGHT.startsWith(kept)).toBe(true);
  expect(linesOf(world.record.events)).toEqual([]);
});

test("stopped while arguing: closed lines stay, and half a line is kept as words", async () => {
  const world = await open({ pace: 60 });
  const running = world.start();
  await reach(world, "statements", 25);
  world.runner.stop();
  await running;
  const statements = itemsFrom(world.read().statements);
  expect(statements.length).toBeGreaterThan(0);
  for (const [place, { line, type }] of statements.entries()) {
    expect(LINES[place]?.startsWith(line)).toBe(true);
    expect(type === "unread").toBe(line !== LINES[place]);
  }
  expect(world.record.events.at(-1)).toMatchObject({ type: "run-end", reason: "stopped" });
});

test("stopped before it began: there is no run", async () => {
  const { start, runner, record } = await open();
  const running = start();
  runner.stop();
  expect(await running).toEqual({ ok: false, error: { type: "run-called-off" } });
  expect(record.events).toEqual([]);
  expect(runner.store.getState().phase).toBe("idle");
});

test("the thinking budget holds to the token, can be extended, and the argument follows", async () => {
  const world = await open({ pace: 60 });
  const running = world.start({ choices: { thinkingTokens: 10 } });
  await reach(world, "thinking", 4);
  world.runner.extend(3);
  expect(await running).toMatchObject({ ok: true, value: { reason: "finished" } });
  expect(world.read().flags).toEqual(new Set(["unclosed-thinking"]));
  expect(linesOf(world.record.events)).toEqual(LINES);
  const other = await open({ pace: 5000 });
  await other.start({ choices: { thinkingTokens: 13 } });
  expect(thinkingOf(other.record.events)).toBe(thinkingOf(world.record.events));
});

test("asked to answer now, it stops thinking and argues", async () => {
  const world = await open({ pace: 60 });
  const running = world.start();
  await reach(world, "thinking", 5);
  world.runner.answerNow();
  expect(await running).toMatchObject({ ok: true, value: { reason: "finished" } });
  expect(thinkingOf(world.record.events).length).toBeLessThan(THOUGHT.length);
  expect(linesOf(world.record.events)).toEqual(LINES);
});

test("a note that does not fit is refused before a word, with what would fit", async () => {
  const note = "The calf is swollen and tender. ".repeat(400);
  const { start, record, runner } = await open({ contextTokens: 4096 });
  const refused = await start({ note, model: { contextTokens: 4096 } });
  if (refused.ok || refused.error.type !== "run-does-not-fit") throw new Error("It was not refused");
  const { promptTokens, fittingSentences, mostThinkingTokens } = refused.error;
  expect(promptTokens).toBeGreaterThan(4096);
  expect(mostThinkingTokens).toBeUndefined();
  expect(record.events).toEqual([]);
  expect(runner.store.getState().phase).toBe("idle");
  // One sentence fewer fits, one more does not: the number is exact.
  for (const [count, fits] of [
    [fittingSentences, true],
    [fittingSentences + 1, false],
  ] as const) {
    const shorter = "The calf is swollen and tender. ".repeat(count);
    expect((await start({ note: shorter, model: { contextTokens: 4096 } })).ok).toBe(fits);
  }
});

test("a note without a sentence is refused", async () => {
  const { start } = await open();
  expect(await start({ note: " \n " })).toEqual({ ok: false, error: { type: "run-case-empty" } });
});

test("one run at a time", async () => {
  const { start } = await open();
  const running = start();
  expect(await start()).toEqual({ ok: false, error: { type: "run-busy" } });
  expect(await running).toMatchObject({ ok: true });
});

test("a new patient meets an engine that was reset; the same patient does not pay for it", async () => {
  const { start, engine } = await open();
  let resets = 0;
  const { reset } = engine;
  Object.assign(engine, {
    reset: () => {
      resets += 1;
      return reset();
    },
  });
  await start({ caseId: "a" });
  await start({ caseId: "a" });
  expect(resets).toBe(1);
  await start({ caseId: "b" });
  expect(resets).toBe(2);
});

test("a full disk stops nothing: the run goes on, says so, and saves all of it in order later", async () => {
  const world = await open({ pace: 60 });
  const running = world.start();
  await reach(world, "statements", 10);
  const saved = world.record.events.length;
  world.record.failWith = { type: "vault-no-room" };
  expect(await running).toMatchObject({ ok: true, value: { reason: "finished" } });
  expect(world.read().saving).toMatchObject({ type: "failed", error: { type: "vault-no-room" } });
  expect(world.record.events).toHaveLength(saved);
  world.record.failWith = undefined;
  world.runner.saveAgain();
  await new Promise((resolve) => setImmediate(resolve));
  expect(linesOf(world.record.events)).toEqual(LINES);
  expect(world.record.events.map(({ order }) => order)).toEqual(world.record.events.map((_, at) => at + 1));
});

test("locked while streaming: the run is kept as abandoned and nothing of it is left in memory", async () => {
  const world = await open({ pace: 60 });
  const running = world.start();
  await reach(world, "statements", 10);
  await world.runner.forget();
  expect(await running).toMatchObject({ ok: true, value: { reason: "abandoned", canResume: false } });
  expect(world.record.events.at(-1)).toMatchObject({ type: "run-end", reason: "abandoned" });
  expect(world.read()).toMatchObject({ phase: "idle", thinking: { count: 0 }, statements: { count: 0 } });
  expect(await world.runner.resume()).toMatchObject({ ok: false });
});
