import { expect, test } from "vitest";
import { placeFinding } from "./place-finding.ts";
import { readCaseText, reviseCaseText } from "./revisions.ts";

const NOTE = "Crushing chest pain since 6 am. Troponin T was 410 ng/L on arrival. No fever.";
const made = readCaseText(NOTE);

const wordsAt = (text: string, spans: readonly { readonly start: number; readonly end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

test("a cited stretch moves with its sentence", () => {
  const start = NOTE.indexOf("410");
  const cited = { text: "Raised", citations: [{ sentence: "s2", span: [start, start + 8] as const }] };
  const now = reviseCaseText(made, `Seen at home. ${NOTE}`);
  const [place] = placeFinding(cited, made, now);
  expect([place?.state, wordsAt(now.text, place?.spans ?? [])]).toEqual(["current", ["410 ng/L"]]);
});

const findIn = (sentence: string, text: string) =>
  wordsAt(NOTE, placeFinding({ text, citations: [{ sentence }] }, made, made)[0]?.spans ?? []);

test("without a stretch its own words are found, as a phrase or one by one", () => {
  expect(findIn("s1", "chest pain")).toEqual(["chest pain"]);
  expect(findIn("s2", "Raised troponin, 410")).toEqual(["Troponin", "410"]);
  expect(findIn("s3", "Something else")).toEqual([]);
});

test("what was corrected has no place, and says why", () => {
  const now = reviseCaseText(made, NOTE.replace("410", "41").replace(" No fever.", ""));
  const states = (sentence: string) =>
    placeFinding({ text: "x", citations: [{ sentence }] }, made, now).map(({ state }) => state);
  expect([states("s1"), states("s2"), states("s3"), states("s9")]).toEqual([
    ["current"],
    ["gone"],
    ["gone"],
    ["unknown"],
  ]);
});

test("two citations of one sentence are one place", () => {
  const citations = [
    { sentence: "s1", span: [0, 8] as const },
    { sentence: "s1", span: [9, 14] as const },
  ];
  const places = placeFinding({ text: "x", citations }, made, made);
  expect(places.map(({ spans }) => wordsAt(NOTE, spans))).toEqual([["Crushing", "chest"]]);
});

test("a citation that was moved to a sentence of a later revision stands there", () => {
  const now = reviseCaseText(made, NOTE.replace("410", "41"));
  const id = now.sentences[1]?.id ?? "";
  const [place] = placeFinding({ text: "Troponin T", citations: [{ sentence: id }] }, made, now);
  expect([place?.state, wordsAt(now.text, place?.spans ?? [])]).toEqual(["current", ["Troponin T"]]);
});
