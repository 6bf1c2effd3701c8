/**
 * Which annotations ("marks" on the screen) are seen on a branch, and on what. A branch begins with what its parent had:
 * a mark of the parent is seen on the branch for as long as the thing it is on says the same on both, so that a judged
 * step need not be judged again and a re-worded one is not judged by what it used to say. A mark made on the branch is
 * not seen on the parent. The note is common to all branches, and so are the marks on it.
 */
import type { ArgumentEdge, ArgumentNode } from "../argument/graph.ts";
import { targetToKey } from "../record/anchors.ts";
import type { AnnotationState, BranchState, CaseState } from "../record/case-state.ts";
import { readChain } from "../record/chain.ts";
import type { Annotation, BranchId, RecordTarget } from "../record/events.ts";

export type Verdict = NonNullable<Annotation["verdict"]>;

/** What a mark is on, as it is counted and filtered. */
export type MarkPlace = "node" | "edge" | "span" | "note" | "answer" | "thinking" | "reply" | "case";

/** Where a mark stands: a step, a link, words in either, the note, the answer to the case, and so on. */
export function placeOfMark({ type, id, quote }: RecordTarget): MarkPlace {
  if (type === "case") return id === "" ? "case" : "answer";
  if (type === "text") return "note";
  if (type === "answer") return "reply";
  if (type === "thinking") return "thinking";
  return quote === "" ? type : "span";
}

/** The marks seen on a branch that hold on to something, in the order in which they were made. */
export function marksOn(state: CaseState, branch: BranchId): readonly AnnotationState[] {
  const isSeen = createSight(state, branch);
  return [...state.annotations.values()].filter((mark) => mark.anchor.type === "anchored" && isSeen(mark));
}

/** The marks of a branch and of those before it that have lost what they were on. */
export function lostMarksOn(state: CaseState, branch: BranchId): readonly AnnotationState[] {
  const lineage = lineageOf(state, branch);
  return [...state.annotations.values()].filter(
    ({ anchor, annotation }) => anchor.type === "orphaned" && isOfLineage(annotation, lineage),
  );
}

/** How many marks hold on to something that this branch does not show. */
export function countElsewhere(state: CaseState, branch: BranchId): number {
  const shown = marksOn(state, branch).length + lostMarksOn(state, branch).length;
  return state.annotations.size - shown;
}

/** The marks on one thing and on words of it, in the order in which they were made. */
export function marksAt(
  state: CaseState,
  branch: BranchId,
  { type, id }: Pick<RecordTarget, "type" | "id">,
): readonly AnnotationState[] {
  const known = new Set(readChain(state.annotationsAt.get(targetToKey(type, id))));
  if (known.size === 0) return [];
  const isSeen = createSight(state, branch);
  return [...known]
    .toReversed()
    .map((mark) => state.annotations.get(mark))
    .filter((mark) => mark !== undefined)
    .filter((mark) => holdsOnTo(mark, type, id) && isSeen(mark));
}

function holdsOnTo({ annotation, anchor }: AnnotationState, type: RecordTarget["type"], id: string): boolean {
  return annotation.target.type === type && anchor.type === "anchored" && anchor.target === id;
}

function createSight(state: CaseState, branch: BranchId): (mark: AnnotationState) => boolean {
  const lineage = lineageOf(state, branch);
  const here = state.branches.get(branch);
  return (mark) => {
    const { annotation } = mark;
    if (!isOfLineage(annotation, lineage)) return false;
    if (annotation.branch === branch || here === undefined) return true;
    const there = state.branches.get(annotation.branch);
    return there === undefined || saysTheSame(here, there, mark);
  };
}

function isOfLineage({ branch, target }: Annotation, lineage: ReadonlySet<BranchId>): boolean {
  return target.type === "text" || lineage.has(branch);
}

/** The branch and those it grew from. */
function lineageOf({ branches }: CaseState, branch: BranchId): ReadonlySet<BranchId> {
  const lineage = new Set<BranchId>();
  for (let at: BranchId | undefined = branch; at !== undefined && !lineage.has(at);) {
    lineage.add(at);
    at = branches.get(at)?.parent;
  }
  return lineage;
}

function saysTheSame(here: BranchState, there: BranchState, mark: AnnotationState): boolean {
  const { type, id } = mark.annotation.target;
  if (type === "edge") return isSameLink(here.edges.get(id), there.edges.get(id));
  if (type === "node" || (type === "case" && id !== ""))
    return isSameStep(here.nodes.get(id), there.nodes.get(id), mark);
  return true;
}

function isSameStep(
  here: ArgumentNode | undefined,
  there: ArgumentNode | undefined,
  mark: AnnotationState,
): boolean {
  if (here === undefined || here.kind !== there?.kind) return false;
  return here.text === there.text || here.text === readCorrected(there.text, mark);
}

/** The text with the mark's own suggestion applied, which does not take the mark off it. */
function readCorrected(
  text: string,
  { annotation: { suggestion }, anchor }: AnnotationState,
): string | undefined {
  if (suggestion === undefined || anchor.type === "orphaned") return undefined;
  return text.slice(0, anchor.start) + suggestion + text.slice(anchor.end);
}

function isSameLink(here: ArgumentEdge | undefined, there: ArgumentEdge | undefined): boolean {
  if (here === undefined || there === undefined) return false;
  const isSameWay = here.kind === there.kind && here.from === there.from && here.to === there.to;
  return isSameWay && here.rationale === there.rationale;
}
