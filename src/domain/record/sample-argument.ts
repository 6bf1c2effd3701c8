/** For tests: a small argument that a run stated, and short ways to write on and to look at what became stale. */
import type { BranchState } from "./case-state.ts";
import { appendEvent, createCaseView, nextOrder } from "./fold.ts";
import type { CaseView } from "./fold.ts";
import type { EventPayload } from "./read-payload.ts";
import { createSampleEvent, drawEdge, drawNode, toSampleEvent } from "./sample-record.ts";

/** The view with these events behind it. */
export function write(view: CaseView, ...payloads: readonly EventPayload[]): CaseView {
  let next = view;
  for (const payload of payloads) next = appendEvent(next, toSampleEvent(nextOrder(next), payload));
  return next;
}

/** A branch that is there. */
export function branchOf(view: CaseView, id = "main"): BranchState {
  const branch = view.state.branches.get(id);
  if (branch === undefined) throw new Error("no such branch");
  return branch;
}

/** The ids of what is stale, by the alphabet. */
export const staleOf = (view: CaseView, id?: string): readonly string[] =>
  [...branchOf(view, id).stale.keys()].toSorted();

/** A step that the run states, resting on a sentence. */
export const node = (id: string, sentence: number): Extract<EventPayload, { type: "statement-close" }> => ({
  type: "statement-close",
  run: "r1",
  line: "",
  statement: { type: "node", node: drawNode(id, sentence - 1) },
  marks: [],
});
/** A link that the run states. */
export const edge = (
  id: string,
  from: string,
  to: string,
): Extract<EventPayload, { type: "statement-close" }> => ({
  type: "statement-close",
  run: "r1",
  line: "",
  statement: { type: "edge", edge: drawEdge(id, from, to) },
  marks: [],
});
/** Where all of it happens unless a test says otherwise. */
export const branch = "main";

/** A three-sentence note and a run: f (s1) supports h (s2), h supports i (s2); g (s3) stands alone. */
export function createReasonedCase(): CaseView {
  let view = createCaseView();
  for (let position = 0; position < 3; position += 1) view = appendEvent(view, createSampleEvent(position));
  return write(
    view,
    node("f", 1),
    node("g", 3),
    node("h", 2),
    edge("fh", "f", "h"),
    node("i", 2),
    edge("hi", "h", "i"),
  );
}
