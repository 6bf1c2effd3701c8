/**
 * One event on top of a case state. Each event type has its own small function here or in a neighbour file; an event
 * that makes no sense leaves the state as it was and a flag that says why.
 */
import { assertNever } from "../../shared/assert.ts";
import { anchorAnnotation, targetToKey } from "./anchors.ts";
import { applyGraphEvent } from "./apply-graph-event.ts";
import { keepDraft } from "./drafts.ts";
import { leaveOutStale } from "./apply-graph.ts";
import { applyRunEvent } from "./apply-run.ts";
import { applyTextRevise } from "./apply-text.ts";
import { withFlag } from "./case-state.ts";
import type { BranchState, CaseState } from "./case-state.ts";
import type {
  Annotation,
  AnswerGiveEvent,
  BranchStartEvent,
  CaseCreateEvent,
  QuestionAskEvent,
  RecordEvent,
} from "./events.ts";

/** What the fold knows besides the state: where in the record this is, and how the case stood after an event. */
export type ApplyContext = {
  readonly position: number;
  /** First sentence number that no revision so far has used, undone ones included. */
  readonly nextSentence: number;
  readonly stateAfter: (event: string) => CaseState | undefined;
};

/** The state after `event`. */
export function applyEvent(state: CaseState, event: RecordEvent, context: ApplyContext): CaseState {
  if (state.caseId !== "" && event.caseId !== state.caseId) {
    return withFlag(state, event.id, "other-case", event.caseId);
  }
  const known = state.caseId === "" ? { ...state, caseId: event.caseId } : state;
  switch (event.type) {
    case "case-create":
      return createCase(state, event);
    case "text-revise":
      return applyTextRevise(known, event, context.position, context.nextSentence);
    case "run-start":
    case "thinking-append":
    case "statement-close":
    case "run-end":
      return applyRunEvent(known, event, context.position);
    case "node-add":
    case "node-edit":
    case "node-retract":
    case "edge-add":
    case "edge-edit":
    case "edge-retract":
    case "stale-settle":
      return applyGraphEvent(known, event, context.position);
    case "question-ask":
      return askQuestion(known, event);
    case "answer-give":
      return giveAnswer(known, event, context.position);
    case "annotation-make":
    case "annotation-change":
      return annotate(known, event.annotation, event);
    case "annotation-remove":
      if (!known.annotations.has(event.annotation)) {
        return withFlag(known, event.id, "unknown-target", event.annotation);
      }
      return { ...known, annotations: known.annotations.without(event.annotation) };
    case "draft-keep":
      return keepDraft(known, event);
    case "branch-start":
      return startBranch(known, event, context);
    case "branch-favour":
      if (!known.branches.has(event.branch)) return withFlag(known, event.id, "unknown-branch", event.branch);
      return { ...known, favourite: event.branch };
    case "change-undo":
    case "change-redo":
      return known;
    default:
      return assertNever(event);
  }
}

function createCase(state: CaseState, event: CaseCreateEvent): CaseState {
  if (state.title !== "") return withFlag(state, event.id, "repeated-case", event.caseId);
  return { ...state, caseId: event.caseId, title: event.title };
}

function askQuestion(state: CaseState, event: QuestionAskEvent): CaseState {
  if (state.dialogue.has(event.question)) return withFlag(state, event.id, "duplicate-id", event.question);
  return { ...state, dialogue: state.dialogue.with(event.question, { ask: event, answers: undefined }) };
}

function giveAnswer(state: CaseState, event: AnswerGiveEvent, position: number): CaseState {
  const turn = state.dialogue.get(event.question);
  if (turn === undefined) return withFlag(state, event.id, "unknown-question", event.question);
  if (state.answers.has(event.answer)) return withFlag(state, event.id, "duplicate-id", event.answer);
  const answer = { give: event, position };
  const answers = { first: answer, rest: turn.answers };
  return {
    ...state,
    dialogue: state.dialogue.with(event.question, { ...turn, answers }),
    answers: state.answers.with(event.answer, answer),
  };
}

function annotate(
  state: CaseState,
  annotation: Annotation,
  event: RecordEvent & { readonly type: "annotation-make" | "annotation-change" },
): CaseState {
  const isNew = !state.annotations.has(annotation.id);
  if (isNew !== (event.type === "annotation-make")) {
    return withFlag(state, event.id, isNew ? "unknown-target" : "duplicate-id", annotation.id);
  }
  const anchor = anchorAnnotation(state, annotation);
  const author = event.author.profile;
  const annotations = state.annotations.with(annotation.id, {
    annotation,
    author,
    time: event.time,
    anchor,
  });
  const key = targetToKey(annotation.target.type, annotation.target.id);
  const rest = state.annotationsAt.get(key);
  const annotationsAt = state.annotationsAt.with(key, { first: annotation.id, rest });
  const next = { ...state, annotations, annotationsAt };
  return anchor.type === "orphaned" ? withFlag(next, event.id, "unknown-target", annotation.target.id) : next;
}

function startBranch(state: CaseState, event: BranchStartEvent, context: ApplyContext): CaseState {
  if (state.branches.has(event.branch)) return withFlag(state, event.id, "duplicate-id", event.branch);
  const origin = event.from === undefined ? state : context.stateAfter(event.from);
  if (origin === undefined) return withFlag(state, event.id, "unknown-event", event.from ?? "");
  const parent = origin.branches.get(event.parent);
  if (parent === undefined) return withFlag(state, event.id, "unknown-branch", event.parent);
  const { id: _id, parent: _parent, from: _from, ...content } = parent;
  const copy: BranchState = {
    ...content,
    id: event.branch,
    parent: event.parent,
    ...(event.from === undefined ? {} : { from: event.from }),
  };
  const branch = event.leavesOut === "stale" ? leaveOutStale(copy, event.id, context.position) : copy;
  return { ...state, branches: state.branches.with(event.branch, branch) };
}
