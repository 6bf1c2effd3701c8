/**
 * The desk of one open case: what every panel reads and the few ways to change it. Panels never speak to each other;
 * what one does, all see here.
 */
import type { VaultError } from "../../contracts/vault-error.ts";
import { sentenceToTarget } from "../../domain/argument/explanations/sentence.ts";
import type { TargetId } from "../../domain/argument/graph.ts";
import type { GraphProblem } from "../../domain/argument/graph-operations.ts";
import { readSearchText } from "../../domain/case-text/search-text.ts";
import { answerQuestion } from "../../domain/questions/ask.ts";
import type { ComputedAnswer, QuestionAsk } from "../../domain/questions/question.ts";
import { createRouter, type Route } from "../../domain/questions/router.ts";
import type { Annotation, BranchId, RecordEvent } from "../../domain/record/events.ts";
import { draftRevision } from "../../domain/record/fold.ts";
import type { EventPayload } from "../../domain/record/read-payload.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { shownGraph, type CaseSession } from "../case-session/case-session.ts";
import { draftCorrection, draftRedo, draftUndo, type Correction } from "../case-session/corrections.ts";
import { draftAnnotation } from "../case-session/draft-annotation.ts";
import { createLiveStrengths } from "../case-session/live-strengths.ts";
import type { NextFrame } from "../run/run-clock.ts";
import { createDeskCase, type DeskCaseStore, type LookingBack } from "./desk-case.ts";
import { createDeskFacts, type FactsStore } from "./desk-facts.ts";
import { askPayloads } from "./record-question.ts";
import { createSelection, type DeskTarget, type Passage, type SelectionStore } from "./selection.ts";

/** Why something was not written. */
export type DeskProblem = VaultError | GraphProblem | LookingBack;

/** What was written, or why not. */
export type Written = Promise<Result<readonly RecordEvent[], DeskProblem>>;

export type Desk = {
  readonly session: CaseSession;
  /** As it stands, or as it stood where one looks back. */
  readonly case: DeskCaseStore;
  readonly facts: FactsStore;
  readonly selection: SelectionStore;
  readonly newId: () => string;
  readonly select: (target: DeskTarget) => void;
  /** Brings a passage of what was thought into sight, wherever thinking is shown; undefined lets it go. */
  readonly showPassage: (passage: Passage | undefined) => void;
  readonly hover: (target: DeskTarget | undefined) => void;
  /** Shows the case as it stood after so many events, in every panel; undefined shows it as it stands. */
  readonly lookAt: (length: number | undefined) => void;
  /** Takes strengths and the leader out of the facts, so that people can judge for themselves first. */
  readonly hideStrengths: (areHidden: boolean) => void;
  /** What free text asks, by what was asked before and what is selected. */
  readonly route: (text: string) => Route;
  /** Answers from the graph and keeps question and answer; `say` puts the answer into words for the record. */
  readonly ask: (
    ask: QuestionAsk,
    text: string,
    say: (answer: ComputedAnswer) => string,
  ) => ComputedAnswer | undefined;
  readonly correct: (correction: Correction) => Written;
  readonly reviseText: (text: string) => Written;
  readonly annotate: (annotation: Omit<Annotation, "id" | "branch">, id?: string) => Written;
  readonly removeAnnotation: (id: string) => Written;
  /** Keeps what is half written, by the form it is typed into; empty text lets it go. */
  readonly keepDrafts: (drafts: ReadonlyMap<string, string>) => Written;
  readonly undo: () => Written;
  readonly redo: () => Written;
  /** A branch of the one that is shown, without what is stale where asked; it is shown at once. */
  readonly startBranch: (leavesOut: "stale" | "nothing") => Promise<Result<BranchId, DeskProblem>>;
  readonly favour: (branch: BranchId) => Written;
  readonly close: () => Promise<void>;
};

export type DeskParts = {
  readonly session: CaseSession;
  readonly newId: () => string;
  readonly nextFrame: NextFrame;
};

/** The desk of a case that a session opened. */
export function createDesk(parts: DeskParts): Desk {
  const { session, newId, nextFrame } = parts;
  const shown = createDeskCase(session.store);
  const facts = createDeskFacts({ session: shown.store, nextFrame });
  const selection = createSelection();
  const work: DeskWork = { session, newId, shown: shown.store };
  return {
    session,
    case: shown.store,
    facts: facts.store,
    selection,
    newId,
    select: (selected) => selection.setState({ selected, passage: undefined }),
    showPassage: (passage) => selection.setState({ passage }),
    hover: (hovered) => selection.setState({ hovered }),
    lookAt: shown.lookAt,
    hideStrengths: facts.hideStrengths,
    ...createAsking(work, selection),
    ...createChanging(work),
    close: async () => {
      await session.close();
      facts.stop();
      shown.stop();
    },
  };
}

type DeskWork = Pick<DeskParts, "session" | "newId"> & { readonly shown: DeskCaseStore };

function createAsking(
  { session, newId, shown }: DeskWork,
  selection: SelectionStore,
): Pick<Desk, "route" | "ask"> {
  let last: QuestionAsk | undefined;
  const strengthsOf = createLiveStrengths();
  return {
    route: (text) => {
      const { selected } = selection.getState();
      return createRouter(shownGraph(shown.getState()))(text, {
        ...(last === undefined ? {} : { last }),
        ...(selected.type === "case" ? {} : { selected: selectedTarget(selected) }),
      });
    },
    ask: (ask, text, say) => {
      const live = shown.getState();
      const strengths = strengthsOf(shownGraph(live));
      const caseText = live.view.state.text;
      const noted = caseText === undefined ? {} : { caseText: readSearchText(caseText.text) };
      const answer = answerQuestion({ strengths, ...noted }, ask);
      if (answer === undefined) return undefined;
      last = ask;
      const words = say(answer);
      // Of the past one may ask as well, but nothing can be added to it.
      if (live.lookingAt === undefined)
        void session.write(askPayloads({ live, strengths, ask, text, answer, words, newId }));
      return answer;
    },
  };
}

function selectedTarget({ type, id }: Exclude<DeskTarget, { readonly type: "case" }>): TargetId {
  return type === "sentence" ? sentenceToTarget(id) : id;
}

type Changing = Pick<
  Desk,
  | "correct"
  | "reviseText"
  | "annotate"
  | "removeAnnotation"
  | "keepDrafts"
  | "undo"
  | "redo"
  | "startBranch"
  | "favour"
>;

function createChanging({ session, newId, shown }: DeskWork): Changing {
  const read = () => shown.getState();
  const write = async (...payloads: readonly EventPayload[]): Written => {
    if (read().lookingAt !== undefined) return err({ type: "desk-looking-back" });
    return payloads.length === 0 ? ok([]) : session.write(payloads);
  };
  return {
    correct: async (correction) => {
      const live = read();
      const drafted = draftCorrection(shownGraph(live), live.branch, correction);
      return drafted.ok ? write(...drafted.value) : drafted;
    },
    reviseText: (text) => write({ type: "text-revise", ...draftRevision(read().view, text) }),
    annotate: (annotation, id) => write(draftAnnotation(read(), annotation, id ?? newId())),
    removeAnnotation: (annotation) => write({ type: "annotation-remove", annotation }),
    // It says nothing about the case, so it may be kept while one looks back.
    keepDrafts: async (drafts) =>
      drafts.size === 0
        ? ok([])
        : session.write([...drafts].map(([form, text]) => ({ type: "draft-keep", form, text }))),
    undo: () => write(...draftUndo(read().view)),
    redo: () => write(...draftRedo(read().view)),
    startBranch: async (leavesOut) => {
      const [branch, parent] = [newId(), read().branch];
      const written = await write({ type: "branch-start", branch, parent, leavesOut });
      if (!written.ok) return err(written.error);
      session.showBranch(branch);
      return ok(branch);
    },
    favour: (branch) => write({ type: "branch-favour", branch }),
  };
}
