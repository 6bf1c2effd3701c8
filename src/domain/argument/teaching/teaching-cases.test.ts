import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { readSentences } from "../../case-text/sentences.ts";
import { readNotation } from "../../reasoning/notation/reader.ts";
import { statementsToGraph } from "../../reasoning/notation/to-graph.ts";
import { createThinkingSplit } from "../../reasoning/thinking/split.ts";
import { explainFlipSets } from "../explanations/flip-sets.ts";
import { explainStageWalk } from "../explanations/stage-walk.ts";
import { checkEdge } from "../legal-moves.ts";
import { removeNode } from "../graph-operations.ts";
import { computeStrengths } from "../strength/strengths.ts";
import { teachingCaseToGraph } from "./case-statements.ts";
import { checkExpected } from "./check-expected.ts";
import { readTeachingCase, readTeachingCaseIndex } from "./read-teaching-case.ts";
import { scriptedRun } from "./scripted-run.ts";
import type { TeachingCase } from "./teaching-case.ts";

const FOLDER = new URL("../../../../public/cases/", import.meta.url);

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
}

function readCase(file: string): TeachingCase {
  const read = readTeachingCase(readJson(file));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const FILES = readdirSync(FOLDER).filter((file) => file.endsWith(".json") && file !== "index.json");

test("the index lists every case and every script, all twelve, marked synthetic and not reviewed", () => {
  const index = readTeachingCaseIndex(readJson("index.json"));
  if (!index.ok) throw new Error(JSON.stringify(index.error));
  expect(index.value.cases.map((entry) => entry.file).toSorted()).toEqual(FILES);
  expect(FILES.length).toBe(12);
  expect(index.value.clinicallyReviewed).toBe(false);
  for (const { id, title, file } of index.value.cases)
    expect(readCase(file)).toMatchObject({ id, title, synthetic: true, clinicallyReviewed: false });
});

test.each(FILES)("%s: every edge of its graph is legal and every finding is cited", (file) => {
  const teaching = readCase(file);
  const graph = teachingCaseToGraph(teaching);
  for (const edge of graph.edges.values()) expect(checkEdge(graph, edge)).toEqual({ ok: true, value: edge });
  const sentences = new Map(readSentences(teaching.vignette).map((sentence) => [sentence.id, sentence]));
  for (const { id, start, end } of teaching.findings) {
    const [citation] = graph.nodes.get(id)?.citations ?? [];
    const home = sentences.get(citation?.sentence ?? "");
    expect(citation?.span).toEqual([start, end]);
    expect(home !== undefined && home.start <= start && home.end >= end).toBe(true);
  }
});

test.each(FILES)("%s: the engine reproduces everything it expects", (file) => {
  const checks = checkExpected(readCase(file));
  expect(checks.length).toBeGreaterThan(80);
  expect(checks.filter((check) => !check.holds)).toEqual([]);
});

test.each(FILES)("%s: its scripted run is up to date and reads back to the same graph", async (file) => {
  const teaching = readCase(file);
  const run = scriptedRun(teaching);
  await expect(run).toMatchFileSnapshot(new URL(file.replace(".json", ".steps.txt"), FOLDER).pathname);
  const split = createThinkingSplit({ start: "answer" });
  const pieces = [...split.push(run), ...split.finish().pieces];
  const said = (channel: string): string =>
    pieces
      .filter((piece) => piece.channel === channel)
      .map((piece) => piece.text)
      .join("");
  expect(said("thinking")).toContain("no model is thinking here");
  const sentences = new Set(readSentences(teaching.vignette).map((sentence) => sentence.id));
  const { statements, dangling } = readNotation(said("answer"), {
    voice: "file",
    origin: "scripted",
    sentences,
  });
  expect(dangling).toEqual([]);
  expect(statements.flatMap((statement) => statement.flags)).toEqual([]);
  const { graph, conclusion, leftOut } = statementsToGraph(statements);
  expect(leftOut).toEqual([]);
  expect(conclusion?.leader).toBe(teaching.goldDiagnosis.hypothesis);
  const expected = teachingCaseToGraph(teaching);
  expect([...graph.nodes]).toEqual([...expected.nodes]);
  expect([...graph.edges]).toEqual([...expected.edges]);
});

// Clinical foundation 11.2.
test("without its framing findings the dissection leads from the history on", () => {
  const teaching = readCase("dissection-mimicking-mi.json");
  const framing = teaching.findings.filter((finding) => finding.category === "framing");
  expect(framing.length).toBeGreaterThan(0);
  let graph = teachingCaseToGraph(teaching);
  for (const { id } of framing) {
    const removed = removeNode(graph, id);
    if (removed.ok) graph = removed.value;
  }
  const walk = explainStageWalk(computeStrengths(graph));
  expect(walk.ok && walk.value.headline.steps.slice(1).map((step) => step.leader)).toEqual([
    "h1",
    "h1",
    "h1",
  ]);
});

test("every flip set of every case really changes the leader", () => {
  for (const file of FILES) {
    const answer = explainFlipSets(computeStrengths(teachingCaseToGraph(readCase(file))));
    expect(answer.ok && answer.value.items.every((item) => item.part.leader !== answer.value.target)).toBe(
      true,
    );
  }
});

const SOUND = "pe-in-pregnancy.json";

test.each<readonly [string, (teaching: TeachingCase) => unknown, readonly string[]]>([
  ["no case at all", () => "text", ["wrong-shape"]],
  ["an empty object", () => ({}), ["wrong-shape"]],
  [
    "a case that does not say it is synthetic",
    (teaching) => ({ ...teaching, synthetic: false }),
    ["wrong-shape"],
  ],
  [
    "a strength above 1",
    (teaching) => ({ ...teaching, links: [{ ...teaching.links[0], strength: 1.1 }] }),
    ["wrong-shape"],
  ],
  [
    "a story that lost a character",
    (teaching) => ({ ...teaching, vignette: teaching.vignette.slice(1) }),
    ["quote-differs", "stages-out-of-order"],
  ],
  [
    "two findings of one id",
    (teaching) => ({ ...teaching, findings: [...teaching.findings, teaching.findings[0]] }),
    ["duplicate-id"],
  ],
  [
    "a link to nowhere",
    (teaching) => ({ ...teaching, goldDiagnosis: { hypothesis: "h99", text: "?" } }),
    ["unknown-reference"],
  ],
  [
    "a finding outside its stage",
    (teaching) => ({
      ...teaching,
      findings: teaching.findings.map((finding) => ({ ...finding, stage: "tests" })),
    }),
    ["outside-its-stage"],
  ],
  [
    "the same link twice",
    (teaching) => ({ ...teaching, links: [...teaching.links, { ...teaching.links[0], id: "l99" }] }),
    ["linked-twice"],
  ],
])("%s is refused with its reason", (_name, spoil, expected) => {
  const read = readTeachingCase(spoil(readCase(SOUND)));
  const types = new Set(read.ok ? [] : read.error.map((problem) => problem.type));
  expect([...types].toSorted()).toEqual(expected);
});
