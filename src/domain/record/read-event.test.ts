import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { foldRecord, readFlags } from "./fold.ts";
import { randomRecord } from "./random-record.ts";
import { readEvent, readEventLine } from "./read-event.ts";
import { createSampleRecord, drawNode, toSampleEvent } from "./sample-record.ts";

test("every event reads back as it was written", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(randomRecord, (record) => {
      for (const event of [...record, ...createSampleRecord(40)]) {
        expect(readEventLine(JSON.stringify(event))).toEqual({ ok: true, value: event });
      }
    }),
    { seed: 341, numRuns: 60 },
  );
});

test("what was written together reads back as such", () => {
  const event = { ...toSampleEvent(2, { type: "node-retract", branch: "main", node: "a" }), together: "e1" };
  expect(readEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, value: event });
  expect(readEvent({ ...event, together: 7 })).toEqual({
    ok: false,
    error: { type: "malformed", path: "together" },
  });
});

test("what was found to still hold reads back as such", () => {
  const event = toSampleEvent(2, { type: "stale-settle", branch: "main", target: "a" });
  expect(readEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, value: event });
  expect(readEvent({ ...event, target: "" })).toEqual({
    ok: false,
    error: { type: "malformed", path: "target" },
  });
});

test("events of version 1 always open", () => {
  const file = join(import.meta.dirname, "__fixtures__", "record.v1.jsonl");
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const events = lines.map((line) => {
    const read = readEventLine(line);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return read.value;
  });
  expect(new Set(events.map(({ type }) => type)).size).toBe(21);
  const { state } = foldRecord(events);
  expect(readFlags(foldRecord(events))).toEqual([]);
  expect([...state.branches.values()].map(({ id, nodes }) => `${id} ${[...nodes.keys()].join(" ")}`)).toEqual(
    ["main f1 k1 c1 h1 i1 u1 t1 x1 q1 m1", "again f1 k1 c1 u1 t1 x1 m1"],
  );
  expect([state.favourite, state.title, state.text?.sentences.length]).toEqual(["again", "Frozen record", 3]);
});

const good = toSampleEvent(1, { type: "node-add", branch: "main", node: drawNode("a", 0) });

test.each([
  ["a later version", { ...good, version: 2 }, { type: "newer-version", version: 2 }],
  ["no type that we know", { ...good, type: "case-destroy" }, { type: "unknown-type" }],
  ["a type named like a built-in", { ...good, type: "__proto__" }, { type: "unknown-type" }],
  ["a missing id", { ...good, id: undefined }, { type: "missing", path: "id" }],
  ["an endless id", { ...good, id: "a".repeat(201) }, { type: "malformed", path: "id" }],
  ["a time that is no number", { ...good, time: Number.NaN }, { type: "malformed", path: "time" }],
  [
    "an order of infinity",
    { ...good, order: Number.POSITIVE_INFINITY },
    { type: "malformed", path: "order" },
  ],
  ["a node that is a list", { ...good, node: [] }, { type: "malformed", path: "node" }],
  [
    "a node without text",
    { ...good, node: { ...drawNode("a", 0), text: 5 } },
    { type: "malformed", path: "node.text" },
  ],
  [
    "a strength above 1",
    { ...good, node: { ...drawNode("a", 0), baseScore: 1.5 } },
    { type: "malformed", path: "node.baseScore" },
  ],
  [
    "half a stage",
    { ...good, node: { ...drawNode("a", 0), stage: 1.5 } },
    { type: "malformed", path: "node.stage" },
  ],
  [
    "a citation of a number",
    { ...good, node: { ...drawNode("a", 0), citations: [{ sentence: 4 }] } },
    { type: "malformed", path: "node.citations[0].sentence" },
  ],
  ["nothing", null, { type: "malformed", path: "" }],
  ["a list", [good], { type: "malformed", path: "" }],
])("%s is a typed reason", (_name, json, error) => {
  expect(readEvent(json)).toEqual({ ok: false, error });
});

test.each([
  [
    "in wrong order",
    [
      { id: "s1", start: 3, end: 5 },
      { id: "s2", start: 0, end: 2 },
    ],
  ],
  ["outside the text", [{ id: "s1", start: 0, end: 99 }]],
  [
    "with one id twice",
    [
      { id: "s1", start: 0, end: 2 },
      { id: "s1", start: 3, end: 5 },
    ],
  ],
  ["with an id of another shape", [{ id: "s1e9", start: 0, end: 2 }]],
])("sentences %s are refused", (_name, sentences) => {
  const json = { ...toSampleEvent(1, { type: "text-revise", text: "ab cd", sentences: [] }), sentences };
  expect(readEvent(json)).toEqual({ ok: false, error: { type: "malformed", path: "sentences" } });
});

test("hostile lines never throw", { timeout: 60_000 }, () => {
  const deep = `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`;
  const head = JSON.stringify(good).slice(0, -1);
  const lines = [
    "",
    "{",
    "null",
    deep,
    `${head},"node":${deep}}`,
    `${head},"extra":${deep}}`,
    `{"a":1e309}`,
    "\u0000",
    `{"__proto__":{"version":1}}`,
  ];
  for (const line of lines) expect(typeof readEventLine(line).ok).toBe("boolean");
  expect(readEventLine(`${head.replace('"time":1', '"time":1e309')}}`)).toEqual({
    ok: false,
    error: { type: "malformed", path: "time" },
  });
  expect(readEventLine(" ".repeat(16_000_001))).toEqual({
    ok: false,
    error: { type: "too-large", path: "" },
  });
  const polluted = readEventLine(`${head},"__proto__":{"isAdmin":true}}`);
  expect(polluted.ok && Object.keys(polluted.value)).not.toContain("__proto__");
  expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
});

test("any JSON is an event or a typed reason", { timeout: 60_000 }, () => {
  const mutated = fc
    .tuple(fc.constantFrom(...Object.keys(good)), fc.jsonValue())
    .map(([name, value]) => ({ ...good, [name]: value }));
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), mutated), (json) => {
      const read = readEvent(json);
      const outcome = read.ok ? `folded ${foldRecord([read.value, read.value]).length}` : read.error.type;
      expect(outcome).toMatch(/^(?:folded 1|missing|malformed|too-large|newer-version|unknown-type)$/);
    }),
    { seed: 342, numRuns: 1000 },
  );
});
