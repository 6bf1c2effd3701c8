/** Labels borne out by values: the vectors of clinical foundation 4.3, every threshold from both sides, when they are off. */
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { deriveLabel, findLabels, readCaseValues } from "./derived-labels.ts";
import { DERIVED_LABELS } from "./derived-labels-table.ts";
import type { LabelId } from "./derived-labels-table.ts";
import { readSentences } from "./sentences.ts";

function derive(text: string, label: LabelId): string {
  const derivation = deriveLabel(readCaseValues(text, readSentences(text)), label);
  if (derivation === undefined) return "not said";
  const quotes = derivation.values.map(({ start, end }) => text.slice(start, end)).join(" and ");
  return `${derivation.holds ? "holds" : "normal"} on ${quotes}`;
}

function name(text: string): readonly string[] {
  return findLabels(text).map(({ label, isDenial }) => (isDenial ? `not ${label}` : label));
}

test("the vector of 4.3: 84/50 mmHg is hypotensive", () => {
  expect(name("she is hypotensive")).toEqual(["hypotension"]);
  expect(derive("Blood pressure is 84/50 mmHg", "hypotension")).toBe("holds on 84/50 mmHg");
});

test.each<[LabelId, string, string]>([
  ["hypotension", "BP 89/60", "BP 90/60"],
  ["hypotension", "MAP 64 mmHg", "MAP 65 mmHg"],
  ["hypertension", "BP 140/80", "BP 139/89"],
  ["hypertension", "BP 130/90", "SBP 139"],
  ["tachycardia", "pulse 101", "pulse 100"],
  ["bradycardia", "pulse 59", "pulse 60"],
  ["tachypnoea", "RR 21", "RR 20"],
  ["fever", "temperature 38.0 °C", "temperature 37.9 °C"],
  ["fever", "temperature 100.5 °F", "temperature 100.3 °F"],
  ["hypothermia", "temperature 34.9", "temperature 35.0"],
  ["hypoxaemia", "SpO2 93%", "SpO2 94%"],
  ["hypoxaemia", "PaO2 79 mmHg", "PaO2 80 mmHg"],
  ["hypoxaemia", "PaO2 10.6 kPa", "PaO2 10.7 kPa"],
  ["anaemia", "A woman, Hb 11.9 g/dL", "A woman, Hb 12 g/dL"],
  ["anaemia", "A man, Hb 139 g/L", "A man, Hb 140 g/L"],
  ["thrombocytopenia", "platelets 149,000/µL", "platelets 150 × 10^9/L"],
  ["leucocytosis", "WBC 11.1", "WBC 11,000/mm3"],
  ["hyponatraemia", "Na 135", "Na 136"],
  ["hypernatraemia", "Na 146", "Na 145"],
  ["hypokalaemia", "K 3.4", "K 3.5"],
  ["hyperkalaemia", "K 5.1", "K 5.0"],
  ["acidaemia", "pH 7.34", "pH 7.35"],
  ["alkalaemia", "pH 7.46", "pH 7.45"],
  ["raised shock index", "HR 110, BP 120/70", "HR 90, BP 100/70"],
])("%s: %s, not %s", (label, abnormal, normal) => {
  expect(derive(abnormal, label)).toMatch(/^holds on/);
  expect(derive(normal, label)).toMatch(/^normal on/);
});

test.each<[string, LabelId, string]>([
  ["haemoglobin 13 g/dL", "anaemia", "not said"],
  ["haemoglobin 11 g/dL", "anaemia", "holds on 11 g/dL"],
  ["BP 84/50, later BP 120/80", "hypotension", "holds on 84/50"],
  ["HR 120, then HR 130 bpm", "tachycardia", "holds on 130 bpm"],
  ["SpO2 < 90%", "hypoxaemia", "holds on 90%"],
  ["SpO2 above 90%", "hypoxaemia", "not said"],
  ["No fever above 38 °C", "fever", "not said"],
  ["His mother has a haemoglobin of 8 g/dL.", "anaemia", "not said"],
  [`BP 84/50. ${"A long time went by. ".repeat(12)}Heart rate 120.`, "raised shock index", "not said"],
  ["No D-dimer was taken.", "leucocytosis", "not said"],
])("%s: %s", (text, label, expected) => {
  expect(derive(text, label)).toBe(expected);
});

test.each([
  ["A 7-year-old boy", false],
  ["A 14-month-old infant", false],
  ["A neonate", false],
  ["Age: 12 years", false],
  ["A 30-year-old woman at 32 weeks of gestation", false],
  ["A 30-year-old pregnant woman", false],
  ["A 30-year-old woman, not pregnant", true],
  ["A 30-year-old woman; pregnancy test was negative", true],
  ["A 30-year-old woman with her 5-year-old daughter", true],
  ["Her 5-year-old daughter brought in this 40-year-old woman", true],
  ["A 70-year-old man whose wife is pregnant", true],
  ["- **Patient Information:** 54-year-old woman", true],
])("adult limits apply: %s -> %s", (patient, applies) => {
  expect(derive(`${patient}. Heart rate 130/min.`, "tachycardia")).toBe(
    applies ? "holds on 130/min" : "not said",
  );
});

test("a child's own limits are used", () => {
  const child = "A 2-year-old girl.";
  expect(derive(`${child} Heart rate 130/min (normal 80-120).`, "tachycardia")).toBe("holds on 130/min");
  expect(derive(`${child} Heart rate 110/min (normal 80-120).`, "tachycardia")).toBe("normal on 110/min");
  expect(derive("A man. Potassium 5.2 mmol/L (reference 3.5-5.5).", "hyperkalaemia")).toBe(
    "normal on 5.2 mmol/L",
  );
});

test.each([
  ["tachycardic and febrile, with dyspnoea", ["tachycardia", "fever"]],
  ["afebrile, normotensive", ["not fever", "not hypertension"]],
  ["pulmonary hypertension, ventricular tachycardia, dengue fever, history of hypertension", []],
  ["hypoxic-ischaemic injury, haemolytic anaemia, antihypertensive", []],
  ["hypokalaemic periodic paralysis, hypertensive emergency", []],
  ["Hyponatremia, thrombocytopaenic, leukocytosis", ["hyponatraemia", "thrombocytopenia", "leucocytosis"]],
  ["an elevated shock index", ["raised shock index"]],
])("labels named in: %s", (text, expected) => {
  expect(name(text)).toEqual(expected);
});

test("every threshold has its source beside it", () => {
  const rules = DERIVED_LABELS.flatMap((label) => label.rules);
  for (const { source } of rules) expect(source).toMatch(/unchecked, clinical foundation|\b\d{4}\b|no year/);
});

const PARTS = [
  "BP", "84/50", "mmHg", "HR", "112", "SpO2 < 90%", "Hb", "8.1 g/dL", "(normal 12-15)", "pregnant", "not", "mother", "7-year-old",
  "woman", "febrile", "hypotensive", "no fever", "38 °C", ". ", "\n", ", ", "pH 7.1", "aged 3", "\u0000", "1e309",
]; // prettier-ignore

test("any text: no throw, quotes inside it, the same twice", () => {
  assert(
    property(array(oneof(constantFrom(...PARTS), string({ unit: "binary" })), { maxLength: 50 }), (parts) => {
      const text = parts.join(" ");
      const values = readCaseValues(text, readSentences(text));
      for (const { id } of DERIVED_LABELS) {
        const derivation = deriveLabel(values, id);
        expect(deriveLabel(values, id)).toEqual(derivation);
        for (const { start, end } of derivation?.values ?? []) expect(text.slice(start, end)).toMatch(/\d/);
      }
      for (const { start, end } of findLabels(text)) expect(text.slice(start, end)).not.toBe("");
    }),
    { seed: 20_261_120, numRuns: 400 },
  );
});

test.each([
  "BP 84/50 HR 90 ",
  "his mother's Hb was 8, ",
  "pregnant? ",
  "aged 30 daughter ",
  "fever ",
  "7 year ",
])(
  "a megabyte of %j is read",
  (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const values = readCaseValues(text, readSentences(text));
    for (const { id } of DERIVED_LABELS)
      expect(["undefined", "boolean"]).toContain(typeof deriveLabel(values, id)?.holds);
    expect(findLabels(text).length).toBeGreaterThanOrEqual(0);
  },
  60_000,
);
