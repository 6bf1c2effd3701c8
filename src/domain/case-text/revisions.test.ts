import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readCaseText, resolveCitation, restoreCaseText, reviseCaseText } from "./revisions.ts";
import type { CaseText } from "./revisions.ts";

const labels = (caseText: CaseText): readonly string[] =>
  caseText.sentences.map(({ id, text }) => `${id} ${text}`);

test("a correction renumbers only what it changes, and never reuses a number", () => {
  const first = readCaseText("Fever. Cough for 3 days. No rash.");
  const second = reviseCaseText(first, "Fever. Cough for 5 days. Chills. No rash.");
  expect(labels(second)).toEqual(["s1 Fever.", "s4 Cough for 5 days.", "s5 Chills.", "s3 No rash."]);
  const third = reviseCaseText(second, "Fever. Cough for 3 days. No rash.");
  expect(labels(third)).toEqual(["s1 Fever.", "s6 Cough for 3 days.", "s3 No rash."]);
});

test("repeated sentences keep their ids only beside a neighbour that stayed", () => {
  const first = readCaseText("Heart: seen. Normal. Lungs: seen. Normal. Skin: seen. Normal.");
  const second = reviseCaseText(first, "Heart: seen. Normal. Skin: seen. Normal.");
  expect(labels(second)).toEqual(["s1 Heart: seen.", "s2 Normal.", "s5 Skin: seen.", "s6 Normal."]);
});

test("a sentence moved by itself is new, a block that moves together is not", () => {
  const first = readCaseText("HISTORY\nBreast cancer.\nAsthma.\nFAMILY\nStroke.\nGout.");
  const moved = reviseCaseText(first, "HISTORY\nAsthma.\nFAMILY\nStroke.\nBreast cancer.\nGout.");
  expect(labels(moved)).toContain("s7 Breast cancer.");
  const swapped = reviseCaseText(first, "FAMILY\nStroke.\nGout.\nHISTORY\nBreast cancer.\nAsthma.");
  expect(new Set(swapped.sentences.map(({ id }) => id))).toEqual(
    new Set(["s1", "s2", "s3", "s4", "s5", "s6"]),
  );
});

test("citations follow their sentence, go stale, or are unknown", () => {
  const made = readCaseText("Fever 39. Cough. Rash.");
  const current = reviseCaseText(made, "New line. Fever 39. No cough. Rash.");
  expect(resolveCitation(made, current, { sentence: "s1", span: [6, 8] })).toEqual({
    type: "current",
    start: 16,
    end: 18,
  });
  expect(resolveCitation(made, current, { sentence: "s2" })).toEqual({ type: "stale", reason: "gone" });
  expect(resolveCitation(made, current, { sentence: "s99" })).toEqual({ type: "unknown" });
  const clash = restoreCaseText("Other.", [{ id: "s1", start: 0, end: 6 }], 4);
  expect(resolveCitation(made, clash, { sentence: "s1" })).toEqual({ type: "stale", reason: "changed" });
});

test("through any corrections an id always means the same words", { timeout: 60_000 }, () => {
  const note = fc.array(
    fc.constantFrom("Fever.", "Cough.", "Normal.", "Rash.", "BP 120/80.", "Lungs: seen."),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(fc.array(note, { minLength: 2, maxLength: 8 }), (notes) => {
      let current = readCaseText("");
      const words = new Map<string, string>();
      for (const sentences of notes) {
        const before = current;
        current = reviseCaseText(before, sentences.join(" "));
        expect(new Set(current.sentences.map(({ id }) => id)).size).toBe(current.sentences.length);
        for (const { id, text } of current.sentences) {
          expect(words.get(id) ?? text).toBe(text);
          words.set(id, text);
          expect(Number(id.slice(1))).toBeLessThan(current.nextNumber);
        }
        expect(reviseCaseText(current, current.text)).toEqual(current);
      }
    }),
    { seed: 303, numRuns: 300 },
  );
});
