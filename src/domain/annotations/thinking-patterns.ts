/**
 * Patterns of thinking (clinical foundation 4.4). The groups follow Croskerry's cognitive dispositions to respond, which
 * the foundation took from a secondary list (S): check the original before quoting it. Definitions and questions are ours.
 * Only a person ever sets one; the program may at most say that a pattern is compatible.
 */
import type { ErrorCode, MarkedPart } from "./error-code.ts";

const FITS: readonly MarkedPart[] = ["case", "node", "edge"];
const SOURCE = "After Croskerry's list, read in a secondary source; check before quoting";

type Draft = readonly [code: string, name: string, definition: string, question: string];

const DRAFTS: readonly Draft[] = [
  [
    "B1",
    "Anchoring",
    "The first impression stays the frame; later facts move it too little.",
    "What would you think if you met this patient only now?",
  ],
  [
    "B2",
    "Premature closure",
    "The search ends as soon as one answer fits.",
    "What does this diagnosis leave unexplained?",
  ],
  [
    "B3",
    "Confirmation",
    "Looks for what supports, not for what could refute.",
    "Which result would prove you wrong?",
  ],
  [
    "B4",
    "Availability",
    "Recent or vivid cases seem likelier than they are.",
    "How common is this here, really?",
  ],
  [
    "B5",
    "Framing",
    "A label that someone else gave steers the thinking.",
    "Who said so first, and on what grounds?",
  ],
  [
    "B6",
    "Base-rate neglect",
    "How common the disease is in this setting is left out.",
    "How likely was it before any test?",
  ],
  ["B7", "Diagnosis momentum", "A label hardens as it is handed on.", "Where is the first-hand evidence?"],
  ["B8", "Search satisficing", "The search stops after one abnormal thing.", "Is there a second problem?"],
  [
    "B9",
    "Representativeness",
    "Ruled out because the picture is not the classic one.",
    "How often is that sign missing?",
  ],
  ["B10", "Unpacking failure", "The history was not fully brought out.", "What did you not ask?"],
  [
    "B11",
    "Attribution",
    "A trait or a known condition gets the blame.",
    "What if that label were not there?",
  ],
  ["B12", "Overconfidence", "More certain than the evidence allows.", "What odds would you accept?"],
  ["B13", "Commission", "Acts because acting feels safer.", "What if we waited an hour?"],
  ["B14", "Omission", "Does not act, for fear of causing harm.", "Is waiting the greater harm?"],
  ["B15", "Order effect", "What came first and last weighs more.", "What was in the middle?"],
  ["B16", "Sunk cost", "A diagnosis is kept for the effort it took.", "Would you begin this work-up today?"],
  [
    "B17",
    "Hindsight",
    "The thinking is judged by how it turned out.",
    "Was it a good bet with what was known then?",
  ],
  [
    "B18",
    "Visceral",
    "Feelings about the patient shape the judgement.",
    "How do you feel about this patient?",
  ],
];

/** B19 is ours. */
export const THINKING_PATTERNS: readonly ErrorCode[] = [
  ...DRAFTS.map(([code, name, definition, question]): ErrorCode => ({
    code,
    family: "pattern",
    name,
    definition,
    fits: FITS,
    source: SOURCE,
    question,
  })),
  {
    code: "B19",
    family: "pattern",
    name: "Reference-range fallacy",
    definition: "“In range” is read as “fine”, whatever the context.",
    fits: FITS,
    question: "Is normal the right answer here?",
  },
];
