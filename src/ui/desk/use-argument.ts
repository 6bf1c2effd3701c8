/** The argument as panels draw it: another value only when the graph, a strength, a stale mark or a verdict is another. */
import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { type MarkStandings, readStandings } from "../../domain/annotations/standings.ts";
import type { NodeId } from "../../domain/argument/graph.ts";
import type { Strengths } from "../../domain/argument/strength/strengths.ts";
import type { BranchState } from "../../domain/record/case-state.ts";
import { useFacts } from "./use-desk.ts";

export type Argument = {
  readonly strengths: Strengths;
  readonly leader: NodeId | undefined;
  readonly stale: BranchState["stale"] | undefined;
  /** What was marked, and how it was judged; absent where nobody asks. */
  readonly marked?: MarkStandings;
};

/** The argument of the branch that is shown. A run that only thinks draws nothing again. */
export function useArgument(): Argument {
  const strengths = useFacts((facts) => facts.strengths);
  const leader = useFacts((facts) => facts.leader);
  const stale = useFacts(({ branch }) => branch?.stale);
  const marked = useFacts(useShallow(({ live }) => readStandings(live.view.state, live.branch)));
  return useMemo(() => ({ strengths, leader, stale, marked }), [strengths, leader, stale, marked]);
}
