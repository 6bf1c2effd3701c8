/** Words of the dialogue of a case: runs, their statements, and what people did in between. */
import type { VaultError } from "../../contracts/vault-error.ts";
import type { GraphProblem } from "../../domain/argument/graph-operations.ts";
import type { ArgumentEdge, Move, NodeKind, Origin, Stage } from "../../domain/argument/graph.ts";
import type { Annotation, RunEndReason, RunTask } from "../../domain/record/events.ts";
import type { StatementFlag } from "../../domain/reasoning/notation/statement.ts";
import { vaultErrorText } from "./vault-errors.ts";

export const kindWords = {
  finding: "Finding",
  calculation: "Calculation",
  knowledge: "Knowledge",
  hypothesis: "Hypothesis",
  inference: "Inference",
  uncertainty: "Uncertainty",
  test: "Test",
  treatment: "Treatment",
  contraindication: "Contraindication",
  question: "Question",
  annotation: "Annotation",
} as const satisfies Record<NodeKind, string>;

export const stageWords = {
  1: "Examination",
  2: "Diagnosis",
  3: "Treatment",
} as const satisfies Record<Stage, string>;

export const moveWords = {
  abduction: "what would explain this",
  deduction: "what would follow",
  induction: "what the findings show",
} as const satisfies Record<Move, string>;

export const originWords = {
  notation: "Stated by the model",
  "free-text": "Read from the model's free text",
  scripted: "From the script",
  human: "Added by a person",
} as const satisfies Record<Origin, string>;

export const endWords = {
  finished: "The run finished.",
  stopped: "The run was stopped. Everything up to here is kept.",
  budget: "The run ended because its budget of tokens was used up.",
  failed: "The run ended because the engine failed. Everything up to here is kept.",
  abandoned: "The run was interrupted. Everything up to here is kept.",
} as const satisfies Record<RunEndReason, string>;

/** "s3, s5 to s9": ids that follow each other as one stretch. */
function toRanges(ids: readonly string[]): string {
  const stretches: [first: string, last: string][] = [];
  for (const id of ids) {
    const last = stretches.at(-1);
    if (last !== undefined && numberOf(last[1]) + 1 === numberOf(id)) last[1] = id;
    else stretches.push([id, id]);
  }
  return stretches.map(([first, last]) => (first === last ? first : `${first} to ${last}`)).join(", ");
}

function numberOf(id: string): number {
  return Number(id.slice(1));
}

/** What a run was for, where it did not reason about the whole case. */
export const taskWords = {
  rerun: "Re-run of what was out of date",
  question: "Added by an answer",
} as const satisfies Record<RunTask, string>;

export const markWords = {
  "unknown-sentence": "cites a sentence that is not in the note",
  "duplicate-id": "repeats a name that is taken",
  "strength-out-of-range": "its strength is out of range",
  "missing-strength": "gives no strength",
  "unreadable-value": "holds a value that cannot be read",
  "unknown-field": "holds a field that is not known",
  "repeated-field": "repeats a field",
  "missing-field": "lacks a field",
  "not-for-models": "claims what only a person may say",
  "taken-back": "states again what a person took back",
  "damaged-bytes": "holds damaged characters",
  "control-characters": "holds control characters",
  unfinished: "was cut off",
} as const satisfies Record<StatementFlag["type"], string>;

/** What a link does, between the words of its two ends. */
export function linkWords(edge: ArgumentEdge): string {
  return edge.kind === "attacks" ? attackWords[edge.attack] : edgeWords[edge.kind];
}

const attackWords = {
  rebut: "speaks against",
  undermine: "casts doubt on",
  undercut: "weakens the link",
} as const;

const edgeWords = {
  supports: "supports",
  derives: "leads to",
  asks: "asks about",
  about: "is about",
} as const;

export const verdictWords = {
  accept: "Accepted",
  reject: "Rejected",
  unsure: "Unsure",
} as const satisfies Record<NonNullable<Annotation["verdict"]>, string>;

export const dialogueText = {
  title: "Dialogue",
  turns: "What was said",
  emptyTitle: "Nothing has been said yet",
  emptyExplanation:
    "Start a run above: what is thought and stated appears here as it comes. Then ask about any of it.",
  script: "Scripted walk-through, not a model",
  modelRun: "Model run",
  saidAgain:
    "It says again those of its lines that were set aside and can still stand. A script cannot think anew.",
  settings: "What this run used",
  leftOut: "Not read",
  notRead: (count: number) =>
    count === 1
      ? "1 sentence of the note was left out of this run."
      : `${count.toLocaleString("en")} sentences of the note were left out of this run.`,
  sentenceRanges: (ids: readonly string[]) => toRanges(ids),
  engine: "Engine",
  model: "Model",
  fileHash: "File",
  seed: "Seed",
  temperature: "Temperature",
  budget: "Thinking budget",
  tokens: (count: number) => `${count.toLocaleString("en")} tokens`,
  noThinking: "no thinking asked for",
  promptVersion: "Prompt version",
  thinking: "Thinking",
  scriptThinking: "Thinking as the script tells it",
  thinkingSize: (characters: number) => `${characters.toLocaleString("en")} characters`,
  thinkingPart: (part: number, parts: number) => `Part ${part} of ${parts}`,
  earlier: "Earlier part",
  later: "Later part",
  evidence: "Evidence",
  conclusion: "Conclusion",
  leading: "Leading",
  mustNotMiss: "Must not be missed",
  retracted: "Retracted",
  hanging: "Not in the argument: what it links was not stated",
  edited: "Edited",
  stale: "Out of date: something it rests on was changed",
  absent: "absent",
  normal: "normal",
  unknown: "unknown",
  strength: "Strength",
  given: "taken as given",
  unread: "This line could not be read as a step. It is shown as it came.",
  editLine: "Write it as a step",
  lineField: "The line as a step or a link",
  lineHelp: "A step: finding f9 [s2]: Swollen calf. A link: f9 supports h1 0.6: It fits.",
  noLine: "This is no step and no link yet.",
  addLine: "Add to the argument",
  lineAdded: "Added to the argument, in your name.",
  unreadCount: (count: number) =>
    count === 1 ? "1 line could not be read" : `${count} lines could not be read`,
  nextUnread: "Show the next",
  sentence: (id: string) => `Sentence ${id.replace(/^s/u, "")}`,
  sentenceOf: (id: string) => `Show sentence ${id.replace(/^s/u, "")} in the note`,
  ask: "Ask",
  askAbout: (name: string) => `Ask about: ${name}`,
  askCase: "Ask about the case",
  actionsOf: (name: string) => `Correct or judge: ${name}`,
  correct: "Correct",
  judge: "Your verdict",
  editText: "Edit the text",
  retract: "Retract",
  accept: "Accept",
  reject: "Reject",
  unsure: "Unsure",
  withdrawVerdict: "Take the verdict back",
  textField: "Text of this step",
  save: "Save",
  cancel: "Discard changes",
  undo: "Undo",
  redo: "Redo",
  nothingToUndo: "There is nothing to undo.",
  nothingToRedo: "There is nothing to redo.",
  gone: "something that is no longer there",
  question: "Question",
  answerTo: (question: string) => `the answer to “${question}”`,
  onlyMarked: "Only what is marked",
  noneMarked: "Nothing of the dialogue is marked",
  noneMarkedExplanation: "Press “Only what is marked” again to see all of it.",
  aboutCase: "the case as a whole",
  about: (name: string) => `About: ${name}`,
  askInput: "Ask about this case",
  askPlaceholder: "Why not the other? And without the troponin?",
  send: "Ask",
  keys: "Enter asks, Escape clears, arrow up brings back what was asked before.",
  which: "Which of these did you mean?",
  needsTarget: (question: string) =>
    `“${question}” about what? Choose a card, or name it in the question, and ask again.`,
  notAnswerable: "The graph has no answer to that. Try one of the questions in an Ask menu.",
  emptyGraph: "There is nothing to ask about yet. Start a run first.",
  notKept: "Shown, but not kept: another tab writes this case.",
  problems: "Problems",
  dismiss: "Dismiss",
  latestAnswer: "Answer",
  putAway: "Put the answer away",
  runBegan: "A run began.",
  steps: (count: number) => (count === 1 ? "1 statement so far." : `${count} statements so far.`),
} as const;

/** Why a change was not made. */
export function problemWords(problem: GraphProblem | VaultError): string {
  return isGraphProblem(problem) ? graphProblemWords[problem.type] : vaultErrorText(problem).title;
}

const graphProblemWords = {
  "id-taken": "That name is taken already.",
  "id-empty": "It needs a name.",
  "unknown-id": "It is no longer in the graph.",
  "base-score-out-of-range": "A strength lies between 0 and 1.",
  "breaks-edge": "One of its links would no longer be allowed.",
  "illegal-kinds": "These two kinds cannot be linked so.",
  "unknown-end": "One end of the link is no longer there.",
  "points-at-itself": "A link cannot point at itself.",
  "weight-out-of-range": "A weight lies between 0 and 1.",
  "carries-no-strength": "That link carries no strength that could be weakened.",
  "already-linked": "The two are linked like that already.",
} as const satisfies Record<GraphProblem["type"], string>;

function isGraphProblem(problem: GraphProblem | VaultError): problem is GraphProblem {
  return Object.hasOwn(graphProblemWords, problem.type);
}
