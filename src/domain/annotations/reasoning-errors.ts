/**
 * Errors in what was written (clinical foundation 4.2). Codes and families are ours. The sources named are those that
 * the foundation lists as origins; what it marks V was read in the paper or its data, so no claim here rests on memory.
 */
import type { CodeFamily, ErrorCode, MarkedPart } from "./error-code.ts";
import type { SeverityId } from "./severities.ts";

const WORDS: readonly MarkedPart[] = ["node", "span"];
const STEP: readonly MarkedPart[] = ["node", "edge", "span"];
const WHOLE: readonly MarkedPart[] = ["case"];
const WHOLE_OR_STEP: readonly MarkedPart[] = ["case", "node", "edge"];
const ANYWHERE: readonly MarkedPart[] = ["node", "edge", "span", "case"];

const R1_STUDY = "DeepSeek-R1 study (2025)";
const CALC_BENCH = "MedCalc-Bench (2024)";
const NUMBER_BENCH = "ClinicNumRobBench (2026)";
const EVIDENCE_GRAPH = "MedMMV (2025)";

type Draft = readonly [
  code: string,
  severity: SeverityId,
  fits: readonly MarkedPart[],
  name: string,
  definition: string,
  source?: string,
];

const EVIDENCE: readonly Draft[] = [
  [
    "E1",
    "3",
    WORDS,
    "Invented finding",
    "A fact about the patient that the case neither states nor implies by calculation.",
    EVIDENCE_GRAPH,
  ],
  [
    "E2",
    "3",
    WHOLE,
    "Critical finding left out",
    "A finding that matters most is never mentioned, or nothing is drawn from it.",
    "MedR-Bench (2025)",
  ],
  [
    "E3",
    "2",
    WORDS,
    "Wrong number",
    "The value given for a quantity is not the one in the case.",
    NUMBER_BENCH,
  ],
  [
    "E4",
    "3",
    WORDS,
    "Wrong unit",
    "The digits are right; the unit is missing, wrong, or not the one the threshold is meant for.",
    NUMBER_BENCH,
  ],
  [
    "E5",
    "3",
    WORDS,
    "Negation flipped",
    "Present is said where the case says absent, or the other way round.",
  ],
  ["E6", "2", STEP, "Wrong time", "An order, a duration, or a before and after that differs from the case."],
  [
    "E7",
    "2",
    WORDS,
    "Wrong person",
    "What the case says of a relative or another person is taken for the patient's.",
  ],
  [
    "E8",
    "1",
    STEP,
    "Over-read finding",
    "The fact is there, but more is made of it than it says.",
    EVIDENCE_GRAPH,
  ],
];

const CALCULATION: readonly Draft[] = [
  ["C1", "2", WORDS, "Arithmetic error", "Inputs and formula are right; the result is not.", CALC_BENCH],
  [
    "C2",
    "3",
    WORDS,
    "Wrong formula or rule",
    "Another formula, other points or another cut-off than the rule it names.",
    CALC_BENCH,
  ],
  [
    "C3",
    "2",
    WORDS,
    "Wrong input",
    "The right formula, fed with a value from the wrong place, time or person.",
    CALC_BENCH,
  ],
  ["C4", "2", STEP, "Rule used out of place", "A score or rule is used on a patient it was not made for."],
];

const KNOWLEDGE: readonly Draft[] = [
  ["K1", "3", STEP, "False medical statement", "Untrue by any current source.", R1_STUDY],
  ["K2", "2", STEP, "Out of date", "Was right once and has been replaced since."],
  ["K3", "1", STEP, "No source", "May well be true, but rests on no source that is given."],
  ["K4", "2", STEP, "Wrong or invented citation", "The source named does not exist, or does not say this."],
];

const LOGIC: readonly Draft[] = [
  ["L1", "2", ["edge", "node"], "Leap", "The conclusion does not follow from the reasons given."],
  ["L2", "2", WHOLE_OR_STEP, "Contradiction", "Two statements that cannot both hold.", R1_STUDY],
  [
    "L3",
    "2",
    WHOLE_OR_STEP,
    "Counter-evidence ignored",
    "Something in the case speaks against the leader and is not answered.",
  ],
  ["L4", "1", WHOLE_OR_STEP, "Counted twice", "One fact serves as several independent reasons."],
  ["L5", "2", WHOLE_OR_STEP, "Circular", "The conclusion is among its own reasons."],
  [
    "L6",
    "2",
    WHOLE,
    "Right answer, wrong reasoning",
    "The answer is correct although a step on the way to it is not.",
    "Right Prediction, Wrong Reasoning (2025)",
  ],
];

const PROCESS: readonly Draft[] = [
  [
    "P1",
    "1",
    ["span", "case"],
    "Overthinking",
    "More text that repeats or wavers and moves nothing.",
    R1_STUDY,
  ],
  [
    "P2",
    "2",
    WHOLE,
    "Few alternatives",
    "Fewer than three diagnoses weighed, or one that must not be missed is missing.",
    R1_STUDY,
  ],
  [
    "P3",
    "3",
    ["node", "case"],
    "Wrong order of action",
    "A definitive step comes before a more urgent one.",
    R1_STUDY,
  ],
  [
    "P4",
    "2",
    ["case", "node"],
    "Next step missing",
    "A test or safety step that is needed is not proposed.",
    "MedR-Bench (2025)",
  ],
  ["P5", "3", WORDS, "Unsafe suggestion", "What is proposed goes against a contraindication in the case."],
  [
    "P6",
    "1",
    ["node", "case", "span"],
    "Too sure or not sure enough",
    "The certainty stated does not fit the margin.",
  ],
  [
    "P7",
    "2",
    ANYWHERE,
    "Biased or stigmatising",
    "Words or plan differ by group without a clinical reason.",
    "Counterfactual patient variations study (2024)",
  ],
  [
    "P8",
    "3",
    WHOLE,
    "Answer does not match the reasoning",
    "The reasoning argues for one thing, the answer names another.",
  ],
];

/** In the order of the codebook; the last one is for what has no code. */
export const REASONING_ERRORS: readonly ErrorCode[] = [
  ...EVIDENCE.map((draft) => toCode(draft, "evidence")),
  ...CALCULATION.map((draft) => toCode(draft, "calculation")),
  ...KNOWLEDGE.map((draft) => toCode(draft, "knowledge")),
  ...LOGIC.map((draft) => toCode(draft, "logic")),
  ...PROCESS.map((draft) => toCode(draft, "process")),
];

function toCode([code, severity, fits, name, definition, source]: Draft, family: CodeFamily): ErrorCode {
  return { code, family, name, definition, fits, severity, ...(source === undefined ? {} : { source }) };
}
