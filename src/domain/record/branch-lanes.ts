/** The branches of a case in the order in which they began: from which one, when, and after which corrections. */
import type { BranchId, RecordEvent } from "./events.ts";
import type { CaseView } from "./fold.ts";

export type BranchLane = {
  readonly id: BranchId;
  /** Counted among those of its kind, from 1. */
  readonly number: number;
  /** A re-run begins without what was stale; a copy with everything. */
  readonly kind: "first" | "rerun" | "copy";
  readonly parent: BranchId | undefined;
  /** How many branches lie between it and the first. */
  readonly depth: number;
  /** What people changed on the parent since its last run, and still stands: why it began. */
  readonly causes: readonly RecordEvent[];
  /** When it began, in milliseconds since 1970; undefined for the first. */
  readonly startTime: number | undefined;
};

type Reading = {
  readonly lanes: Map<BranchId, BranchLane>;
  /** By branch, what was changed since the last run there began; the first text of a case corrects nothing. */
  readonly changes: Map<BranchId, readonly RecordEvent[]>;
};

/** Every branch that there is. */
export function readLanes(
  view: Pick<CaseView, "log" | "length" | "undone" | "state">,
): readonly BranchLane[] {
  const reading: Reading = { lanes: new Map(), changes: new Map() };
  const [first] = view.state.branches.keys();
  if (first !== undefined) reading.lanes.set(first, toFirst(first));
  for (const event of view.log.events.slice(0, view.length)) {
    if (!view.undone.has(event.id)) take(reading, event);
  }
  return [...reading.lanes.values()].filter(({ id }) => view.state.branches.has(id));
}

function toFirst(id: BranchId): BranchLane {
  return {
    id,
    number: 1,
    kind: "first",
    parent: undefined,
    depth: 0,
    causes: [],
    startTime: undefined,
  };
}

function take(reading: Reading, event: RecordEvent): void {
  const { lanes, changes } = reading;
  if (event.type === "branch-start" && !lanes.has(event.branch))
    lanes.set(event.branch, toLane(reading, event));
  if (event.type === "branch-start" || event.type === "run-start") changes.set(event.branch, []);
  else if (event.type === "text-revise") for (const id of changes.keys()) note(changes, id, event);
  else if (isCorrection(event) && event.together === undefined) note(changes, event.branch, event);
}

function note(changes: Reading["changes"], branch: BranchId, event: RecordEvent): void {
  changes.set(branch, [...(changes.get(branch) ?? []), event]);
}

type Correction = Extract<RecordEvent, { readonly type: `${"node" | "edge"}-${"add" | "edit" | "retract"}` }>;

function isCorrection(event: RecordEvent): event is Correction {
  return /^(?:node|edge)-/u.test(event.type);
}

function toLane(
  { lanes, changes }: Reading,
  event: Extract<RecordEvent, { readonly type: "branch-start" }>,
): BranchLane {
  const { branch: id, parent, leavesOut, time } = event;
  const kind = leavesOut === "stale" ? "rerun" : "copy";
  const alike = [...lanes.values()].filter((lane) => lane.kind === kind);
  return {
    id,
    number: alike.length + 1,
    kind,
    parent,
    depth: (lanes.get(parent)?.depth ?? 0) + 1,
    causes: changes.get(parent) ?? [],
    startTime: time,
  };
}
