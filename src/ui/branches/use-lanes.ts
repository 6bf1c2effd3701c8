/** The lanes of the case with their names and how each stands now. */
import { useMemo, useState } from "react";
import { leaderOf } from "../../domain/argument/strength/strengths.ts";
import { createLiveStrengths } from "../../workbench/case-session/live-strengths.ts";
import { readLanes, type BranchLane } from "../../domain/record/branch-lanes.ts";
import { branchToGraph, type CaseState } from "../../domain/record/case-state.ts";
import { sayChange } from "../answers/say-change.ts";
import { useFacts } from "../desk/use-desk.ts";
import { branchText } from "../text/branches.ts";

export type NamedLane = BranchLane & {
  readonly name: string;
  /** Why it began; undefined where nothing was changed before. */
  readonly after: string | undefined;
  readonly parentName: string | undefined;
  /** Undefined where there is no hypothesis, and where strengths are hidden. */
  readonly leader: string | undefined;
  readonly stale: number;
  readonly isShown: boolean;
  readonly isFavourite: boolean;
};

/** One at least, the first. */
export function useLanes(): readonly NamedLane[] {
  const live = useFacts((facts) => facts.live);
  const areHidden = useFacts((facts) => facts.areStrengthsHidden);
  const [leaders] = useState(createLeaders);
  const { view, branch } = live;
  return useMemo(() => {
    const lanes = readLanes(view);
    const names = new Map(lanes.map((lane) => [lane.id, nameLane(lane)]));
    return lanes.map((lane) => ({
      ...lane,
      name: names.get(lane.id) ?? "",
      after: sayCauses(lane, view.state),
      parentName: names.get(lane.parent ?? ""),
      leader: areHidden ? undefined : leaders(lane.id, view.state),
      stale: view.state.branches.get(lane.id)?.stale.size ?? 0,
      isShown: lane.id === branch,
      isFavourite: lane.id === view.state.favourite,
    }));
  }, [view, branch, areHidden, leaders]);
}

/** What people call a branch. */
function nameLane({ kind, number }: BranchLane): string {
  return branchText.lane[kind](number);
}

function sayCauses({ causes, parent }: BranchLane, { branches }: CaseState): string | undefined {
  const branch = branches.get(parent ?? "");
  const said =
    branch === undefined
      ? []
      : causes.map((event) => sayChange(branch, event)).filter((words) => words !== undefined);
  const [first] = said;
  if (first === undefined) return undefined;
  return branchText.after(said.length === 1 ? first : branchText.andMore(first, said.length - 1));
}

/** The leader of each branch, computed again only where the branch changed. */
function createLeaders(): (id: string, state: CaseState) => string | undefined {
  const strengthsOf = new Map<string, ReturnType<typeof createLiveStrengths>>();
  return (id, { branches }) => {
    const branch = branches.get(id);
    if (branch === undefined) return undefined;
    const compute = strengthsOf.get(id) ?? createLiveStrengths();
    strengthsOf.set(id, compute);
    const strengths = compute(branchToGraph(branch));
    return strengths.graph.nodes.get(leaderOf(strengths) ?? "")?.text;
  };
}
