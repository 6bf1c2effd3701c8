import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { teachingCaseToGraph } from "../../domain/argument/teaching/case-statements.ts";
import { readTeachingCase } from "../../domain/argument/teaching/read-teaching-case.ts";
import { computeStrengths } from "../../domain/argument/strength/strengths.ts";
import { answerQuestion, questionsAbout } from "../../domain/questions/ask.ts";
import { answerToText, sayAnswer } from "./say-answer.ts";

const CASES = ["dissection-mimicking-mi", "pe-in-pregnancy", "immune-ttp"] as const;

function graphOf(id: string) {
  const read = readTeachingCase(JSON.parse(readFileSync(`public/cases/${id}.json`, "utf8")));
  if (!read.ok) throw new Error("the teaching case is not readable");
  return teachingCaseToGraph(read.value);
}

test.each(CASES)("every question about everything in %s is answered in words, without an id", (id) => {
  const graph = graphOf(id);
  const strengths = computeStrengths(graph);
  const ids = [...graph.nodes.keys(), ...graph.edges.keys()];
  let answered = 0;
  for (const target of [undefined, ...ids]) {
    for (const { op } of questionsAbout(graph, target)) {
      const answer = answerQuestion({ strengths }, { op, ...(target === undefined ? {} : { target }) });
      if (answer === undefined) throw new Error(`${op} has no answer`);
      const said = sayAnswer(graph, answer);
      expect(said.headline).toMatch(/^[^a-z].*[.?]$/u);
      expect(said.headline).not.toMatch(/undefined|NaN\b|\bnull\b|probability/u);
      expect(answerToText(said)).not.toMatch(/undefined|NaN\b|Infinity|\[object/u);
      answered += 1;
    }
  }
  expect(answered).toBeGreaterThan(100);
});

test("why: a sentence, signed rows in points, and what the answer is not", () => {
  const graph = graphOf("dissection-mimicking-mi");
  const answer = answerQuestion({ strengths: computeStrengths(graph) }, { op: "Q1" });
  if (answer === undefined) throw new Error("Q1 has no answer");
  const said = sayAnswer(graph, answer);
  expect(said.rows[0]?.points).toMatch(/^[+−]\d\.\d\d points$/u);
  expect(said.limits[0]).toContain("not the probability of a disease");
  expect(said.followUps).toContain("Q2");
});
