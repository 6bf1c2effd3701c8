/** How each step and link stands by its marks, in one word: for every picture of the argument that has room for no more. */
import type { TargetId } from "../argument/graph.ts";
import type { CaseState } from "../record/case-state.ts";
import type { BranchId } from "../record/events.ts";
import { readStepVerdicts } from "./four-cells.ts";
import { marksOn } from "./marks.ts";

/** "marked" where something was said and nothing judged. */
export type MarkStanding = "accepted" | "rejected" | "unsure" | "marked";
export type MarkStandings = ReadonlyMap<TargetId, MarkStanding>;

const NONE: MarkStandings = new Map();

/** Steps and links without a mark are left out. */
export function readStandings(state: CaseState, branch: BranchId): MarkStandings {
  if (state.annotations.size === 0) return NONE;
  const marks = marksOn(state, branch);
  const standings = new Map<TargetId, MarkStanding>();
  for (const { annotation } of marks) {
    const { type, id } = annotation.target;
    if (type === "node" || type === "edge") standings.set(id, "marked");
  }
  for (const [id, verdict] of readStepVerdicts(marks)) standings.set(id, verdict);
  return standings;
}
