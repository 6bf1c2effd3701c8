import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readSentences } from "./sentences.ts";

const texts = (text: string): readonly string[] => readSentences(text).map((sentence) => sentence.text);

/** Sentences and the gaps between them, in order. */
function joinPieces(text: string): string {
  let joined = "";
  let at = 0;
  for (const { start, end, text: words } of readSentences(text)) {
    joined += text.slice(at, start) + words;
    if (start < at || end <= start) return "overlapping pieces";
    at = end;
  }
  return joined + text.slice(at);
}

const noteParts = fc.constantFrom(
  ...'Dr. Lee|b.i.d.|e.g.|7.35|mg.|\n|\r\n|\r|\u2028|• |- |1. |2) |HPI:|fever|No |? PE|…|"|)|. |.The|。|؟ |جيد|é|\u0000|\ud83d|😀|   |(|**|[3]'.split(
    "|",
  ),
  "|",
);
const noteText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(noteParts, { maxLength: 80 }).map((parts) => parts.join("")),
);

test("sentences and gaps join to the exact text, with ids s1 to sN", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(noteText, (text) => {
      expect(joinPieces(text)).toBe(text);
      const ids = readSentences(text).map((sentence) => sentence.id);
      expect(ids).toEqual(ids.map((_, index) => `s${index + 1}`));
    }),
    { seed: 301, numRuns: 3000 },
  );
});

test("every letter and digit outside a list number is in a sentence", () => {
  const text = "CC: cough\n- fever 38.5\n• chills\nPlan: aspirin 81 mg daily. Follow up";
  const kept = texts(text)
    .join("")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  expect(kept).toBe(text.replaceAll(/[^\p{L}\p{N}]/gu, ""));
});

test.each([
  [
    "titles",
    "Seen by Dr. Lee, then by J. Smith. Mr. Diaz agrees.",
    ["Seen by Dr. Lee, then by J. Smith.", "Mr. Diaz agrees."],
  ],
  [
    "doses",
    "Takes metoprolol 25 mg. b.i.d. and aspirin q. 6 h. for pain. Lasix 40 mg p.o. daily.",
    ["Takes metoprolol 25 mg. b.i.d. and aspirin q. 6 h. for pain.", "Lasix 40 mg p.o. daily."],
  ],
  [
    "a closing abbreviation",
    "Lisinopril 10 mg b.i.d. She denies cough.",
    ["Lisinopril 10 mg b.i.d.", "She denies cough."],
  ],
  [
    "decimals",
    "pH 7.35. PaCO2 40.5 mm Hg. K 5.9 vs. 4.1 before.",
    ["pH 7.35.", "PaCO2 40.5 mm Hg.", "K 5.9 vs. 4.1 before."],
  ],
  [
    "letters that are names",
    "Allergic to penicillin G. Hepatitis B. Grew E. coli. See Figure A. Labs follow.",
    ["Allergic to penicillin G.", "Hepatitis B.", "Grew E. coli.", "See Figure A.", "Labs follow."],
  ],
  [
    "units of one letter or in capitals",
    "Platelets 239 × 109/L. Output 2 L. Temp. 37.1 °C. CT. QTc 487 ms. Stable.",
    ["Platelets 239 × 109/L.", "Output 2 L.", "Temp. 37.1 °C.", "CT.", "QTc 487 ms.", "Stable."],
  ],
  ["small letters", "pt c/o cp. denies sob. hx. of htn.", ["pt c/o cp.", "denies sob.", "hx. of htn."]],
  [
    "a suspicion",
    "CXR clear. ? PE. Worse today? Yes! Stop.",
    ["CXR clear.", "? PE.", "Worse today?", "Yes!", "Stop."],
  ],
  [
    "quotes and brackets",
    'He said "it hurts." (See above.) "Where?" she asked.',
    ['He said "it hurts."', "(See above.)", '"Where?" she asked.'],
  ],
  ["a forgotten space", "There is no pain.The patient left.", ["There is no pain.", "The patient left."]],
  [
    "counted items in a line",
    "Plan: 1. aspirin 81 mg 2. statin 3. follow up",
    ["Plan:", "aspirin 81 mg", "statin", "follow up"],
  ],
  [
    "other scripts",
    "Paciente con fiebre. ¿Tos? Sí. 患者发热。无咳嗽。 المريض بخير. لا حمى؟ نعم.",
    ["Paciente con fiebre.", "¿Tos?", "Sí.", "患者发热。", "无咳嗽。", "المريض بخير.", "لا حمى؟", "نعم."],
  ],
  [
    "German shorthand",
    "Z. n. Appendektomie, z.B. mit ca. 30 Jahren. Kein Fieber.",
    ["Z. n. Appendektomie, z.B. mit ca. 30 Jahren.", "Kein Fieber."],
  ],
])("reads %s as a physician would", (_name, text, expected) => {
  expect(texts(text)).toEqual(expected);
});

test("headings, list items and table rows stand alone, on any line end", () => {
  const lines = [
    "HISTORY OF PRESENT ILLNESS:",
    "Cough for 3 days",
    "",
    "1. Hypertension",
    "2) No fever",
    "• Denies chills.",
    "-K 5.9",
    "-----",
  ];
  const expected = [
    "HISTORY OF PRESENT ILLNESS:",
    "Cough for 3 days",
    "Hypertension",
    "No fever",
    "Denies chills.",
    "K 5.9",
  ];
  for (const lineEnd of ["\n", "\r\n", "\r"]) expect(texts(lines.join(lineEnd))).toEqual(expected);
});

test("lines wrapped at a column belong together, lists of findings do not", () => {
  const wrapped =
    "The patient was found to have a low random serum glucose and absence of\nacidosi" +
    "s on arrival. She was seen by Dr.\nLee.";
  expect(texts(wrapped)).toHaveLength(2);
  expect(texts("no fever\nno cough\nlisinopril 10 mg\nmetformin")).toHaveLength(4);
  expect(texts("Her pulse is\n106/min.")).toEqual(["Her pulse is\n106/min."]);
});

test("hostile notes of a megabyte are read whole", { timeout: 60_000 }, () => {
  const size = 1_000_000;
  for (const unit of [".", "\n", "a", "1. ", "((", " ", "? ", "Dr. ", "\u0000", "- ", "x. ", "[1", '"."']) {
    const text = unit.repeat(size / unit.length);
    expect(joinPieces(text) === text).toBe(true);
  }
});
