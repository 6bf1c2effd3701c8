import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  ATTRIBUTION_FIELD,
  COMMON_TAIL,
  EDGE_FORMS,
  EDGE_TAIL,
  NODE_FORMS,
  ORIGIN_FIELD,
  STAGE_FIELD,
} from "./forms.ts";
import { readNotation } from "./reader.ts";
import { statementsToGraph } from "./to-graph.ts";
import { writeNotation } from "./writer.ts";

const documentation = readFileSync("docs/step-notation.md", "utf8");
const examples = [...documentation.matchAll(/^```(step|step-file)\n(.*?)^```$/gms)].map(
  ([, fence, text]) => [fence === "step" ? "model" : "file", text ?? ""] as const,
);

test("the documentation has examples", () => {
  expect(examples.map(([voice]) => voice)).toEqual(["model", "model", "file"]);
});

test.each(examples)("an example in the voice of a %s is read to the last line", (voice, text) => {
  const sentences = new Set(["s1", "s2", "s3", "s4", "s5", "s6"]);
  const { statements, dangling } = readNotation(text, { voice, sentences });
  expect(statements.map(({ type }) => type)).not.toContain("unread");
  expect(statements.flatMap(({ flags }) => flags)).toEqual([]);
  expect(dangling).toEqual([]);
  const document = statementsToGraph(statements);
  expect(document.leftOut).toEqual([]);
  expect(writeNotation(document)).toBe(text);
});

test("every kind but the clinician's own is in the first example", () => {
  const statements = readNotation(examples[0]?.[1] ?? "").statements;
  const kinds = statements.flatMap((statement) => (statement.type === "node" ? statement.node.kind : []));
  expect(new Set([...kinds, "annotation"])).toEqual(new Set(NODE_FORMS.map(({ kind }) => kind)));
});

test("every word, field and verb of the notation is named", () => {
  const words = [...NODE_FORMS.flatMap((form) => form.words), STAGE_FIELD, ATTRIBUTION_FIELD, ORIGIN_FIELD];
  const keys = [...NODE_FORMS.flatMap((form) => form.tail), ...COMMON_TAIL, ...EDGE_TAIL].map(
    ({ key }) => key,
  );
  const verbs = EDGE_FORMS.map(({ verb }) => verb);
  const all = [
    ...words.flatMap((field) => field.words),
    ...keys,
    ...verbs,
    ...NODE_FORMS.map(({ kind }) => kind),
  ];
  const unnamed = all.filter((word) => !documentation.includes(`\`${word}\``));
  expect(unnamed).toEqual([]);
});
