/** The case text and its corrections: which sentences went, and what rested on them. */
import type { ArgumentNode } from "../argument/graph.ts";
import { restoreCaseText } from "../case-text/revisions.ts";
import type { CaseText } from "../case-text/revisions.ts";
import { anchorAgain } from "./anchors.ts";
import { withFlag } from "./case-state.ts";
import type { BranchState, CaseState } from "./case-state.ts";
import type { EventId, TextReviseEvent } from "./events.ts";
import { markDependents, sentenceToKey } from "./stale.ts";

/** The state after the note was entered or corrected; `nextSentence` is the first number never used. */
export function applyTextRevise(
  state: CaseState,
  event: TextReviseEvent,
  position: number,
  nextSentence: number,
): CaseState {
  const text = restoreCaseText(event.text, event.sentences, nextSentence);
  const next: CaseState = {
    ...state,
    text,
    revision: event.id,
    revisions: state.revisions.with(event.id, text),
  };
  const lost = state.text === undefined ? [] : findLost(state.text, text);
  if (lost.length === 0) return anchorAgain(next, ["text"]);
  let { branches } = next;
  for (const branch of state.branches.values()) {
    branches = branches.with(branch.id, markLost(branch, lost, event.id, position));
  }
  return anchorAgain({ ...next, branches }, ["text"]);
}

/** Flags the first citation of a sentence that the revision its maker saw does not have. */
export function checkCitations(
  state: CaseState,
  event: EventId,
  node: ArgumentNode,
  seen: CaseText | undefined,
): CaseState {
  if (node.citations.length === 0) return state;
  const unknown = node.citations.find(({ sentence }) => seen?.byId.has(sentence) !== true);
  return unknown === undefined ? state : withFlag(state, event, "unknown-sentence", unknown.sentence);
}

function findLost(before: CaseText, after: CaseText): readonly string[] {
  return before.sentences.filter(({ id, text }) => after.byId.get(id)?.text !== text).map(({ id }) => id);
}

function markLost(
  branch: BranchState,
  lost: readonly string[],
  event: EventId,
  position: number,
): BranchState {
  let next = branch;
  for (const sentence of lost) {
    const key = sentenceToKey(sentence);
    const changed = next.changed.with(key, { event, position });
    next = markDependents({ ...next, changed }, key, event);
  }
  return next;
}
