/** What a correction of the note left out of date in a branch. */
import type { BranchState, CaseState } from "./case-state.ts";
import { sentenceToKey } from "./stale.ts";

export type TextCorrection = {
  /** Steps that cite a sentence which the correction changed or took away. */
  readonly citing: readonly string[];
  /** How many more steps and links follow from those. */
  readonly following: number;
};

const SENTENCE_KEY = sentenceToKey("");

/** By the latest correction of the note; undefined where everything that it touched was put right since. */
export function readTextCorrection(
  { revision }: Pick<CaseState, "revision">,
  { nodes, stale }: Pick<BranchState, "nodes" | "stale">,
): TextCorrection | undefined {
  const citing: string[] = [];
  let following = 0;
  for (const [id, { cause, through }] of stale) {
    if (cause !== revision) continue;
    if (nodes.has(id) && through.startsWith(SENTENCE_KEY)) citing.push(id);
    else following += 1;
  }
  return citing.length === 0 ? undefined : { citing, following };
}
