/**
 * What a type of question is: what it can be about, the words by which a person asks it, and how it is answered from the
 * graph. Meanings: clinical foundation 1.4. Adding one is a file in this folder and a line in `registry.ts`.
 */
import type { AgainstHeadline, AgainstPart } from "../argument/explanations/against.ts";
import type { Explanation, QuestionOp } from "../argument/explanations/answer.ts";
import type { CertaintyHeadline, CertaintyPart } from "../argument/explanations/certainty.ts";
import type { ContrastHeadline, ContrastPart } from "../argument/explanations/contrast.ts";
import type {
  CriticalQuestionPart,
  CriticalQuestionsHeadline,
} from "../argument/explanations/critical-questions.ts";
import type { FlipHeadline, FlipPart } from "../argument/explanations/flip-sets.ts";
import type { LedgerHeadline, LedgerPart } from "../argument/explanations/ledger.ts";
import type { MustNotMissHeadline, MustNotMissPart } from "../argument/explanations/must-not-miss.ts";
import type { ReversalHeadline, ReversalPart } from "../argument/explanations/reversal.ts";
import type {
  RestingHeadline,
  SentencePart,
  WithoutSentenceHeadline,
} from "../argument/explanations/sentence.ts";
import type { SourcesHeadline, SourcesPart } from "../argument/explanations/sources.ts";
import type { StabilityHeadline, StabilityPart } from "../argument/explanations/stability.ts";
import type { StageWalkHeadline, StageWalkPart } from "../argument/explanations/stage-walk.ts";
import type { StepMatterHeadline, StepMatterPart } from "../argument/explanations/step-matter.ts";
import type { TreatmentsHeadline, TreatmentsPart } from "../argument/explanations/treatments.ts";
import type { UnusedHeadline, UnusedPart } from "../argument/explanations/unused-findings.ts";
import type { KnowledgeHeadline, KnowledgePart } from "../argument/explanations/whose-knowledge.ts";
import type { NodeId, NodeKind, TargetId } from "../argument/graph.ts";
import type { Strengths } from "../argument/strength/strengths.ts";
import type { SearchText } from "../case-text/search-text.ts";

/** What a question can be about: the whole case, a sentence of the note, a link, or a node of a kind. */
export type QuestionTarget = "case" | "sentence" | "edge" | NodeKind;

/** A question as it is put, by a click or by the router. */
export type QuestionAsk = {
  readonly op: QuestionOp;
  /** A sentence is named as `sentenceToTarget` names it. */
  readonly target?: TargetId;
  /** What the target is held against, where that was said. */
  readonly other?: NodeId;
  /** What is imagined about the target: that it was not there, or that it was the other way round. */
  readonly change?: "take-away" | "turn-round";
};

export type QuestionContext = {
  readonly strengths: Strengths;
  /** Needed to tell a step that only repeats the note. */
  readonly caseText?: SearchText;
};

/** The answer of any question of the registry; its headline's `type` tells which. */
export type ComputedAnswer =
  | Explanation<LedgerHeadline, LedgerPart>
  | Explanation<ContrastHeadline, ContrastPart>
  | Explanation<SourcesHeadline, SourcesPart>
  | Explanation<RestingHeadline, SentencePart>
  | Explanation<WithoutSentenceHeadline, SentencePart>
  | Explanation<KnowledgeHeadline, KnowledgePart>
  | Explanation<AgainstHeadline, AgainstPart>
  | Explanation<FlipHeadline, FlipPart>
  | Explanation<ReversalHeadline, ReversalPart>
  | Explanation<StepMatterHeadline, StepMatterPart>
  | Explanation<StabilityHeadline, StabilityPart>
  | Explanation<CertaintyHeadline, CertaintyPart>
  | Explanation<UnusedHeadline, UnusedPart>
  | Explanation<MustNotMissHeadline, MustNotMissPart>
  | Explanation<TreatmentsHeadline, TreatmentsPart>
  | Explanation<CriticalQuestionsHeadline, CriticalQuestionPart>
  | Explanation<StageWalkHeadline, StageWalkPart>;

export type QuestionType = {
  readonly op: QuestionOp;
  readonly about: readonly QuestionTarget[];
  /**
   * Words that give the question away, in plain English: the router folds them as it folds what is asked. "..." stands for any
   * words in between. The more words match, the surer.
   */
  readonly cues: readonly string[];
  readonly answer: (context: QuestionContext, ask: QuestionAsk) => ComputedAnswer;
};

/** Every kind of node whose strength counts. */
export const REASONED: readonly NodeKind[] = [
  "finding",
  "calculation",
  "knowledge",
  "hypothesis",
  "inference",
  "uncertainty",
  "test",
  "treatment",
  "contraindication",
];
