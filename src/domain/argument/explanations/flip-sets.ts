/**
 * The fewest findings whose removal makes another hypothesis lead (Q7, clinical foundation 3.6): exact by sorting on a
 * flat log-odds graph, enumerated up to size 3 otherwise, and honest about what lies beyond.
 */
import { err, ok } from "../../../shared/result.ts";
import type { NodeId } from "../graph.ts";
import { leaderOf } from "../strength/strengths.ts";
import type { Strengths } from "../strength/strengths.ts";
import { hypothesisStrengths, limitsOf, nodeItem } from "./answer.ts";
import type { Confidence, Explanation } from "./answer.ts";
import { enumerateFlips } from "./flip-enumeration.ts";
import { flatFlips } from "./flip-flat.ts";
import { readFlatHypotheses } from "./flat-margins.ts";
import { leaderIn, outcomeWithout, strengthsIn } from "./what-if.ts";

export type FlipSet = {
  readonly removed: readonly NodeId[];
  /** Who leads without them. */
  readonly leader: NodeId | undefined;
};

export type FlipHeadline =
  | { readonly type: "flip-set"; readonly leader: NodeId; readonly size: number; readonly first: FlipSet }
  /** Not even taking all findings away changes the leader. */
  | { readonly type: "no-flip-set"; readonly leader: NodeId }
  | { readonly type: "no-flip-set-up-to"; readonly leader: NodeId; readonly size: number };

/** `set` numbers the sets of the smallest size, in the order they were found. */
export type FlipPart = { readonly type: "in-set"; readonly set: number; readonly leader: NodeId | undefined };

/** The smallest flip sets of the current leader; at most `listed` of them. */
export function explainFlipSets(strengths: Strengths, listed = 20): Explanation<FlipHeadline, FlipPart> {
  const leader = leaderOf(strengths);
  const before = hypothesisStrengths(strengths);
  if (leader === undefined || Object.keys(before).length < 2) return err({ type: "too-few-hypotheses" });
  const flat = readFlatHypotheses(strengths);
  const found =
    flat === undefined ? enumerateFlips(strengths, leader, listed) : flatFlips(flat, leader, listed);
  const sets = found.sets.map((removed): FlipSet => {
    const { values } = outcomeWithout(strengths, removed);
    return { removed, leader: leaderIn(strengths, values) };
  });
  const [first] = sets;
  const after =
    first === undefined ? undefined : strengthsIn(strengths, outcomeWithout(strengths, first.removed).values);
  return ok({
    op: "Q7",
    target: leader,
    basis: "graph",
    headline: toHeadline(leader, first, found.confidence),
    items: sets.flatMap((set, index) =>
      set.removed.map((id) =>
        nodeItem<FlipPart>(strengths.graph, id, { part: { type: "in-set", set: index, leader: set.leader } }),
      ),
    ),
    before,
    ...(after === undefined ? {} : { after }),
    confidence: found.confidence,
    limits: limitsOf(strengths, ...found.limits),
    followUps: ["Q2", "Q8", "Q9"],
  });
}

function toHeadline(leader: NodeId, first: FlipSet | undefined, confidence: Confidence): FlipHeadline {
  if (first !== undefined) return { type: "flip-set", leader, size: first.removed.length, first };
  if (confidence.type === "searched-to-size")
    return { type: "no-flip-set-up-to", leader, size: confidence.size };
  return { type: "no-flip-set", leader };
}
