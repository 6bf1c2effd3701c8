import { expect, test } from "vitest";
import { foldRecord } from "../../domain/record/fold.ts";
import { draftCase, toAuthor } from "./draft-case.ts";

function countIds() {
  let count = 0;
  return () => `id${(count += 1)}`;
}

test("a new case folds into its text with numbered sentences", () => {
  const events = draftCase({
    title: "Chest pain",
    text: "Chest pain for two hours. Troponin is 12 ng/L.",
    author: toAuthor(undefined),
    time: 1000,
    newId: countIds(),
  });
  expect(events.map(({ type }) => type)).toEqual(["case-create", "text-revise"]);
  expect(new Set(events.map(({ caseId }) => caseId)).size).toBe(1);
  const { state } = foldRecord(events);
  expect(state.text?.sentences.map(({ id, text }) => [id, text])).toEqual([
    ["s1", "Chest pain for two hours."],
    ["s2", "Troponin is 12 ng/L."],
  ]);
});

test("the author is the chosen profile", () => {
  expect(toAuthor({ id: "p1", name: "Ward round", kind: "learner" })).toEqual({
    kind: "learner",
    profile: "p1",
  });
});
