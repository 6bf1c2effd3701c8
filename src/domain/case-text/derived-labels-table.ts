/**
 * Labels that a value of the case bears out, with the rule of each and where its threshold comes from. The rules are
 * those of clinical foundation 4.3a rule 4 and the adult ranges of 7.7; "unchecked" says that no authoritative page was
 * read for that number. Not for pregnancy or childhood, nor to be used without a clinician's review.
 */
import type { QuantityName } from "./quantities-lexicon.ts";

export type LabelId =
  | "hypotension"
  | "hypertension"
  | "tachycardia"
  | "bradycardia"
  | "tachypnoea"
  | "fever"
  | "hypothermia"
  | "hypoxaemia"
  | "anaemia"
  | "thrombocytopenia"
  | "leucocytosis"
  | "hyponatraemia"
  | "hypernatraemia"
  | "hypokalaemia"
  | "hyperkalaemia"
  | "acidaemia"
  | "alkalaemia"
  | "raised shock index";

export type LabelRule = {
  /** "shock index" is heart rate over systolic pressure. */
  readonly on: QuantityName | "diastolic pressure" | "shock index";
  readonly is: "<" | ">" | ">=";
  /** In the base unit; women, and men where no other is given. */
  readonly limit: number;
  readonly limitForMen?: number;
  readonly source: string;
};

export type DerivedLabel = {
  readonly id: LabelId;
  /** Expression for how it is called, in any case. */
  readonly called: string;
  /** Expression for words that deny it by themselves. */
  readonly deniedBy?: string;
  /** Expression for what may not stand before it: there it names something else. */
  readonly notAfter?: string;
  /** Any one of them is enough. */
  readonly rules: readonly LabelRule[];
};

const UNCHECKED = "unchecked, clinical foundation 4.3a, M";
const UNCHECKED_RANGE = "unchecked, clinical foundation 7.7, M";

/** All labels that are derived. */
export const DERIVED_LABELS: readonly DerivedLabel[] = [
  {
    id: "hypotension",
    called: "hypotens(?:ion|ive)|low (?:blood pressure|bp)",
    notAfter: "orthostatic|postural|intracranial|ocular|permissive|history of",
    rules: [
      { on: "blood pressure", is: "<", limit: 90, source: UNCHECKED },
      { on: "mean arterial pressure", is: "<", limit: 65, source: UNCHECKED },
    ],
  },
  {
    id: "hypertension",
    called:
      "hypertens(?:ion|ive)(?! (?:retino|nephro|encephalo|cardiomyo|heart|urgen|emergen|cris))|(?:high|elevated|raised) (?:blood pressure|bp)",
    deniedBy: "normotensive",
    notAfter:
      "pulmonary(?: arter\\w+)?|portal|intracranial|ocular|venous|gestational|renovascular|history of|known|chronic|essential|primary|secondary",
    rules: [
      // Office pressure, of repeated readings: one value bears the word out and makes no diagnosis.
      { on: "blood pressure", is: ">=", limit: 140, source: "ESC/ESH arterial hypertension guideline, 2018" },
      {
        on: "diastolic pressure",
        is: ">=",
        limit: 90,
        source: "ESC/ESH arterial hypertension guideline, 2018",
      },
    ],
  },
  {
    id: "tachycardia",
    called: "tachycard(?:ia|ic)|(?:rapid|fast|elevated|raised) (?:heart rate|pulse)",
    notAfter: "ventricular|supraventricular|atrial|junctional|nodal|re-?entrant|paroxysmal|history of",
    rules: [{ on: "heart rate", is: ">", limit: 100, source: UNCHECKED }],
  },
  {
    id: "bradycardia",
    called: "bradycard(?:ia|ic)|slow (?:heart rate|pulse)",
    notAfter: "history of",
    rules: [{ on: "heart rate", is: "<", limit: 60, source: UNCHECKED }],
  },
  {
    id: "tachypnoea",
    called: "tachypno?e(?:a|ic)|(?:rapid|fast) breathing",
    rules: [{ on: "respiratory rate", is: ">", limit: 20, source: UNCHECKED }],
  },
  {
    id: "fever",
    called: "fevers?|febrile|pyrexial?|(?:high|elevated|raised) temperature",
    deniedBy: "afebrile|apyrexial",
    notAfter:
      "dengue|typhoid|enteric|yellow|rheumatic|scarlet|hay|mediterranean|q|valley|spotted|relapsing|lassa|ha?emorrhagic|periodic|glandular|trench|history of",
    // Other definitions exist for adults, such as 38.3 °C in intensive care.
    rules: [{ on: "temperature", is: ">=", limit: 38, source: UNCHECKED }],
  },
  {
    id: "hypothermia",
    called: "hypotherm(?:ia|ic)",
    notAfter: "therapeutic|induced",
    rules: [{ on: "temperature", is: "<", limit: 35, source: UNCHECKED }],
  },
  {
    id: "hypoxaemia",
    called: "hypoxa?emi[ac]|hypoxi[ac](?![ -](?:isch|brain|enceph))|low (?:oxygen )?saturation|desaturation",
    rules: [
      { on: "oxygen saturation", is: "<", limit: 94, source: UNCHECKED },
      { on: "arterial oxygen pressure", is: "<", limit: 80, source: UNCHECKED },
    ],
  },
  {
    id: "anaemia",
    called: "ana?emi[ac]|low ha?emoglobin",
    notAfter:
      "aplastic|ha?emolytic|pernicious|sickle[- ]cell|megaloblastic|fanconi|deficiency|blackfan|sideroblastic|mediterranean|microangiopathic|history of",
    // Lower than the range in other tables: 13 g/dL for men (WHO).
    rules: [{ on: "haemoglobin", is: "<", limit: 12, limitForMen: 14, source: UNCHECKED_RANGE }],
  },
  {
    id: "thrombocytopenia",
    called: "thrombocytopa?eni[ac]|low platelets?(?: count)?",
    notAfter: "induced|immune|idiopathic|autoimmune|history of",
    rules: [
      { on: "platelets", is: "<", limit: 150, source: "StatPearls, Thrombocytopenia (PMID 31194365), 2019" },
    ],
  },
  {
    id: "leucocytosis",
    called:
      "leu[ck]ocytosis|(?:high|elevated|raised|increased) (?:wbc|white (?:blood )?cell|leu[ck]ocyte)s?(?: count)?",
    rules: [
      { on: "white cells", is: ">", limit: 11, source: "Riley and Rupert, American Family Physician, 2015" },
    ],
  },
  {
    id: "hyponatraemia",
    called: "hyponatra?emi[ac]|low sodium",
    // Some guidelines say below 135.
    rules: [{ on: "sodium", is: "<", limit: 136, source: UNCHECKED_RANGE }],
  },
  {
    id: "hypernatraemia",
    called: "hypernatra?emi[ac]|(?:high|elevated|raised) sodium",
    rules: [{ on: "sodium", is: ">", limit: 145, source: UNCHECKED_RANGE }],
  },
  {
    id: "hypokalaemia",
    called: "hypokala?emi[ac](?! (?:periodic|paralys))|low potassium",
    rules: [
      {
        on: "potassium",
        is: "<",
        limit: 3.5,
        source: "RCEM Learning, Disorders of potassium balance (no year)",
      },
    ],
  },
  {
    id: "hyperkalaemia",
    called: "hyperkala?emi[ac](?! (?:periodic|paralys))|(?:high|elevated|raised) potassium",
    // The source says "usually greater than 5.0 to 5.5".
    rules: [{ on: "potassium", is: ">", limit: 5, source: "StatPearls, Hyperkalemia, 2025" }],
  },
  {
    id: "acidaemia",
    called: "acida?emi[ac]",
    rules: [{ on: "blood pH", is: "<", limit: 7.35, source: "MSD Manual, Blood Tests (no year)" }],
  },
  {
    id: "alkalaemia",
    called: "alkala?emi[ac]",
    rules: [{ on: "blood pH", is: ">", limit: 7.45, source: "MSD Manual, Blood Tests (no year)" }],
  },
  {
    id: "raised shock index",
    called:
      "(?:high|elevated|raised|increased) shock index|shock index (?:is |was )?(?:high|elevated|raised|increased|above 0[.]9|> ?0[.]9)",
    rules: [
      { on: "shock index", is: ">", limit: 0.9, source: "Rady and colleagues, 1994, by a secondary summary" },
    ],
  },
];
