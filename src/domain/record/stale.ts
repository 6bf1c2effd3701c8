/**
 * Marks what depends on a change: along edges from their start to their end, along citations, and along named
 * references, through everything; marked is only what came after the changed thing and so could have used it.
 */
import type { ArgumentNode } from "../argument/graph.ts";
import type { AnswerState, BranchState, CaseState } from "./case-state.ts";
import { readChain } from "./chain.ts";
import type { EventId } from "./events.ts";

/** How a sentence is named among the things that others rest on. */
export function sentenceToKey(sentence: string): string {
  return `text:${sentence}`;
}

/** How the reasons for and against something are named among the things that others rest on. */
export function reasonsToKey(id: string): string {
  return `reasons:${id}`;
}

/** What a node rests on besides its edges. */
export function readRests(node: ArgumentNode): readonly string[] {
  const rests = new Set(Array.from(node.citations, (citation) => sentenceToKey(citation.sentence)));
  if (node.kind === "contraindication" && node.finding !== undefined) rests.add(node.finding);
  if (node.kind === "question" && node.target !== undefined) rests.add(node.target);
  if (node.kind === "calculation") {
    for (const { citation } of node.inputs) {
      if (citation !== undefined) rests.add(sentenceToKey(citation.sentence));
    }
  }
  return [...rests];
}

/** The branch after `changed` (a node, an edge, a sentence key) was edited, retracted or corrected by `cause`. */
export function markDependents(branch: BranchState, changed: string, cause: EventId): BranchState {
  return mark(branch, changed, cause, () => true);
}

/** The branch after `cause` added a reason for or against a node: what leads to it was weighed well, what follows was not. */
export function markFollowers(branch: BranchState, argued: string, cause: EventId): BranchState {
  return mark(branch, argued, cause, ({ carries }, through) => carries || through !== argued);
}

function mark(
  branch: BranchState,
  changed: string,
  cause: EventId,
  isMeant: (dependent: Dependent, through: string) => boolean,
): BranchState {
  // A sentence is there from the start, as far as those who cite it are concerned.
  const since = branch.made.get(changed)?.position ?? -1;
  let { stale } = branch;
  const seen = new Set([changed]);
  const queue = [changed];
  for (let through = queue.pop(); through !== undefined; through = queue.pop()) {
    for (const dependent of readDependents(branch, through)) {
      const { id, carries } = dependent;
      if ((!carries && seen.has(id)) || !isMeant(dependent, through)) continue;
      const making = branch.made.get(id);
      const isMarked = stale.has(id) && stale.get(id)?.isKept !== true;
      if (id !== changed && making !== undefined && making.position > since && !isMarked) {
        stale = stale.with(id, { cause, through });
      }
      if (!carries || seen.has(id)) continue;
      seen.add(id);
      queue.push(id);
    }
  }
  return { ...branch, stale };
}

/** Why an answer no longer holds: something that it rests on is stale, gone, or was changed or argued about since. */
export function findAnswerCause(state: CaseState, answer: AnswerState): EventId | undefined {
  const asked = state.dialogue.get(answer.give.question)?.ask;
  const branch = asked === undefined ? undefined : state.branches.get(asked.branch);
  if (branch === undefined) return undefined;
  for (const id of answer.give.restsOn) {
    for (const key of [id, reasonsToKey(id)]) {
      const change = branch.changed.get(key);
      if (change !== undefined && change.position > answer.position) return change.event;
    }
    const cause = branch.stale.get(id)?.cause ?? branch.withdrawn.get(id)?.event;
    if (cause !== undefined) return cause;
  }
  return undefined;
}

type Dependent = {
  readonly id: string;
  /** Whether what depends on it is touched as well. */
  readonly carries: boolean;
};

function* readDependents(branch: BranchState, id: string): Generator<Dependent, undefined, unknown> {
  for (const resting of readChain(branch.resting.get(id))) {
    const node = branch.nodes.get(resting);
    if (node !== undefined && readRests(node).includes(id)) yield { id: resting, carries: true };
  }
  const own = branch.edges.get(id);
  if (own !== undefined && own.kind !== "about") yield { id: own.to, carries: true };
  for (const edgeId of readChain(branch.incident.get(id))) {
    const edge = branch.edges.get(edgeId);
    if (edge === undefined || edge.kind === "about" || (edge.from !== id && edge.to !== id)) continue;
    // An edge into a changed node was weighed against its old words, but where it comes from was not.
    const carries = edge.from === id;
    yield { id: edgeId, carries };
  }
  return undefined;
}
