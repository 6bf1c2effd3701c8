/** Words of marks: verdicts, codes, severities, corrections, the four cells and the tray. Names of codes are in the codebook. */
import type { CodeFamily } from "../../domain/annotations/error-code.ts";
import type { MarkQuality } from "../../domain/annotations/filter-marks.ts";
import type { MarkPlace, Verdict } from "../../domain/annotations/marks.ts";
import type { MarkStanding } from "../../domain/annotations/standings.ts";
import type { Anchor } from "../../domain/record/case-state.ts";

export const verdictNames = {
  accept: "Accept",
  reject: "Reject",
  unsure: "Unsure",
} as const satisfies Record<Verdict, string>;

/** Of an answer to the case. */
export const answerVerdictNames = {
  accept: "Right",
  reject: "Wrong",
  unsure: "Unsure",
} as const satisfies Record<Verdict, string>;

/** How a step stands by its marks, where there is room for a word. */
export const standingWords = {
  accepted: "accepted",
  rejected: "rejected",
  unsure: "judged unsure",
  marked: "marked",
  none: undefined,
} as const satisfies Record<MarkStanding | "none", string | undefined>;

export const placeNames = {
  node: "A step",
  edge: "A link",
  span: "Words of a step or link",
  note: "The note",
  answer: "The answer to the case",
  thinking: "The thinking",
  reply: "An answer to a question",
  case: "The case as a whole",
} as const satisfies Record<MarkPlace, string>;

export const familyNames = {
  evidence: "Evidence",
  calculation: "Calculation",
  knowledge: "Knowledge",
  logic: "Logic",
  process: "Process",
  pattern: "Pattern of thinking",
  other: "Other",
} as const satisfies Record<CodeFamily, string>;

export const qualityNames = {
  verdict: "Verdict",
  code: "Code",
  severity: "Severity",
  place: "On what",
  author: "By whom",
} as const satisfies Record<MarkQuality, string>;

export const lostWords = {
  "target-gone": "What it was on is no longer there.",
  "quote-gone": "The words it was on are no longer there.",
} as const satisfies Record<Extract<Anchor, { type: "orphaned" }>["reason"], string>;

export const markText = {
  marks: "Marks on it",
  markOf: (name: string) => `Mark: ${name}`,
  openDraft: (name: string) => `Go on with the mark you began: ${name}`,
  markCase: "Mark the case",
  changeMark: (words: string) => `Change the mark: ${words}`,
  theCase: "The case as a whole",
  theAnswer: (name: string) => `The answer: ${name}`,
  theThinking: "The thinking",
  theReply: "An answer to a question",
  sentence: (id: string) => `Sentence ${id.replace(/^s/u, "")} of the note`,
  yourVerdict: (verdict: string) => `Your verdict: ${verdict}`,
  verdictBy: (verdict: string, author: string) => `${verdict} by ${author}`,
  comment: "Comment",
  commented: "Commented",
  suggests: "suggests other words",
  aLink: "a link",
  you: "You",
  somebody: "Somebody on this device",
  elsewhere: "from the branch before",
  unknownCode: (code: string) => `${code} (not in this codebook)`,
  severityOf: (name: string) => `Severity: ${name}`,
} as const;

export const markFormText = {
  newTitle: "Mark",
  changeTitle: "Change a mark",
  close: "Put away; what you typed stays here",
  words: "Words meant",
  wordsHelp: "Select words here to mean only them; else all of it is meant.",
  meant: (quote: string) => `Only: “${quote}”`,
  allOfIt: "Mean all of it",
  verdict: "Verdict",
  noVerdict: "None",
  code: "Error code",
  codePlaceholder: "None. Type part of a name or a code",
  noCode: "No code of that name. “Other” takes what none fits.",
  takeCodeAway: "No code",
  codebookNote: "Codebook and questions are our own wording and not clinically reviewed.",
  source: (source: string) => `Goes back to: ${source}.`,
  askLearner: (question: string) => `To ask a learner: ${question}`,
  severity: "Severity",
  noSeverity: "Not given",
  severityOption: (id: string, name: string) => `${name} (${id})`,
  comment: "Comment",
  suggestion: "It should say",
  startFromText: "Start from the text",
  difference: "What would change, once it is applied",
  removed: "removed",
  added: "added",
  partEnd: "end",
  save: "Save the mark",
  discard: "Discard",
  keptDraft: "Escape keeps what you typed; leaving or locking saves it.",
  empty: "Give a verdict, a code, a comment or a correction.",
  cannotWrite: "Another tab writes this case, so the mark cannot be saved here now.",
  saved: "Mark saved.",
} as const;

export const marksText = {
  title: "Marks",
  count: (count: number) => (count === 1 ? "1 mark" : `${count} marks`),
  emptyTitle: "Nothing is marked yet",
  emptyExplanation:
    "Press the flag at a step, a link, a sentence or an answer to say what is wrong with it and what it should say. Verdicts on the steps decide whether the reasoning is sound.",
  filters: "Show only some",
  any: "All",
  none: "None given",
  option: (name: string, count: number) => `${name} (${count})`,
  shown: (shown: number, all: number) => `${shown} of ${all} shown`,
  showAll: "Show all",
  noneFits: "No mark fits all of that.",
  list: "Marks in the order in which they were made",
  shownInThinking: "Shown in the dialogue, where it was thought.",
  goTo: (name: string) => `Show in the other panels: ${name}`,
  change: "Change",
  apply: "Apply the suggestion",
  applied: "Applied",
  appliedNews: "The suggestion was applied as a correction.",
  notApplicable: "What was thought or answered stays as it was written.",
  remove: "Remove",
  removed: "The mark was removed.",
  undo: "Undo",
  trayTitle: "Lost their place",
  trayExplanation:
    "These marks are kept, but what they were on is gone. Select something and put a mark on it, or remove the mark. Undoing the change brings it back by itself.",
  wasOn: "It was on",
  putOn: (name: string) => `Put on: ${name}`,
  selectFirst: "Select a step, a link or a sentence to put it on.",
  otherBranches: (count: number) =>
    count === 1
      ? "1 mark belongs to another branch, or to what this one words differently."
      : `${count} marks belong to other branches, or to what this one words differently.`,
} as const;

export const cellText = {
  title: "Answer and reasoning",
  computed: "Computed from the marks and the graph",
  answerStated: "The answer that was concluded",
  answerLeads: "The answer that leads",
  judgeAnswer: "Is that answer right?",
  caption: "Answer and reasoning, judged apart",
  answer: "Answer",
  sound: "Reasoning sound",
  flawed: "Reasoning flawed",
  right: "Answer right",
  wrong: "Answer wrong",
  here: "This case",
  cells: {
    "right-sound": "Sound",
    "right-flawed": "Right answer, wrong reasoning",
    "wrong-sound": "Evidence or weights fall short",
    "wrong-flawed": "Wrong answer, wrong reasoning",
  },
  effects: { harmless: "Harmless", lucky: "Lucky" },
  missingTitle: "To say which",
  missing: {
    "answer-verdict": "say whether the answer is right",
    "step-verdicts": "judge the steps on the way to it; one rejected step is enough for flawed",
    steps: "there has to be a way to the answer: nothing in the graph leads to it yet",
  },
  disputed: "Readers differ on the answer: one calls it right, another wrong.",
  soundRight: (steps: number) =>
    `You call the answer right, and ${steps === 1 ? "the one step" : `all ${steps} steps`} on the way to it ${steps === 1 ? "was" : "were"} accepted.`,
  soundWrong: (steps: number) =>
    `${steps === 1 ? "The one step was" : `All ${steps} steps were`} accepted and the answer is still wrong: what is missing is evidence, or its weight.`,
  flawedWrong: (rejected: number) =>
    `The answer is wrong, and ${rejected === 1 ? "1 step" : `${rejected} steps`} on the way to it ${rejected === 1 ? "was" : "were"} rejected.`,
  harmless: (rejected: number, answer: string) =>
    `Harmless: without ${rejectedSteps(rejected)}, ${answer} still leads.`,
  lucky: (rejected: number, other: string) =>
    `Lucky: without ${rejectedSteps(rejected)}, ${other} would lead instead.`,
  luckyAnyway: (other: string) => `Lucky: even with every step counted, ${other} leads.`,
  nobody: "nothing",
  steps: (judged: number, all: number) => `Steps on the way to it: ${judged} of ${all} judged`,
  nextStep: "Show the next that is not judged",
  judgeStep: (verdict: string, name: string) => `${verdict}: ${name}`,
  byOthers: "by a mark on some of its words, or by another reader",
  stepStanding: {
    accepted: "accepted",
    rejected: "rejected",
    unsure: "unsure",
    unjudged: "not judged",
  },
} as const;

function rejectedSteps(count: number): string {
  return count === 1 ? "the rejected step" : `the ${count} rejected steps`;
}
