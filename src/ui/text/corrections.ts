/** Words of the corrections: what a person can do to the argument, why something is not offered, and what it did. */
import type { GraphProblem } from "../../domain/argument/graph-operations.ts";
import type { Polarity } from "../../domain/argument/graph.ts";
import type { IllegalMove, KindReason } from "../../domain/argument/legal-moves.ts";
import type { AddableKind, OfferedMove } from "../../domain/argument/offered-moves.ts";
import type { WeightWord } from "../../domain/argument/strength/words.ts";
import type { LinkFate } from "../../workbench/case-session/polarity-correction.ts";

export const moveNames = {
  supports: "supports",
  rebut: "speaks against",
  undermine: "casts doubt on",
  undercut: "weakens the link",
  derives: "leads to",
} as const satisfies Record<OfferedMove, string>;

export const addableWords = {
  finding: "Finding of this patient",
  knowledge: "General knowledge",
  inference: "Step of reasoning",
  hypothesis: "Hypothesis",
  test: "Test",
  treatment: "Treatment",
  contraindication: "Contraindication",
} as const satisfies Record<AddableKind, string>;

export const weightWords = {
  decisive: "decisive",
  strong: "strong",
  moderate: "moderate",
  slight: "slight",
  none: "counts for nothing",
} as const satisfies Record<WeightWord, string>;

export const polarityWords = {
  present: { label: "Present", help: "It is there." },
  absent: { label: "Absent", help: "It was looked for and is not there." },
  normal: { label: "Normal", help: "It was measured and is as it should be." },
  unknown: {
    label: "Not known",
    help: "Nobody looked, or it cannot be told. This is not the same as absent.",
  },
} as const satisfies Record<Polarity, { readonly label: string; readonly help: string }>;

export const fateWords = {
  retract: {
    label: "Take them out",
    help: "They argued from what the finding said before. How strongly the opposite speaks is for you to say.",
  },
  turn: { label: "Turn them round", help: "What it spoke for it now speaks against, as strongly." },
  keep: { label: "Keep them", help: "They are marked as out of date until they are judged again." },
} as const satisfies Record<LinkFate, { readonly label: string; readonly help: string }>;

export const correctionText = {
  close: "Close, and keep what was typed",
  discard: "Discard",
  save: "Apply",
  add: "Add",
  begun: (choice: string) => `${choice} (begun)`,
  kept: "What you began earlier is still here.",
  stillHolds: "Still holds",
  stillHoldsOf: (name: string) => `Still holds: ${name}`,
  editPolarity: "Present, absent, normal or not known",
  editBase: "Change its starting strength",
  editEdge: "Change what this link does and counts",
  addFor: "Add a supporting reason",
  addAgainst: "Add a counter-argument",
  addAgainstLink: "Add an argument against this link",
  addAlone: "Add a step",
  linkFrom: "Link it to another step",
  titleFor: "A reason for",
  titleAgainst: "An argument against",
  titleAlone: "A finding or another step",
  titleLink: "A link from",
  titlePolarity: "Present or absent",
  titleBase: "Starting strength",
  titleEdge: "What this link does",
  kind: "What it is",
  text: "What it says",
  textHelp: "One sentence. It is marked as added by a person.",
  polarity: "Is it there?",
  source: "Where the note says so",
  sourceHelp: "Optional. A finding without a sentence rests on your word.",
  noSource: "No sentence of the note says so.",
  does: "What it does",
  to: "To which step",
  toHelp: "Type part of its name.",
  toOptional: "Optional: what it argues for or against.",
  link: "Link",
  noStep: "No step or link is called so.",
  weight: "How much it counts",
  weightHelp: "How much of this reason arrives. Not a probability.",
  base: "Starting strength",
  baseHelp:
    "How well it stands before any reason for or against it counts. Not the probability of a disease.",
  baseOwn: "How well it stands by itself",
  amount: (words: string, value: number) => `${words} (${value.toFixed(2)})`,
  links: "What becomes of its links?",
  linkCount: (count: number) => (count === 1 ? "1 link argues from it." : `${count} links argue from it.`),
  notOffered: "Why not everything is offered",
  refused: (move: string, why: string) => `“${move}”: ${why}`,
  otherWay: "Argue against it instead",
  preview: "If you apply this",
  leaderStays: (name: string) => `${name} stays in the lead.`,
  leaderBecomes: (name: string, before: string) => `${name} would lead (now ${before}).`,
  noLeader: "There is no hypothesis that could lead.",
  nothingMoves: "No strength changes.",
  gone: "This is no longer in the graph.",
  leaderIs: (name: string) => `Leader is now ${name}.`,
  leaderWas: (name: string, before: string) => `Leader is now ${name} (was ${before}).`,
  staleNow: (count: number) =>
    count === 1 ? "1 step or link is out of date." : `${count} steps and links are out of date.`,
  staleGone: "Nothing is out of date any more.",
  undone: (change: string | undefined) => (change === undefined ? "Undone." : `Undone: ${change}.`),
  redone: (change: string | undefined) => (change === undefined ? "Redone." : `Redone: ${change}.`),
  effects: "What changed",
  showThem: "Show them",
  runAgain: "Run them again",
  dismiss: "Dismiss",
} as const;

/** Why two kinds are not linked so, for somebody who has never heard of legal moves. */
const kindReasonWords = {
  "only-questions-ask": "only a question asks.",
  "only-annotations-comment": "only a remark comments.",
  "talk-carries-no-argument": "questions and remarks carry no argument.",
  "undercut-aims-at-an-edge": "only a link can be weakened like that. Choose a link.",
  "aims-at-a-node": "a link can only be weakened, not argued for or against itself.",
  "findings-are-only-undermined":
    "a finding is what was seen: it can be doubted, but nothing argues it into being.",
  "calculations-are-only-undermined": "a calculation can be doubted, but nothing argues for its result.",
  "undermine-aims-at-findings-and-calculations": "doubt is cast on findings and calculations only.",
  "knowledge-is-not-supported": "general knowledge is taken from its source, not argued for by this case.",
  "plans-support-nothing": "a test or treatment is what follows; it is no evidence.",
  "plans-attack-plans-only": "a plan never speaks against a belief, only against another plan.",
  "contraindications-attack-treatments-only": "a contraindication speaks against treatments only.",
  "hypotheses-compete-by-strength": "hypotheses compete by their reasons, not against each other.",
  "derives-from-findings-calculations-and-steps": "only findings, calculations and steps lead to something.",
  "derives-to-calculations-and-steps": "findings lead to calculations and steps only.",
} as const satisfies Record<KindReason, string>;

/** Why two kinds are not linked so, as a sentence. */
export function kindReasonSentence(reason: KindReason): string {
  const words = kindReasonWords[reason];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Why a move is not offered. */
export function whyNot(why: IllegalMove): string {
  return why.type === "illegal-kinds" ? kindReasonWords[why.reason] : refusalWords[why.type];
}

const refusalWords = {
  "unknown-end": "one of the two is no longer in the graph.",
  "points-at-itself": "nothing argues for or against itself.",
  "weight-out-of-range": "what a link counts lies between 0 and 1.",
  "carries-no-strength": "that link carries no strength that could be weakened.",
  "already-linked": "the two are linked like that already.",
} as const satisfies Record<Exclude<IllegalMove["type"], "illegal-kinds">, string>;

/** Why a correction cannot be made as it stands. */
export function correctionProblemWords(problem: GraphProblem): string | undefined {
  if (problem.type === "illegal-kinds") return kindReasonSentence(problem.reason);
  if (problem.type === "breaks-edge")
    return `One of its links would no longer be allowed: ${whyNot(problem.why)}`;
  return undefined;
}
