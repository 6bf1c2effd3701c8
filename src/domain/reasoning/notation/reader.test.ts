import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { createSeededChance, type Chance } from "../../../shared/chance.ts";
import { createRandomDocument } from "./random-document.ts";
import { createStatementReader, readNotation } from "./reader.ts";
import type { Statement } from "./statement.ts";
import { statementsToGraph } from "./to-graph.ts";
import { encodeUtf8 } from "./utf8.ts";
import { writeNotation } from "./writer.ts";

const long = process.env["CURBSIDE_LONG"] === "1";
const sentences = new Set(["s1", "s2", "s3", "s4"]);

/** A written document with damage done to it: bytes lost, changed, repeated, and lines of prose between. */
function randomTrace(chance: Chance): Uint8Array {
  const below = (count: number) => Math.floor(chance.next() * count);
  const document = createRandomDocument(chance, { tidy: chance.next() < 0.5, mostNodes: 5 });
  const prose = [
    "",
    "So f1 supports h1.",
    "finding f1: again",
    "f1 supports h1 7",
    "\u0000\r",
    "- test t1: CT",
  ];
  const lines = writeNotation(document)
    .split("\n")
    .concat(prose[below(prose.length)] ?? "");
  const bytes = Array.from(encodeUtf8(lines.join(chance.next() < 0.2 ? "\r\n" : "\n")));
  for (let damage = below(6); damage > 0; damage -= 1) {
    const at = below(bytes.length + 1);
    if (chance.next() < 0.5) bytes.splice(at, 1 + below(3));
    else bytes.splice(at, 0, below(256));
  }
  return Uint8Array.from(bytes);
}

function readInPieces(bytes: Uint8Array, cuts: readonly number[], check?: (soFar: Statement[]) => void) {
  const reader = createStatementReader({ sentences });
  const statements: Statement[] = [];
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    const chunk = bytes.slice(from, cut);
    statements.push(...reader.push(chunk));
    // The caller may reuse its buffer.
    chunk.fill(0x0a);
    check?.(statements);
    from = cut;
  }
  const { statements: last, dangling } = reader.finish();
  return { statements: [...statements, ...last], dangling };
}

test("any cut of the bytes gives the same statements, spans and flags", () => {
  assert(
    property(integer(), (seed) => {
      const chance = createSeededChance(seed);
      const bytes = randomTrace(chance);
      const whole = JSON.stringify(readInPieces(bytes, []));
      for (let way = 0; way < 19; way += 1) {
        const cuts = Array.from({ length: 1 + (way % 7) }, () => Math.floor(chance.next() * bytes.length));
        const sorted = cuts.toSorted((left, right) => left - right);
        expect(JSON.stringify(readInPieces(bytes, sorted))).toBe(whole);
      }
      const everyByte = Array.from(bytes.keys());
      expect(JSON.stringify(readInPieces(bytes, everyByte))).toBe(whole);
    }),
    { seed: 20261123, numRuns: long ? 10_000 : 200 },
  );
}, 600_000);

test("a closed statement never changes", () => {
  const bytes = encodeUtf8("finding f1 [s1]: A\nf1 supports h1 0.4: B\nnonsense\nhypothesis h1: C\n");
  const { statements: all } = readInPieces(bytes, []);
  readInPieces(bytes, Array.from(bytes.keys()), (soFar) => {
    expect(soFar).toEqual(all.slice(0, soFar.length));
  });
  expect(all).toHaveLength(4);
});

test("spans are the bytes of the line", () => {
  const text = "finding f1 [s1]: Ödem\r\n\r\nhypothesis h1: Ｘ\n";
  const bytes = encodeUtf8(text);
  const decoder = new TextDecoder();
  const lines = readNotation(text).statements.map(({ span }) => decoder.decode(bytes.subarray(...span)));
  expect(lines).toEqual(["finding f1 [s1]: Ödem\r", "hypothesis h1: Ｘ"]);
});

function flagsOf(text: string) {
  return readNotation(text, { sentences }).statements.flatMap(({ flags }) => flags);
}

test.each([
  ["finding f1 [s1 s99]: A\n", { type: "unknown-sentence", sentence: "s99" }],
  ["calculation c1: A | input: pulse = 118 [s77]\n", { type: "unknown-sentence", sentence: "s77" }],
  ["f1 supports h1 1.4\n", { type: "strength-out-of-range", written: "1.4" }],
  ["f1 supports h1 1e309\n", { type: "strength-out-of-range", written: "1e309" }],
  ["f1 supports h1 NaN\n", { type: "strength-out-of-range", written: "nan" }],
  ["f1 supports h1\n", { type: "missing-strength" }],
  ["finding f1: A | value: 1e309 mmHg\n", { type: "unreadable-value", field: "value", written: "1e309" }],
  ["calculation c1: A | input: nothing\n", { type: "unreadable-value", field: "input", written: "nothing" }],
  ["finding f1: A | colour: red\n", { type: "unknown-field", field: "colour" }],
  ["finding f1: A | time: now | time: later\n", { type: "repeated-field", field: "time" }],
  ["finding f1 absent normal: A\n", { type: "repeated-field", field: "polarity" }],
  ["annotation a1: A\n", { type: "missing-field", field: "target" }],
  ["annotation a1: A | target: f1\n", { type: "not-for-models", field: "annotation" }],
  ["hypothesis h1 human: A\n", { type: "not-for-models", field: "attribution" }],
  ["hypothesis h1 from-human: A\n", { type: "not-for-models", field: "origin" }],
  ["finding f1 [s1@3-9]: A\n", { type: "not-for-models", field: "span" }],
  ["finding f1: A\u0007\n", { type: "control-characters" }],
  ["finding f1: A", { type: "unfinished" }],
  ["conclusion h1: A\nconclusion h2: B\n", { type: "duplicate-id", id: "conclusion" }],
  ["finding f1: A\nfinding f1: B\n", { type: "duplicate-id", id: "f1" }],
])("%j keeps its statement and carries a flag", (text, flag) => {
  expect(flagsOf(text)).toContainEqual(flag);
  expect(readNotation(text).statements.map(({ type }) => type)).not.toContain("unread");
});

test("damaged UTF-8 is replaced, flagged and read", () => {
  const reader = createStatementReader();
  const line = [...encodeUtf8("finding f1: "), 0xff, 0xc3, 0x0a];
  const [statement] = reader.push(Uint8Array.from(line));
  expect(statement).toMatchObject({
    type: "node",
    node: { text: "\ufffd\ufffd" },
    flags: [{ type: "damaged-bytes" }],
  });
});

test("references into nowhere are listed at the end, forward ones are not", () => {
  const { dangling } = readNotation("f1 supports h1 0.4\nfinding f1: A\nk1 undercuts f1>h1 0.5\n");
  expect(dangling).toEqual([
    { statement: 0, id: "h1" },
    { statement: 2, id: "k1" },
  ]);
});

test("duplicates and loose edges stay out of the graph and are named", () => {
  const text = "finding f1: A\nfinding f1: B\nf1 supports h1 0.4\nk1 undercuts f1>h1 0.5\nprose\n";
  const { graph, leftOut } = statementsToGraph(readNotation(text).statements);
  expect([...graph.nodes.values()].map((node) => node.text)).toEqual(["A"]);
  expect(graph.edges.size).toBe(0);
  expect(leftOut).toEqual([1, 2, 3, 4]);
});

test("an edge on itself or on a ring of edges hangs on nothing", () => {
  const text = "finding f1: A\ne1 = f1 undercuts e1 1\ne2 = f1 undercuts e3 1\ne3 = f1 undercuts e2 1\n";
  expect(statementsToGraph(readNotation(text).statements).graph.edges.size).toBe(0);
});

test("small liberties of a model without a grammar are read", () => {
  const text = "- Finding f1  ABSENT [s1, s2] :  No fever\n  f1   Supports h1 .5\n* hypothesis h1: Flu\n";
  const { statements } = readNotation(text, { sentences });
  expect(statements.map(({ type, flags }) => [type, flags])).toEqual([
    ["node", []],
    ["edge", []],
    ["node", []],
  ]);
});

test.each([
  "The finding is clear.",
  "finding the cause: not yet known",
  "I think f1 supports h1 0.4",
  "finding f1",
  'finding "f1: no end',
  "finding f1 [s1: no end",
  "[".repeat(1_000_000),
  `finding f1 ${"[".repeat(1_000_000)}`,
  `finding f1: ${"\\".repeat(1_000_000)} | ${"|".repeat(1000)}`,
  "x".repeat(1_000_000),
  " ".repeat(1_000_000),
  `f1 supports h1 ${"9".repeat(1_000_000)}`,
])("never throws and loses nothing: %#", (text) => {
  const { statements } = readNotation(text);
  expect(statements.map(({ line }) => line).join("")).toBe(text.trim() === "" ? "" : text);
});

test("a megabyte of edges upon edges is a graph, not a stack overflow", () => {
  const lines = ["finding f1: A", "hypothesis h1: B", "e0 = f1 supports h1 0.5"];
  for (let count = 1; count < 30_000; count += 1) lines.push(`e${count} = f1 undercuts e${count - 1} 0.5`);
  const { graph } = statementsToGraph(readNotation(`${lines.toReversed().join("\n")}\n`).statements);
  expect(graph.edges.size).toBe(30_000);
});
