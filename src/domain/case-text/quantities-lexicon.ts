/**
 * How the quantities that derived labels need are written: names, abbreviations, units and what a number without a
 * unit is taken for. Names and units after clinical foundation 7.6 and 7.7. The limits here tell a reading from a stray
 * number; they are no clinical thresholds and are a design choice.
 */

export type QuantityName =
  | "blood pressure"
  | "mean arterial pressure"
  | "heart rate"
  | "respiratory rate"
  | "temperature"
  | "oxygen saturation"
  | "arterial oxygen pressure"
  | "haemoglobin"
  | "platelets"
  | "white cells"
  | "sodium"
  | "potassium"
  | "blood pH"
  | "creatinine";

/** One unit: base value = written value x factor + offset. */
export type UnitForm = {
  readonly unit: string;
  /** Expression for how it is written after the number. */
  readonly written: string;
  readonly factor: number;
  readonly offset?: number;
};

export type QuantityRow = {
  readonly quantity: QuantityName;
  /** Names in any case, separated by "|"; a space stands for a space or hyphen. */
  readonly words: string;
  /** Expression for abbreviations, whose case matters. */
  readonly abbreviations?: string;
  /** Expression for what may not follow the name: there it names something else. */
  readonly notBefore?: string;
  /** Expression for what may not stand before it. */
  readonly notAfter?: string;
  /** The first is the base unit. */
  readonly units: readonly UnitForm[];
  /** Which unit a number without one is in, by its size. */
  readonly bare: readonly (readonly [from: number, to: number, unit: string])[];
  /** Believable values in the base unit. */
  readonly believable: readonly [from: number, to: number];
  /** Measured in other fluids too, where blood limits say nothing. */
  readonly isBloodTest?: boolean;
};

const PER_MINUTE = String.raw`(?:\/|per|a)\s?min(?:ute)?|min\s?(?:-1|⁻¹)`;
const MICROLITRE = String.raw`(?:[µμu]|mc|micro)\s?(?:[lL]|lit(?:er|re)s?)|mm\s?(?:\^?3|³)|cu\.?\s?mm|cumm|cmm`;
const COUNT_UNITS: readonly UnitForm[] = [
  {
    unit: "10^9/L",
    written: String.raw`(?:[×xX*·]\s*)?10\s?(?:\^|\*\*?|\(|[eE])?\s?(?:9|⁹)\)?\s*(?:cells\s*)?(?:\/|per)\s?(?:L|l|lit(?:er|re))|G\/[lL]`,
    factor: 1,
  },
  {
    unit: "10^3/uL",
    written: String.raw`(?:[×xX*·]\s*)?10\s?(?:\^|\*\*?|\(|[eE])?\s?(?:3|³)\)?\s*(?:cells\s*)?(?:\/|per)\s?(?:${MICROLITRE})|(?:[×xX*·]\s*)1,?000\s*\/\s?(?:${MICROLITRE})|(?:[Kk]|thousand)\s?\/?\s?(?:${MICROLITRE})`,
    factor: 1,
  },
  { unit: "lakh/uL", written: String.raw`la(?:kh|c)s?(?:\s?(?:\/|per)\s?(?:${MICROLITRE}))?`, factor: 100 },
  { unit: "/uL", written: String.raw`(?:cells\s*)?(?:\/|per)\s?(?:${MICROLITRE})`, factor: 0.001 },
];
const MMHG: UnitForm = { unit: "mmHg", written: String.raw`mm\s?\(?[Hh][Gg]\)?|torr`, factor: 1 };
const MMOL: UnitForm = {
  unit: "mmol/L",
  written: String.raw`m(?:mol|Eq|eq|EQ|M)\s?(?:\/|per)\s?(?:L|l)`,
  factor: 1,
};

/** Every quantity that is read. */
export const QUANTITY_ROWS: readonly QuantityRow[] = [
  {
    quantity: "mean arterial pressure",
    words: "mean arterial pressure|mean arterial blood pressure",
    abbreviations: "MAP",
    units: [MMHG],
    bare: [[20, 200, "mmHg"]],
    believable: [20, 200],
  },
  {
    quantity: "blood pressure",
    words: "systolic blood pressure|systolic pressure|systolic|arterial blood pressure|blood pressure",
    abbreviations: "SBP|BP",
    notAfter: "pulmonary artery |diastolic ",
    units: [MMHG],
    bare: [[40, 300, "mmHg"]],
    believable: [40, 300],
  },
  {
    quantity: "heart rate",
    words: "heart rate|pulse rate|ventricular rate|pulse|tachycardia|tachycardic|bradycardia|bradycardic",
    abbreviations: "HR",
    notBefore: String.raw`\s?(?:ox|pressure|wave|variab|deficit|steroid|therapy|dose)`,
    notAfter: "f(?:o?e)tal |maximum |maximal ",
    units: [
      {
        unit: "/min",
        written: String.raw`(?:beats?|bpm|times)(?:\s?(?:${PER_MINUTE}))?|${PER_MINUTE}`,
        factor: 1,
      },
    ],
    bare: [[20, 300, "/min"]],
    believable: [20, 300],
  },
  {
    quantity: "respiratory rate",
    words:
      "respiratory rate|respiration rate|breathing rate|respirations|tachypnea|tachypneic|tachypnoea|tachypnoeic",
    abbreviations: "RR",
    units: [
      {
        unit: "/min",
        written: String.raw`(?:breaths?|cycles?|respirations?|bpm|rpm|times)(?:\s?(?:${PER_MINUTE}))?|${PER_MINUTE}`,
        factor: 1,
      },
    ],
    bare: [[4, 90, "/min"]],
    believable: [4, 90],
  },
  {
    quantity: "temperature",
    words: "body temperature|temperature|fever|febrile|temp",
    abbreviations: "Tmax|T",
    notAfter: "room |ambient |water ",
    units: [
      {
        unit: "°C",
        written: String.raw`(?:°|º|˚|℃|deg(?:rees?)?)\s?(?:C(?:elsius)?|centigrade)?|℃|C(?:elsius)?`,
        factor: 1,
      },
      {
        unit: "°F",
        written: String.raw`(?:°|º|˚|deg(?:rees?)?)?\s?F(?:ahrenheit)?|℉`,
        factor: 1 / 1.8,
        offset: -32 / 1.8,
      },
    ],
    bare: [
      [30, 44, "°C"],
      [86, 112, "°F"],
    ],
    believable: [20, 45],
  },
  {
    quantity: "oxygen saturation",
    words:
      "oxygen saturation|oxygen saturations|o2 saturation|o2 saturations|o2 sat|o2 sats|pulse oximetry|desaturation|desaturated|" +
      "saturating|arterial saturation|oxygen saturation level",
    abbreviations: "[Ss]p[Oo0][2₂]|SPO[2₂]|S[aA]O[2₂]|sats?",
    notAfter: "venous ",
    units: [{ unit: "%", written: "%|percent|per cent", factor: 1 }],
    bare: [[40, 100, "%"]],
    believable: [20, 100],
  },
  {
    quantity: "arterial oxygen pressure",
    words:
      "arterial oxygen tension|arterial oxygen pressure|arterial partial pressure of oxygen|partial pressure of oxygen",
    abbreviations: "[Pp][aA]?O[2₂]",
    notBefore: String.raw`\s?\/`,
    units: [MMHG, { unit: "kPa", written: "k[pP]a", factor: 1 / 0.1333 }],
    bare: [[25, 650, "mmHg"]],
    believable: [15, 700],
  },
  {
    quantity: "haemoglobin",
    words: "haemoglobin|hemoglobin",
    abbreviations: "H[bB]|H[gG][bB]",
    notBefore: String.raw`\s?(?:A1|A[_ ]1|S\b|electrophoresis|C\b)`,
    notAfter: "corpuscular |glycated |glyc?osylated |free |plasma |fetal |foetal ",
    units: [
      { unit: "g/dL", written: String.raw`gr?a?m?s?\s?(?:\/|per)\s?d[lL]|gr?a?m?s?\s?%`, factor: 1 },
      { unit: "g/L", written: String.raw`gr?a?m?s?\s?(?:\/|per)\s?[lL](?:it(?:er|re))?`, factor: 0.1 },
      { unit: "mmol/L", written: String.raw`mmol\s?\/\s?[lL]`, factor: 1 / 0.6206 },
    ],
    bare: [
      [2, 25, "g/dL"],
      [30, 250, "g/L"],
    ],
    believable: [1.5, 27],
    isBloodTest: true,
  },
  {
    quantity: "platelets",
    words: "platelet counts|platelet count|platelets count|platelets|platelet|thrombocyte count|thrombocytes",
    abbreviations: "PLTs?|Plts?",
    notBefore: String.raw`\s?(?:transfus|aggregat|concentrate|to\b|volume)`,
    units: COUNT_UNITS,
    bare: [
      [1, 1500, "10^9/L"],
      [1501, 3_000_000, "/uL"],
    ],
    believable: [1, 4000],
    isBloodTest: true,
  },
  {
    quantity: "white cells",
    words:
      "white blood cell counts|white blood cell count|white blood cells|white blood cell|white blood count|white cell count|" +
      "white cells|white count|total leukocyte count|total leucocyte count|leukocyte count|leucocyte count|leukocytes|leucocytes",
    abbreviations: "WBCs?|WCC|TLC",
    notBefore: String.raw`\s?(?:scan|scintigraphy|esterase)`,
    units: COUNT_UNITS,
    bare: [
      [0.1, 300, "10^9/L"],
      [500, 500_000, "/uL"],
    ],
    believable: [0.05, 1000],
    isBloodTest: true,
  },
  {
    quantity: "sodium",
    words: "sodium",
    abbreviations: String.raw`Na\+?`,
    notBefore: String.raw`\s(?:chloride|bicarbonate|valproate|phosphate|hydroxide|citrate|nitroprusside|channel)`,
    units: [MMOL],
    bare: [[90, 200, "mmol/L"]],
    believable: [90, 200],
    isBloodTest: true,
  },
  {
    quantity: "potassium",
    words: "potassium",
    abbreviations: String.raw`K\+?`,
    notBefore: String.raw`\s(?:chloride|citrate|hydroxide|permanganate|iodide|channel|bromide|clavulanate)|\s?\/`,
    notAfter: "vitamin ",
    units: [MMOL],
    bare: [[1, 11, "mmol/L"]],
    believable: [1, 12],
    isBloodTest: true,
  },
  {
    quantity: "blood pH",
    words: "arterial ph|blood ph",
    abbreviations: "pH",
    units: [],
    bare: [[6.6, 7.9, ""]],
    believable: [6.6, 7.9],
    isBloodTest: true,
  },
  {
    quantity: "creatinine",
    words: "serum creatinine|creatinine",
    abbreviations: "Cr|sCr",
    notBefore: String.raw`\s?(?:clearance|kinase|ratio|\/)`,
    notAfter: "to |/",
    units: [
      { unit: "mg/dL", written: String.raw`mg\s?(?:\/|per)\s?d[lL]|mg\s?%`, factor: 1 },
      { unit: "umol/L", written: String.raw`(?:[µμu]|micro)mol\s?\/\s?[lL]`, factor: 1 / 88.4 },
    ],
    bare: [
      [0.1, 20, "mg/dL"],
      [30, 2000, "umol/L"],
    ],
    believable: [0.1, 30],
    isBloodTest: true,
  },
];
