/** Words of the note of a case and of the findings in it. */
import type { FindingStanding } from "../../domain/record/case-findings.ts";

export const standingWords = {
  present: "present",
  absent: "absent",
  normal: "normal",
  unknown: "unclear",
  retracted: "retracted",
} as const satisfies Record<FindingStanding, string>;

/** Stands beside the underline, so that no colour is needed to tell what it says. */
export const standingSigns = {
  present: "",
  absent: "−",
  normal: "=",
  unknown: "?",
  retracted: "×",
} as const satisfies Record<FindingStanding, string>;

export const noteText = {
  sentences: "Sentences of the note",
  keys: "Arrow keys move between sentences and, to the right, to the findings in one. Enter chooses.",
  cited: "(cited by a finding)",
  critical: "critical",
  mark: (standing: string, words: string) => `Finding, ${standing}: ${words}`,
  markedWords: (words: string, finding: string) => `${words} (${finding})`,
  sentenceActions: (sentence: string) => `${sentence}: what can be done`,
  rests: "Findings here",
  findings: "Findings",
  findingCount: (count: number) => (count === 1 ? "1 finding" : `${count} findings`),
  standingCount: (count: number, standing: string) => `${count} ${standing}`,
  noFindings: "Nothing in this note is noted as a finding yet.",
  howToAdd: "Select words in the note, or choose a sentence, and add a finding.",
  marked: "(marked)",
  addFinding: "Add a finding",
  addFindingOf: (words: string) => `Add a finding: “${words}”`,
  stale: "Out of date",
  lost: {
    changed: "The words it cites were corrected.",
    gone: "The sentence it cites is gone.",
    unknown: "It cites a sentence that is not in this note.",
  },
  howToCite: "Choose a sentence in the note to cite it instead.",
  citeInstead: (sentence: string) => `Cite ${sentence} instead`,
  citesNothing: "Cites nothing in this note",
  markAs: { present: "Mark present", absent: "Mark absent" },
  markCritical: "Mark critical",
  unmarkCritical: "Not critical",
  retract: "Retract",
  bringBack: "Bring back",
  action: (action: string, name: string) => `${action}: ${name}`,
  formTitle: "New finding",
  words: "Finding",
  cites: (sentence: string) => `Cites ${sentence.toLowerCase()}`,
  citesWords: (words: string) => `Cites “${words}”`,
  polarity: "In this patient",
  polarities: { present: "Present", absent: "Absent" },
  criticalSwitch: "Critical: the answer must account for it",
  bearsOn: "Bears on",
  onNothing: "Nothing yet",
  way: "How",
  ways: { supports: "Supports it", attacks: "Speaks against it" },
  weight: "How much it counts",
  weights: { slight: "Slightly", moderate: "Moderately", strong: "Strongly" },
  add: "Add the finding",
  cancel: "Cancel",
  added: "The finding was added.",
  correction: (citing: number) =>
    citing === 1 ? "1 step cited what you changed." : `${citing} steps cited what you changed.`,
  correctionMore: (following: number) =>
    following === 1
      ? "1 more step or link rests on that and is out of date as well."
      : `${following} more steps and links rest on that and are out of date as well.`,
  show: (name: string) => `Show: ${name}`,
  more: (count: number) => `${count} more`,
  dismiss: "Dismiss",
} as const;
