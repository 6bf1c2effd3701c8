/** The lanes of the case with their names and how each stands now. */
import { useMemo, useState } from "react";
import { leaderOf } from "../../domain/argument/strength/strengths.ts";
import { createLiveStrengths } from "../../workbench/case-session/live-strengths.ts";
import { readLanes, type BranchLane } from "../../domain/record/branch-lanes.ts";
import { branchToGraph, type CaseState } from "../../domain/record/case-state.ts";
import type { CaseView } from "../../domain/record/fold.ts";
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
  const { view, branch } = useFacts((facts) => facts.live);
  const shownLeader = useFacts(({ graph, leader }) => graph.nodes.get(leader ?? "")?.text);
  const areHidden = useFacts((facts) => facts.areStrengthsHidden);
  const [leaders] = useState(createLeaders);
  const [readOnce] = useState(createLaneReader);
  const lanes = readOnce(view);
  return useMemo(() => {
    const { branches, favourite } = view.state;
    const names = new Map(lanes.map((lane) => [lane.id, nameLane(lane)]));
    const leaderOn = (id: string) => (id === branch ? shownLeader : leaders(id, view.state));
    return lanes.map((lane) => ({
      ...lane,
      name: names.get(lane.id) ?? "",
      after: sayCauses(lane, view.state),
      parentName: names.get(lane.parent ?? ""),
      leader: areHidden ? undefined : leaderOn(lane.id),
      stale: branches.get(lane.id)?.stale.size ?? 0,
      isShown: lane.id === branch,
      isFavourite: lane.id === favourite,
    }));
  }, [lanes, view.state, branch, shownLeader, areHidden, leaders]);
}

/** Lanes change where a branch begins or a change is taken back, not with every event of a run. */
function createLaneReader(): (view: CaseView) => readonly BranchLane[] {
  let last: { readonly view: CaseView; readonly lanes: readonly BranchLane[] } | undefined;
  return (view) => {
    const isSame =
      last?.view.log === view.log &&
      last.view.undone === view.undone &&
      last.view.state.branches.size === view.state.branches.size;
    if (!isSame) last = { view, lanes: readLanes(view) };
    return last?.lanes ?? [];
  };
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
