/**
 * Words of the computed answers: one sentence a headline, in the past tense, naming findings and never ids; one line a
 * row. A strength is never called a probability (clinical foundation 1.5 and 3.3).
 */
import type { AgainstHeadline } from "../../domain/argument/explanations/against.ts";
import type { LimitCode } from "../../domain/argument/explanations/answer.ts";
import type { CertaintyHeadline } from "../../domain/argument/explanations/certainty.ts";
import type { ContrastHeadline } from "../../domain/argument/explanations/contrast.ts";
import type { CriticalQuestionsHeadline } from "../../domain/argument/explanations/critical-questions.ts";
import type { FlipHeadline } from "../../domain/argument/explanations/flip-sets.ts";
import type { LedgerHeadline } from "../../domain/argument/explanations/ledger.ts";
import type {
  MustNotMissHeadline,
  MustNotMissState,
} from "../../domain/argument/explanations/must-not-miss.ts";
import type { ReversalHeadline } from "../../domain/argument/explanations/reversal.ts";
import type {
  RestingHeadline,
  WithoutSentenceHeadline,
} from "../../domain/argument/explanations/sentence.ts";
import type { SourcesHeadline } from "../../domain/argument/explanations/sources.ts";
import type { StabilityHeadline } from "../../domain/argument/explanations/stability.ts";
import type { StageWalkHeadline } from "../../domain/argument/explanations/stage-walk.ts";
import type { StepMatterHeadline, StepType } from "../../domain/argument/explanations/step-matter.ts";
import type { TreatmentsHeadline } from "../../domain/argument/explanations/treatments.ts";
import type { UnusedHeadline } from "../../domain/argument/explanations/unused-findings.ts";
import type { KnowledgeHeadline } from "../../domain/argument/explanations/whose-knowledge.ts";
import type { Badge } from "../../domain/argument/acceptance/standing.ts";
import type { Attribution, NodeId } from "../../domain/argument/graph.ts";
import { strengthWord, type LeadWord, type StrengthWord } from "../../domain/argument/strength/words.ts";

/** What a node is called on the screen. */
export type NameOf = (id: NodeId | undefined) => string;

export const strengthWords = {
  "strongly-supported": "strongly supported",
  supported: "supported",
  open: "open",
  weakened: "weakened",
  "strongly-opposed": "strongly opposed",
} as const satisfies Record<StrengthWord, string>;

const LEADS = {
  "clear-lead": "a clear lead",
  "narrow-lead": "a narrow lead",
  tied: "a tie",
} as const satisfies Record<LeadWord, string>;

export const attributionWords = {
  case: "stated about this patient",
  calculated: "calculated",
  source: "from a named source",
  model: "the model's own knowledge",
  human: "added by a person",
} as const satisfies Record<Attribution, string>;

export const badgeWords = {
  stands: "stands unchallenged",
  defensible: "can be defended",
  defeated: "is defeated",
  "not-finished": "could not be settled in time",
} as const satisfies Record<Badge, string>;

const STEP_TYPES = {
  citation: "It repeats the note",
  repetition: "It repeats an earlier step",
  redundancy: "It adds nothing that counts",
  reasoning: "It carries reasoning of its own",
} as const satisfies Record<StepType, string>;

export const mustNotMissWords = {
  considered: "considered",
  "argued-against": "argued against",
  "named-only": "named, but nothing leads to it",
  absent: "not in the graph",
} as const satisfies Record<MustNotMissState, string>;

export const limitWords = {
  "not-a-probability": "A strength is the result of this argument, not the probability of a disease.",
  "not-additive": "The rows show what counts most; they do not add up to the whole.",
  "did-not-settle": "A circle in the argument did not settle; strengths in it are approximate.",
  "shared-causes-discounted": "Findings that share a cause count less, each after the first.",
  "base-score-is-final": "Its starting strength is final, so no reason moves it.",
  "sets-beyond-searched-size-unknown": "Larger sets were not searched.",
  "search-budget-spent": "The search was cut short; what is listed was computed in full.",
  "more-sets-not-listed": "There are more sets of this size than are listed.",
  "fewer-orders-than-usual": "Fewer orders than usual were tried.",
  "may-cross-more-than-once": "The lead may change hands more than once on the way.",
  "repetition-and-citation-are-proposals": "Whether a step only repeats is a proposal; judge it yourself.",
  "only-verdicts-given-so-far": "Only the verdicts given so far were counted.",
  "expected-signs-not-checked":
    "Signs that should be there and are not in the note were not looked for: that takes medical knowledge.",
  "one-run-only": "This is one run; another may differ.",
} as const satisfies Record<LimitCode, string>;

type Headline =
  | LedgerHeadline
  | ContrastHeadline
  | SourcesHeadline
  | RestingHeadline
  | WithoutSentenceHeadline
  | KnowledgeHeadline
  | AgainstHeadline
  | FlipHeadline
  | ReversalHeadline
  | StepMatterHeadline
  | StabilityHeadline
  | CertaintyHeadline
  | UnusedHeadline
  | MustNotMissHeadline
  | TreatmentsHeadline
  | CriticalQuestionsHeadline
  | StageWalkHeadline;

export type AnswerHeadline = Headline;

/** Every kind of headline by its name. */
export type HeadlineByType = {
  readonly [Type in Headline["type"]]: Extract<Headline, { readonly type: Type }>;
};

type Sentences = {
  readonly [Type in keyof HeadlineByType]: (headline: HeadlineByType[Type], nameOf: NameOf) => string;
};

function count(number: number, one: string, many = `${one}s`): string {
  return `${number === 0 ? "no" : number} ${number === 1 ? one : many}`;
}

function moved(before: NodeId | undefined, after: NodeId | undefined, nameOf: NameOf): string {
  if (before === after) return before === undefined ? "nothing leads" : `${nameOf(before)} still leads`;
  return after === undefined
    ? "nothing leads any more"
    : `${nameOf(after)} leads instead of ${nameOf(before)}`;
}

function numberOf(sentence: string): string {
  return sentence.replace(/^s/u, "");
}

/** One sentence for each kind of headline. */
export const headlineSentences: Sentences = {
  ledger: ({ nodeId, strength }, nameOf) =>
    `${nameOf(nodeId)} came out ${strengthWords[strengthWord(strength)]}; these reasons counted.`,
  contrast: ({ first, second, lead, margin }, nameOf) =>
    lead === "tied"
      ? `${nameOf(first)} and ${nameOf(second)} came out level.`
      : margin > 0
        ? `${nameOf(first)} had ${LEADS[lead]} over ${nameOf(second)}.`
        : `${nameOf(second)} had ${LEADS[lead]} over ${nameOf(first)}.`,
  sources: ({ nodeId, found, places }, nameOf) =>
    found === "itself"
      ? `${nameOf(nodeId)} was read from ${count(places, "place")} in the note.`
      : found === "behind"
        ? `${nameOf(nodeId)} is not in the note itself; the findings behind it are, in ${count(places, "place")}.`
        : `${nameOf(nodeId)} is not in the note, and nothing behind it is.`,
  resting: ({ sentence, steps }) =>
    steps === 0
      ? `No step of the argument cites sentence ${numberOf(sentence)}.`
      : `${count(steps, "step")} of the argument ${steps === 1 ? "cites" : "cite"} sentence ${numberOf(sentence)}.`,
  "without-sentence": ({ sentence, steps, leaderBefore, leaderAfter }, nameOf) =>
    steps === 0
      ? `No step cites sentence ${numberOf(sentence)}, so without it nothing would change.`
      : `Without sentence ${numberOf(sentence)} and the ${count(steps, "step")} that ${steps === 1 ? "cites" : "cite"} it, ${moved(leaderBefore, leaderAfter, nameOf)}.`,
  "whose-knowledge": ({ nodeId, attribution, effective, reachesCase }, nameOf) =>
    `${nameOf(nodeId)} is ${attributionWords[attribution]}; ${
      attribution === "case"
        ? ""
        : reachesCase
          ? "findings of this patient lead to it, and "
          : "no finding of this patient leads to it, and "
    }taking it away ${effective ? "would change" : "would not change"} a strength.`,
  against: ({ nodeId, rebuts, undermines, undercuts }, nameOf) =>
    rebuts + undermines + undercuts === 0
      ? `Nothing in the graph speaks against ${nameOf(nodeId)}.`
      : `Against ${nameOf(nodeId)} stood ${count(rebuts, "opposing reason")}, ${count(undermines, "doubt")} about its evidence and ${count(undercuts, "doubt")} whether it follows.`,
  "flip-set": ({ leader, size, first }, nameOf) =>
    `Taking away ${size > 3 ? `these ${size} findings` : first.removed.map((id) => nameOf(id)).join(" and ")} put ${nameOf(first.leader)} ahead of ${nameOf(leader)}${size > 1 ? "; no smaller set did" : ""}.`,
  "no-flip-set": ({ leader }, nameOf) =>
    `No set of findings, taken away, put anything ahead of ${nameOf(leader)}.`,
  "no-flip-set-up-to": ({ leader, size }, nameOf) =>
    `No set of up to ${size} findings, taken away, put anything ahead of ${nameOf(leader)}.`,
  reversal: ({ nodeId, leaderBefore, leaderAfter }, nameOf) =>
    `With ${nameOf(nodeId)} the other way round, ${moved(leaderBefore, leaderAfter, nameOf)}.`,
  "step-matter": ({ nodeId, stepType, leaderBefore, leaderAfter }, nameOf) =>
    `Without ${nameOf(nodeId)}, ${moved(leaderBefore, leaderAfter, nameOf)}. ${STEP_TYPES[stepType]}.`,
  stability: ({ leader, runnerUp, lead, pivotal, notPivotal }, nameOf) =>
    `${nameOf(leader)} had ${LEADS[lead]} over ${nameOf(runnerUp)}; ${count(pivotal, "finding")} alone could change that, ${count(notPivotal, "finding")} could not.`,
  certainty: ({ word, leader, runnerUp }, nameOf) =>
    word === "not-enough"
      ? "There was not enough to say: no finding leads to two hypotheses that could be compared."
      : word === "tied"
        ? `${nameOf(leader)} and ${nameOf(runnerUp)} were tied.`
        : `${nameOf(leader)} had ${LEADS[word]} over ${nameOf(runnerUp)}.`,
  "unused-findings": ({ unused, critical, findings }) =>
    unused === 0
      ? `All ${findings} findings were used.`
      : `${count(unused, "finding")} of ${findings} led nowhere, ${critical === 0 ? "none" : critical} of them marked critical.`,
  "must-not-miss": ({ listed, weighed, absent }) =>
    listed === 0
      ? "Nothing in this case is listed as not to be missed."
      : `Of ${count(listed, "diagnosis", "diagnoses")} not to be missed, ${weighed} ${weighed === 1 ? "was" : "were"} weighed and ${absent === 0 ? "none" : absent} missing.`,
  treatments: ({ stands, defensible, defeated, notFinished }) =>
    `Of the options, ${stands} stood unchallenged, ${defensible} could be defended and ${defeated} ${defeated === 1 ? "was" : "were"} defeated${notFinished === 0 ? "" : `; ${notFinished} could not be settled in time`}.`,
  "critical-questions": ({ open, failed }) =>
    open + failed === 0
      ? "Every critical question of this step was answered."
      : `${count(open, "critical question")} of this step ${open === 1 ? "is" : "are"} open${failed === 0 ? "" : `, and ${failed} failed`}.`,
  "stage-walk": ({ steps, changes }, nameOf) =>
    changes === 0
      ? `${nameOf(steps.at(-1)?.leader)} led from the first part of the story to the last.`
      : `The leader changed ${changes === 1 ? "once" : `${changes} times`}: ${steps
          .filter((step, at) => at === 0 || step.leaderChanged)
          .map((step) => nameOf(step.leader))
          .join(", then ")}.`,
};

export const answerText = {
  computed: "Computed from the graph",
  computedHint: "No model was asked: the same graph always gives the same answer.",
  computedThen: "Computed from the graph as it was then",
  modelsWords: "The model's own words",
  followUps: "What to ask next",
  beforeAfter: "Strength after, with a tick where it was before",
  fromTo: (before: string, after: string) => `${before}, then ${after}`,
  moreRows: (rows: number) => (rows === 1 ? "1 more row" : `${rows} more rows`),
  nothingFound: "not in the note",
  unnamed: "nothing",
  throughSteps: "through steps",
  undercutBy: (share: number) => `weakened by ${Math.round(share * 100)} %`,
  sides: (first: number | undefined, second: number | undefined) =>
    `${first === undefined ? "no link" : signed(first)} here, ${second === undefined ? "no link" : signed(second)} there`,
  rebut: "says the opposite",
  undermine: "doubts the evidence",
  undercut: "says it does not follow",
  set: (number: number) => `set ${number + 1}`,
  pivotal: "the lead hangs on it",
  notPivotal: "the lead holds without it",
  openUncertainty: "still uncertain",
  openQuestion: "asked and not answered",
  unusedCritical: "critical and not used",
  critical: "marked critical",
  against: (names: string) => `against it: ${names}`,
  questionStates: { open: "open", answered: "answered", failed: "failed" },
  trigger: "changed the lead",
  points: (points: number) => `${signed(points)} points`,
  change: (points: number) => `${signed(points)} strength`,
} as const;

/** A number with its sign, two digits behind the point, a true minus. */
function signed(value: number): string {
  const digits = Math.abs(value).toFixed(2);
  if (digits === "0.00") return "0.00";
  return value > 0 ? `+${digits}` : `−${digits}`;
}
