import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { ScriptFault } from "../../contracts/engine-script.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { foldRecord } from "../../domain/record/fold.ts";
import { openScripted } from "../../engines/testing/open-scripted.ts";
import { createTestWorld } from "../../engines/testing/test-world.ts";
import { itemsFrom } from "./growing-list.ts";
import { createRunner } from "./runner.ts";
import { createRecordDouble } from "./testing/record-double.ts";
import { LINES, type RequestParts, THOUGHT, toRunRequest, TRANSCRIPT } from "./testing/run-requests.ts";
import { transcriptToScript } from "./transcript-script.ts";

type Opened = {
  readonly transcript?: string;
  readonly faults?: readonly ScriptFault[];
  readonly pace?: number;
  readonly contextTokens?: number;
};

async function open({ transcript = TRANSCRIPT, faults = [], pace = 300, ...more }: Opened = {}) {
  const world = createTestWorld(setImmediate);
  const engine = openScripted(world);
  const script = {
    ...transcriptToScript({ id: "test", transcript, tokensPerSecond: pace }),
    faults,
    ...more,
  };
  await engine.load({ type: "script", script }, () => undefined);
  const runner = createRunner({ engine, clock: world.timer, nextFrame: (work) => setImmediate(work) });
  const record = createRecordDouble();
  const start = (parts: Partial<RequestParts> = {}) => runner.start(toRunRequest({ record, ...parts }));
  const read = () => runner.store.getState();
  return { engine, runner, record, start, read, world };
}

function thinkingOf(events: readonly RecordEvent[]): string {
  return events.map((event) => (event.type === "thinking-append" ? event.text : "")).join("");
}

function linesOf(events: readonly RecordEvent[]): readonly string[] {
  return events.flatMap((event) => (event.type === "statement-close" ? [event.line] : []));
}

const lastOf = (events: readonly RecordEvent[]) => events.at(-1);

test("a run goes from case text to recorded statements, and the screen sees what is kept", async () => {
  const { start, record, read } = await open();
  const ended = await start();
  expect(ended).toEqual({ ok: true, value: { reason: "finished", error: undefined, canResume: false } });
  expect(record.events[0]).toMatchObject({ type: "run-start", run: "run-1", branch: "main" });
  expect(thinkingOf(record.events).trim()).toBe(THOUGHT);
  expect(linesOf(record.events)).toEqual(LINES);
  expect(lastOf(record.events)).toMatchObject({ type: "run-end", reason: "finished" });
  const state = read();
  expect(itemsFrom(state.thinking).join("")).toBe(thinkingOf(record.events));
  expect(itemsFrom(state.statements).map(({ line }) => line)).toEqual(LINES);
  expect(state).toMatchObject({ phase: "ended", unread: 0, saving: { type: "saved" } });
  expect(state.flags).toEqual(new Set());
});

test("the record folds into the graph that was stated", async () => {
  const { start, record } = await open();
  await start();
  const created: RecordEvent = {
    version: 1,
    id: "e0",
    order: 0,
    time: 0,
    author: { kind: "program", profile: "" },
    caseId: "case-1",
    type: "case-create",
    title: "",
  };
  const { state } = foldRecord([created, ...record.events]);
  const branch = state.branches.get("main");
  expect([...(branch?.nodes.keys() ?? [])].toSorted()).toEqual(["f1", "f2", "h1"]);
  expect(branch?.conclusion?.leader).toBe("h1");
});

test("without thinking the argument is asked for at once", async () => {
  const { start, record } = await open();
  await start({ choices: { isThinking: false } });
  expect(thinkingOf(record.events)).toBe("");
  expect(linesOf(record.events)).toEqual(LINES);
});

test("what a model reads before the first word of a phase is seen, and of a script nothing", async () => {
  const { start, runner } = await open();
  const seen = new Set<string>();
  runner.store.subscribe(({ phase, reading, budget }) => {
    if (reading !== undefined) seen.add(`${phase} after ${budget?.spent} tokens`);
  });
  await start();
  expect([...seen]).toEqual(["thinking after 0 tokens", "statements after 0 tokens"]);
  const script = await open();
  script.runner.store.subscribe(({ reading }) => expect(reading).toBeUndefined());
  await script.start({ model: { capabilities: { grammar: undefined, logprobs: false, voice: "script" } } });
});

const FOLDER = "public/cases";
const SCRIPTS = readdirSync(FOLDER).filter((name) => name.endsWith(".steps.txt"));

test.each(SCRIPTS)("%s runs through the same path and says that it is a script", async (name) => {
  const transcript = readFileSync(`${FOLDER}/${name}`, "utf8");
  const { start, record, read } = await open({ transcript, pace: 1000 });
  const capabilities = { grammar: undefined, logprobs: false, voice: "script" } as const;
  const ended = await start({ model: { capabilities, contextTokens: 65_536 } });
  expect(ended).toMatchObject({ ok: true, value: { reason: "finished" } });
  const [thinking = "", answer = ""] = transcript.split("</think>");
  expect(thinkingOf(record.events)).toBe(thinking.replace("<think>", ""));
  expect(`${linesOf(record.events).join("\n")}\n`).toBe(answer.trimStart());
  expect(read()).toMatchObject({ voice: "script", unread: 0 });
  expect(new Set(record.events.map(({ author }) => author.kind))).toEqual(new Set(["program"]));
});

test("thinking is kept in chunks and no statement waits for them", async () => {
  const remarks = Array.from({ length: 200 }, (_, place) => `remark ${place} of many;`).join(" ");
  const transcript = `<think>${remarks}</think>\n${LINES.join("\n")}\n`;
  const { start, record } = await open({ transcript, pace: 5000 });
  await start();
  const chunks = record.events.filter(({ type }) => type === "thinking-append");
  expect(chunks.length).toBeGreaterThan(2);
  expect(chunks.length).toBeLessThan(8);
  const closed = record.events.findIndex(({ type }) => type === "statement-close");
  expect(record.events.findLastIndex(({ type }) => type === "thinking-append")).toBeLessThan(closed);
});

test("any pace gives the same record", async () => {
  const kept = [];
  for (const pace of [60, 1000, 5000]) {
    const { start, record } = await open({ pace });
    await start({ choices: { thinkingTokens: 12 } });
    kept.push({ thinking: thinkingOf(record.events), lines: linesOf(record.events) });
  }
  expect(kept[1]).toEqual(kept[0]);
  expect(kept[2]).toEqual(kept[0]);
  expect(kept[0]?.thinking).not.toBe("");
  expect(kept[0]?.lines).toEqual(LINES);
});
