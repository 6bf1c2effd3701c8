/** How phrases of a trace are located in the case: the rules of clinical foundation 4.3a and those vectors of 4.3 that ask for a place. */
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { readTrace } from "./read-trace.ts";

/** Each located phrase with its rule, and the words and polarity of the finding. */
function locate(caseText: string, text: string): readonly string[] {
  const { graph, located } = readTrace({ text, caseText });
  return located.map(({ start, end, rule, label, finding }) => {
    const node = graph.nodes.get(finding);
    const polarity = node?.kind === "finding" ? node.polarity : "no finding";
    const how = label === undefined ? rule : `${rule}: ${label}`;
    return `${text.slice(start, end)} (${how}) -> ${polarity} "${node?.text ?? ""}"`;
  });
}

test.each([
  [
    "Blood pressure is 84/50 mmHg",
    "she is hypotensive",
    ['hypotensive (derived: hypotension) -> present "Blood pressure is 84/50 mmHg"'],
  ],
  ["There is no fever", "the fever suggests infection", ['fever (exact) -> absent "There is no fever"']],
  [
    "no cough, sputum or haemoptysis",
    "haemoptysis raises the score",
    ['haemoptysis (exact) -> absent "haemoptysis"'],
  ],
  [
    "gram negative rods",
    "gram negative rods",
    ['gram negative rods (exact) -> present "gram negative rods"'],
  ],
  ["Troponin was not taken.", "D-dimer is 2,100", []],
])("vector of 4.3: %s | %s", (caseText, text, expected) => {
  expect(locate(caseText, text)).toEqual(expected);
});

test.each([
  [
    "Acute shortness of breath.",
    "The dyspnoea is sudden.",
    ['dyspnoea (synonym) -> present "Acute shortness of breath"'],
  ],
  [
    "The sclerae are icteric.",
    "Jaundice is seen.",
    ['Jaundice (synonym) -> present "The sclerae are icteric"'],
  ],
  [
    "He is coughing blood.",
    "Hemoptysis is serious.",
    ['Hemoptysis (synonym) -> present "He is coughing blood"'],
  ],
  [
    "Swelling of the left calf",
    "the calf swelling on the left",
    ['calf swelling (words) -> present "Swelling of the left calf"'],
  ],
  [
    "A man. Platelets (13,000/mm³) and normal coagulation.",
    "Thrombocytopaenia is severe.",
    ['Thrombocytopaenia (derived: thrombocytopenia) -> present "Platelets (13,000/mm³)"'],
  ],
  [
    "Heart rate 120/min, blood pressure 110/70 mmHg",
    "There is tachycardia with a raised shock index.",
    [
      'tachycardia (derived: tachycardia) -> present "Heart rate 120/min"',
      'raised shock index (derived: raised shock index) -> present "Heart rate 120/min; blood pressure 110/70 mmHg"',
    ],
  ],
  ["Heart rate 80/min", "There is tachycardia.", []],
  [
    "Heart rate 80/min",
    "There is no tachycardia.",
    ['tachycardia (derived: tachycardia) -> normal "Heart rate 80/min"'],
  ],
  ["Temperature 36.8 °C", "He is afebrile.", ['afebrile (derived: fever) -> normal "Temperature 36.8 °C"']],
  ["Temperature 39 °C", "He has no fever.", ['fever (derived: fever) -> present "Temperature 39 °C"']],
  ["A 3-year-old girl. Heart rate 130/min", "There is tachycardia.", []],
  ["A pregnant woman. Heart rate 110/min", "There is tachycardia.", []],
])("%s | %s", (caseText, text, expected) => {
  expect(locate(caseText, text)).toEqual(expected);
});

test("a value cited by its words and by its label is one finding with its exact place, and speaks for the diagnosis", () => {
  const caseText = "A 60-year-old man. No distress, heart rate 112/min. Blood pressure 84/50 mmHg.";
  const text =
    "Hypotension suggests pulmonary embolism. The blood pressure of 84/50 mmHg supports pulmonary embolism.";
  const { graph, located } = readTrace({ text, caseText });
  const findings = [...graph.nodes.values()].filter((node) => node.kind === "finding");
  expect(new Set(located.map(({ finding }) => finding)).size).toBe(1);
  expect(findings.map((node) => node.text)).toEqual(["Blood pressure 84/50 mmHg"]);
  const [citation] = findings[0]?.citations ?? [];
  expect(citation?.sentence).toBe("s3");
  expect(caseText.slice(...(citation?.span ?? [0, 0]))).toBe("Blood pressure 84/50 mmHg");
  const edges = [...graph.edges.values()].filter((edge) => edge.from === findings[0]?.id);
  expect(new Set(edges.map((edge) => edge.kind))).toEqual(new Set(["supports"]));
});

test("a value in a list that begins with a negation is not denied by it", () => {
  const [first] = locate("No distress, heart rate 112/min", "The tachycardia is mild.");
  expect(first).toContain('-> present "heart rate 112/min"');
});

const PARTS = [
  "BP 84/50", "heart rate 112", "Hb 8 g/dL", "hypotensive", "tachycardia", "no", "afebrile", "fever 39 °C", "suggests", "sepsis",
  "raised shock index", "her mother", "pregnant", "dyspnea", "shortness of breath", ". ", ", ", "(", ")", "\n", "\u202e", "### Answer:\n",
]; // prettier-ignore

test("any text: located phrases and citations lie in their texts and point at findings", () => {
  const parts = array(oneof(constantFrom(...PARTS), string({ unit: "binary" })), { maxLength: 40 });
  assert(
    property(parts, parts, (trace, story) => {
      const text = trace.join(" ");
      const caseText = story.join(" ");
      const { graph, located } = readTrace({ text, caseText });
      for (const { start, end, finding } of located) {
        expect(text.slice(start, end)).not.toBe("");
        const node = graph.nodes.get(finding);
        expect(node?.kind).toBe("finding");
        for (const { sentence, span } of node?.citations ?? []) {
          expect(sentence).toMatch(/^s\d+$/u);
          expect(caseText.slice(...(span ?? [0, 0]))).not.toBe("");
        }
      }
    }),
    { seed: 20_261_120, numRuns: process.env["CURBSIDE_LONG"] === "1" ? 5000 : 300 },
  );
}, 600_000);

test.each(["BP 84/50 mmHg HR 112 ", "hypotensive ", "afebrile, HR 80. "])(
  "a megabyte of %j is read on both sides",
  (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    expect(readTrace({ text, caseText: "BP 84/50. HR 112." }).pieces.length).toBeGreaterThan(0);
    expect(readTrace({ text: "she is hypotensive", caseText: text }).pieces.length).toBeGreaterThan(0);
  },
  60_000,
);
