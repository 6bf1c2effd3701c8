import { expect, test } from "vitest";
import { type Sentence, readSentences } from "../../../domain/case-text/sentences.ts";
import { canBearOn, draftFinding, readFields } from "./finding-draft.ts";

const NOTE = "Crushing chest pain since six. Denies fever or cough.";
const PAIN: Sentence = { id: "s1", start: 0, end: 30, text: NOTE.slice(0, 30) };
const DENIAL: Sentence = { id: "s2", start: 31, end: NOTE.length, text: NOTE.slice(31) };

const pick = (words: string, sentence = DENIAL) => {
  const start = NOTE.indexOf(words);
  return { sentence: sentence.id, start, end: start + words.length };
};

test("a picked denial begins as absent, a statement as present", () => {
  expect(readFields(DENIAL, pick("cough"))).toMatchObject({ words: "cough", polarity: "absent" });
  expect(readFields(PAIN, pick("chest pain", PAIN))).toMatchObject({
    words: "chest pain",
    polarity: "present",
  });
  expect(readFields(DENIAL, undefined)).toMatchObject({ words: "Denies fever or cough", polarity: "absent" });
});

test("a long sentence is not offered as the words of a finding", () => {
  const [long] = readSentences(`${"He walked and ".repeat(8)}slept.`);
  expect(long && readFields(long, undefined).words).toBe("");
});

const fields = {
  ...readFields(PAIN, undefined),
  words: " chest pain ",
  target: "",
  way: "supports",
} as const;
const newId = () => "new";

test("it cites what was picked, else its own words, else the sentence", () => {
  const spanOf = (words: string, picked?: ReturnType<typeof pick>) =>
    draftFinding({ fields: { ...fields, words }, sentence: PAIN, picked, newId }).node.citations[0]?.span;
  expect(spanOf("Angina", pick("chest", PAIN))).toEqual([9, 14]);
  expect(spanOf("Chest pain")).toEqual([9, 19]);
  expect(spanOf("Angina")).toBeUndefined();
});

test("it is a person's, and speaks for or against what was chosen", () => {
  const { node, edges } = draftFinding({
    fields: { ...fields, target: "h1", way: "attacks", weight: "strong" },
    sentence: PAIN,
    picked: undefined,
    newId,
  });
  expect(node).toMatchObject({ text: "chest pain", origin: "human", attribution: "human" });
  expect(edges).toMatchObject([{ kind: "attacks", attack: "rebut", to: "h1", weight: 0.8 }]);
});

test("findings are not argued for", () => {
  expect([canBearOn("hypothesis", "supports"), canBearOn("hypothesis", "attacks")]).toEqual([true, true]);
  expect([canBearOn("finding", "supports"), canBearOn("question", "supports")]).toEqual([false, false]);
});
