import * as fc from "fast-check";
import { expect, test } from "vitest";
import { layOutNote } from "./note-layout.ts";
import { readCaseText } from "./revisions.ts";

const layOut = (text: string) => layOutNote(readCaseText(text));
const looks = (text: string): readonly string[] =>
  layOut(text).map(({ look, sentence, lead }) => `${look}: ${sentence?.text ?? lead.trim()}`);

const LINES = [
  "HISTORY",
  "PMH:",
  "# Plan",
  "Assessment\n=====",
  "- aspirin 81 mg",
  "  * statin",
  "1. rest",
  "2) fluids",
  "Na	140	135-145",
  "K	4.1",
  "| Hb | 10.2 |",
  "|----|------|",
  "WBC      12.1     high",
  "-----",
  "***",
  "Allergies: none known.",
  "He has pain.  It is worse. ...",
  "<script>alert(1)</script>",
  "",
  " ",
  "\r",
  "|",
];
const note = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .tuple(fc.array(fc.constantFrom(...LINES), { maxLength: 30 }), fc.constantFrom("\n", "\r\n", "\u2028"))
    .map(([lines, lineBreak]) => lines.join(lineBreak)),
);

test("leads and sentences in order are the text, so every character is shown", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(note, (text) => {
      const rows = layOut(text);
      expect(rows.map(({ lead, sentence }) => lead + (sentence?.text ?? "")).join("")).toBe(text);
      expect(rows.flatMap(({ sentence }) => sentence ?? [])).toEqual(readCaseText(text).sentences);
    }),
    { seed: 601, numRuns: 2000 },
  );
});

test("the cells of a row lie end to end over its sentence, and labels inside theirs", () => {
  fc.assert(
    fc.property(note, (text) => {
      const rows = layOut(text);
      for (const { sentence, cells } of rows.filter((row) => row.cells !== undefined)) {
        expect(cells?.map(({ start, end }) => text.slice(start, end)).join("")).toBe(sentence?.text);
        expect(cells?.every(({ start, end }) => start < end)).toBe(true);
      }
      const labels = rows.filter(({ labelEnd }) => labelEnd !== undefined);
      expect(
        labels.every(({ sentence, labelEnd }) => text.slice(sentence?.start, labelEnd).endsWith(":")),
      ).toBe(true);
    }),
    { seed: 602, numRuns: 2000 },
  );
});

test("headings are known by mark, colon, capitals and underline", () => {
  const text = [
    "Discharge summary",
    "=================",
    "HISTORY",
    "He had pain.",
    "",
    "PMH",
    "Asthma",
    "Past surgical history:",
    "# Plan",
    "Rest and fluids at home.",
  ].join("\n");
  expect(looks(text)).toEqual([
    "heading: Discharge summary",
    "marks: =================",
    "heading: HISTORY",
    "prose: He had pain.",
    "heading: PMH",
    "prose: Asthma",
    "heading: Past surgical history:",
    "heading: Plan",
    "prose: Rest and fluids at home.",
  ]);
});

test("a note in capitals is no page of headings, and a finding in capitals is none", () => {
  expect(looks("CHEST PAIN\nSINCE MORNING")).toEqual(["prose: CHEST PAIN", "prose: SINCE MORNING"]);
  expect(looks("Abdomen soft.\nNAD\nBP 120/80")).not.toContain("heading: NAD");
});

test("list items keep their marks and their depth", () => {
  const rows = layOut("Meds:\n- aspirin\n    * with food\n1. statin\nPlan: 1. rest 2. fluids");
  expect(rows.map(({ look, lead, indent }) => [look, lead.trim(), indent])).toEqual([
    ["heading", "", 0],
    ["item", "-", 0],
    ["item", "*", 2],
    ["item", "1.", 0],
    ["prose", "", 0],
    ["item", "1.", 0],
    ["item", "2.", 0],
  ]);
});

test.each([
  ["tabs", "Test\tValue\tRange\nNa\t140\t135-145\nK\t4.1\t3.5-5"],
  ["pipes", "| Test | Value | Range |\n|---|---|---|\n| Na | 140 | 135-145 |\n| K | 4.1 | 3.5-5 |"],
  ["spaces", "Test     Value    Range\nNa       140      135-145\nK        4.1      3.5-5"],
])("a table of %s has the same columns in every row", (_, text) => {
  const rows = layOut(text).filter(({ look }) => look === "table");
  expect(rows.map(({ cells }) => cells?.length)).toEqual([3, 3, 3]);
  expect(new Set(rows.map(({ table }) => table)).size).toBe(1);
});

test("one gap between words, or one mark, makes no table", () => {
  expect(looks("Pain since   Monday.\nNo fever.")).toEqual([
    "prose: Pain since   Monday.",
    "prose: No fever.",
  ]);
  expect(looks("BP 120/80 | HR 88")).toEqual(["prose: BP 120/80 | HR 88"]);
});

test("the label of a line is told from what it says", () => {
  const [row, plain] = layOut("Family history: father had an infarct.\nSeen at 12: 30 on the ward");
  expect(row?.labelEnd).toBe("Family history:".length);
  expect(plain?.labelEnd).toBeUndefined();
});

test("an empty line opens a paragraph", () => {
  expect(layOut("One.\n\nTwo.\n---\n\nThree.").map(({ opensParagraph }) => opensParagraph)).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
