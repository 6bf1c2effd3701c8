/** The argument as panels draw it: another value only when the graph, a strength or a stale mark is another. */
import { useMemo } from "react";
import type { NodeId } from "../../domain/argument/graph.ts";
import type { Strengths } from "../../domain/argument/strength/strengths.ts";
import type { BranchState } from "../../domain/record/case-state.ts";
import { useFacts } from "./use-desk.ts";

export type Argument = {
  readonly strengths: Strengths;
  readonly leader: NodeId | undefined;
  readonly stale: BranchState["stale"] | undefined;
};

/** The argument of the branch that is shown. A run that only thinks draws nothing again. */
export function useArgument(): Argument {
  const strengths = useFacts((facts) => facts.strengths);
  const leader = useFacts((facts) => facts.leader);
  const stale = useFacts(({ branch }) => branch?.stale);
  return useMemo(() => ({ strengths, leader, stale }), [strengths, leader, stale]);
}
