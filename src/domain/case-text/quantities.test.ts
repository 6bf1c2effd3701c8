/** Measured values in real notations, what is no measured value, and what any text may do. */
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { readQuantities } from "./quantities.ts";

function show(text: string): readonly string[] {
  return readQuantities(text).map((each) => {
    const pair = each.diastolic === undefined ? "" : `/${each.diastolic}`;
    const base = Math.round(each.base * 100) / 100;
    return `${each.bound === undefined ? "" : `${each.bound} `}${each.quantity} ${each.value}${pair} ${each.unit} = ${base} "${text.slice(each.start, each.end)}"`;
  });
}

test.each([
  ["Blood pressure is 84/50 mmHg", ['blood pressure 84/50 mmHg = 84 "84/50 mmHg"']],
  [
    "BP 149/87, pulse 60, BMI 30",
    ['blood pressure 149/87 mmHg = 149 "149/87"', 'heart rate 60 /min = 60 "60"'],
  ],
  [
    "SBP of 82 mmHg; MAP 58",
    ['blood pressure 82 mmHg = 82 "82 mmHg"', 'mean arterial pressure 58 mmHg = 58 "58"'],
  ],
  [
    "120/80 mmHg, 112 bpm",
    ['blood pressure 120/80 mmHg = 120 "120/80 mmHg"', 'heart rate 112 /min = 112 "112 bpm"'],
  ],
  ["Heart rate and blood pressure were 112 and 84/50", ['blood pressure 84/50 mmHg = 84 "84/50"']],
  ["Heart rate of 112 beats per minute", ['heart rate 112 /min = 112 "112 beats per minute"']],
  ["respiratory rate: 22 cycles/min", ['respiratory rate 22 /min = 22 "22 cycles/min"']],
  ["a temperature of 101.3 °F", ['temperature 101.3 °F = 38.5 "101.3 °F"']],
  ["tachypneic (35 bpm)", ['respiratory rate 35 /min = 35 "35 bpm"']],
  ["T 37.9°C", ['temperature 37.9 °C = 37.9 "37.9°C"']],
  ["fever (38,5 °C)", ['temperature 38.5 °C = 38.5 "38,5 °C"']],
  ["fever above 39", ['above temperature 39 °C = 39 "39"']],
  ["SpO₂ 88 % on 2 L oxygen", ['oxygen saturation 88 % = 88 "88 %"']],
  ["oxygen saturation of < 90%", ['below oxygen saturation 90 % = 90 "90%"']],
  ["PaO2 8.1 kPa", ['arterial oxygen pressure 8.1 kPa = 60.77 "8.1 kPa"']],
  ["Hb 87 g/L", ['haemoglobin 87 g/L = 8.7 "87 g/L"']],
  ["haemoglobin 7.0 mmol/L", ['haemoglobin 7 mmol/L = 11.28 "7.0 mmol/L"']],
  [
    "Hemoglobin drop from 13.1 g/dL to 8.2",
    ['haemoglobin 13.1 g/dL = 13.1 "13.1 g/dL"', 'haemoglobin 8.2 g/dL = 8.2 "8.2"'],
  ],
  ["platelets 13,000/mm³", ['platelets 13000 /uL = 13 "13,000/mm³"']],
  ["platelets 43 × 10⁹/L, CRP 4", ['platelets 43 10^9/L = 43 "43 × 10⁹/L"']],
  ["platelets 1.5 lakh", ['platelets 1.5 lakh/uL = 150 "1.5 lakh"']],
  ["WBC: 9.1×10^3/uL (84% neutrophils)", ['white cells 9.1 10^3/uL = 9.1 "9.1×10^3/uL"']],
  ["white blood cell count (WBC) 15,200/µL", ['white cells 15200 /uL = 15.2 "15,200/µL"']],
  [
    "Sodium: 127 mEq/L, K+ 5.9 mmol/L",
    ['sodium 127 mmol/L = 127 "127 mEq/L"', 'potassium 5.9 mmol/L = 5.9 "5.9 mmol/L"'],
  ],
  ["pH 7.52, pCO2 29 mmHg", ['blood pH 7.52  = 7.52 "7.52"']],
  ["creatinine 132 umol/L", ['creatinine 132 umol/L = 1.49 "132 umol/L"']],
])("%s", (text, expected) => {
  expect(show(text)).toEqual(expected);
});

test.each([
  "fever for 3 days",
  "a 3-day fever and 6 episodes of vomiting",
  "sodium valproate 200 mg and potassium chloride 40 mEq",
  "platelet aggregation decreased (Day 6)",
  "WBC with 86% monocytes",
  "CSF analysis: white cells 230/µL",
  "urine sodium 20 mmol/L",
  "HbA1c 8.1 %, pulse oximeter, pulses 2+",
  "blood pressure target below 130/80",
  "hemoglobin electrophoresis; T2 hyperintense; vitamin K 5 mg",
  "temperature 380",
  "heart rate and rhythm were regular. 60 people came",
])("no value in: %s", (text) => {
  expect(show(text)).toEqual([]);
});

test("limits printed beside a value are read in its base unit", () => {
  expect(readQuantities("Hb: 95 g/L (reference: 110-140)")[0]?.ownLimits).toEqual({ low: 11, high: 14 });
  expect(readQuantities("potassium 5.2 [3.5–5.5 mmol/L]")[0]?.ownLimits).toEqual({ low: 3.5, high: 5.5 });
  expect(readQuantities("heart rate 150/min (normal < 160)")[0]?.ownLimits).toEqual({ high: 160 });
  expect(readQuantities("heart rate 150/min (regular)")[0]?.ownLimits).toBeUndefined();
});

const PARTS = [
  "BP", "blood pressure", "84/50", "mmHg", "heart rate", "112", "bpm", "Hb", "8.1", "g/dL", "WBC", "13,800", "×10³/µL", "(", ")",
  "T", "38,5", "°C", "to", "-", ",", ";", "normal", "12-15", "<", "\n", ". ", "SpO₂", "%", "pH", "K", "١٢", "1e309", "NaN", "\u0000",
]; // prettier-ignore

test("any text: spans inside it, in order, apart, numbers finite, the same twice", () => {
  assert(
    property(array(oneof(constantFrom(...PARTS), string({ unit: "binary" })), { maxLength: 60 }), (parts) => {
      const text = parts.join(parts.length % 2 === 0 ? " " : "");
      const found = readQuantities(text);
      let end = 0;
      for (const each of found) {
        expect(each.start).toBeGreaterThanOrEqual(end);
        expect(each.nameStart).toBeLessThanOrEqual(each.start);
        expect(each.end).toBeGreaterThan(each.start);
        expect(each.end).toBeLessThanOrEqual(text.length);
        expect(Number.isFinite(each.base) && Number.isFinite(each.value)).toBe(true);
        end = each.end;
      }
      expect(readQuantities(text)).toEqual(found);
    }),
    { seed: 20_261_120, numRuns: 1000 },
  );
});

test.each([
  "blood pressure ",
  "BP 84/50 mmHg ",
  "1",
  "12,345",
  "pulse 1 ",
  "84/",
  "(normal ",
  "WBC 1×10",
  " ",
  "\n",
  "Hb 8 to 9 to ",
])(
  "a megabyte of %j is read",
  (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    for (const { end } of readQuantities(text)) expect(end).toBeLessThanOrEqual(text.length);
  },
  60_000,
);
