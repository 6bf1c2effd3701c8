/**
 * Answer right or wrong, reasoning sound or flawed: which of the four a case is, from the verdicts given so far
 * (clinical foundation 4.5). The verdict on the answer and those on the steps are kept apart, because a right answer can
 * rest on wrong reasoning; whether it then led by luck is computed, never judged.
 */
import {
  explainReasoningGrade,
  type ReasoningGrade,
  type ReasoningPart,
  type StepVerdicts,
} from "../argument/explanations/right-answer.ts";
import type { NodeId, TargetId } from "../argument/graph.ts";
import { leaderOf, type Strengths } from "../argument/strength/strengths.ts";
import type { AnnotationState, BranchState } from "../record/case-state.ts";
import type { Verdict } from "./marks.ts";

export type JudgedStep = {
  readonly type: "node" | "edge";
  readonly id: TargetId;
  readonly verdict: ReasoningPart["type"];
};

/** What readers say of the answer; disputed where one accepts and another rejects it. */
export type AnswerVerdict = Verdict | "disputed";

/** What is not known yet: the answer's verdict, those of some steps, or there is no way to the answer at all. */
export type MissingPart = "answer-verdict" | "step-verdicts" | "steps";

export type FourCells = {
  readonly answer: NodeId;
  /** Named as the conclusion by what reasoned; else it is the one that leads. */
  readonly isStated: boolean;
  readonly verdict: AnswerVerdict | undefined;
  readonly isRight: boolean | undefined;
  readonly isSound: boolean | undefined;
  /** Only where a step was rejected: whether the answer would still lead without such steps. */
  readonly effect: "harmless" | "lucky" | undefined;
  /** Who leads as the graph stands, every step counted. */
  readonly leader: NodeId | undefined;
  readonly leaderWithout: NodeId | undefined;
  readonly steps: readonly JudgedStep[];
  readonly missing: readonly MissingPart[];
};

/** Reads the cell of a case off its marks; undefined while there is no answer to judge. */
export function readFourCells(
  strengths: Strengths,
  conclusion: BranchState["conclusion"],
  marks: readonly AnnotationState[],
): FourCells | undefined {
  const stated = conclusion === undefined ? undefined : strengths.graph.nodes.get(conclusion.leader);
  const isStated = stated?.kind === "hypothesis";
  const leader = leaderOf(strengths);
  const answer = isStated ? stated.id : leader;
  if (answer === undefined) return undefined;
  const verdict = readAnswerVerdict(marks, answer);
  const isRight = verdict === "accept" ? true : verdict === "reject" ? false : undefined;
  const graded = explainReasoningGrade(strengths, answer, true, readStepVerdicts(marks));
  if (!graded.ok) return undefined;
  const { headline, items } = graded.value;
  const steps = items.map(({ nodeId, edgeId, part }): JudgedStep => ({
    type: edgeId === undefined ? "node" : "edge",
    id: edgeId ?? nodeId ?? "",
    verdict: part.type,
  }));
  const isSound = readSoundness(headline.rejected, headline.unjudged, steps.length);
  return {
    answer,
    isStated,
    verdict,
    isRight,
    isSound,
    effect: effectOf(headline.grade),
    leader,
    leaderWithout: headline.leaderWithoutRejected,
    steps,
    missing: [
      ...(isRight === undefined ? (["answer-verdict"] as const) : []),
      ...(isSound === undefined
        ? [steps.length === 0 ? ("steps" as const) : ("step-verdicts" as const)]
        : []),
    ],
  };
}

/** The grade is asked for as if the answer were right: what the rejected steps do does not hang on that. */
function effectOf(grade: ReasoningGrade): FourCells["effect"] {
  if (grade === "right-answer-by-luck") return "lucky";
  return grade === "right-answer-harmless-error" ? "harmless" : undefined;
}

/** One rejected step is enough for flawed; for sound, every step has to be accepted. */
function readSoundness(rejected: number, unjudged: number, steps: number): boolean | undefined {
  if (rejected > 0) return false;
  return unjudged > 0 || steps === 0 ? undefined : true;
}

function readAnswerVerdict(marks: readonly AnnotationState[], answer: NodeId): AnswerVerdict | undefined {
  const given = marks
    .map(({ annotation }) => annotation)
    .filter(({ target }) => target.type === "case" && target.id === answer)
    .map(({ verdict }) => verdict);
  if (given.includes("accept") && given.includes("reject")) return "disputed";
  return given.findLast((verdict) => verdict === "accept" || verdict === "reject") ?? given.at(-1);
}

/**
 * The verdict on each step and link: of several the worst, so that a step is rejected as soon as somebody rejects it or
 * words of it. Accepting a few words does not accept the rest.
 */
export function readStepVerdicts(marks: readonly AnnotationState[]): StepVerdicts {
  const verdicts = new Map<TargetId, "accepted" | "rejected" | "unsure">();
  for (const { annotation } of marks) {
    const { target, verdict } = annotation;
    if ((target.type !== "node" && target.type !== "edge") || verdict === undefined) continue;
    if (verdict === "accept" && target.quote !== "") continue;
    const known = verdicts.get(target.id);
    if (known === undefined || WORSE[VERDICTS[verdict]] > WORSE[known])
      verdicts.set(target.id, VERDICTS[verdict]);
  }
  return verdicts;
}

const VERDICTS = { accept: "accepted", reject: "rejected", unsure: "unsure" } as const;
const WORSE = { accepted: 0, unsure: 1, rejected: 2 } as const;
