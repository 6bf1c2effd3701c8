/** A clinician's change to the graph of one branch, with the annotations that hold on to what changed. */
import { assertNever } from "../../shared/assert.ts";
import { anchorAgain, targetToKey } from "./anchors.ts";
import { addNode, addReason, editEdge, editNode, retract } from "./apply-graph.ts";
import type { GraphChange } from "./apply-graph.ts";
import { settle } from "./settle.ts";
import { withFlag } from "./case-state.ts";
import type { BranchState, CaseState, Making } from "./case-state.ts";
import type {
  EdgeAddEvent,
  EdgeEditEvent,
  EdgeRetractEvent,
  EventId,
  NodeAddEvent,
  NodeEditEvent,
  NodeRetractEvent,
  StaleSettleEvent,
} from "./events.ts";
import { readChain } from "./chain.ts";
import { checkCitations } from "./apply-text.ts";

export type GraphEvent =
  | NodeAddEvent
  | NodeEditEvent
  | NodeRetractEvent
  | EdgeAddEvent
  | EdgeEditEvent
  | EdgeRetractEvent
  | StaleSettleEvent;

/** The state after a person added, edited, retracted or settled a node or an edge. */
export function applyGraphEvent(state: CaseState, event: GraphEvent, position: number): CaseState {
  const branch = state.branches.get(event.branch);
  if (branch === undefined) return withFlag(state, event.id, "unknown-branch", event.branch);
  const making: Making = {
    event: event.id,
    position,
    ...(state.revision === undefined ? {} : { revision: state.revision }),
  };
  const next = placeChange(state, event.id, changeGraph(branch, event, making), changedId(event));
  const isWritten = event.type === "node-add" || event.type === "node-edit";
  return isWritten ? checkCitations(next, event.id, event.node, state.text) : next;
}

function changeGraph(branch: BranchState, event: GraphEvent, making: Making): GraphChange {
  const { position } = making;
  switch (event.type) {
    case "node-add":
      return addNode(branch, event.node, making, position);
    case "node-edit":
      return editNode(branch, event.node, event.id, position);
    case "node-retract":
      return retract(branch, event.node, "node", event.id, position);
    case "edge-add":
      return addReason(branch, event.edge, making, position);
    case "edge-edit":
      return editEdge(branch, event.edge, event.id, position);
    case "edge-retract":
      return retract(branch, event.edge, "edge", event.id, position);
    case "stale-settle":
      return settle(branch, event.target);
    default:
      return assertNever(event);
  }
}

function changedId(event: GraphEvent): string {
  if ("target" in event) return event.target;
  if ("node" in event) return typeof event.node === "string" ? event.node : event.node.id;
  return typeof event.edge === "string" ? event.edge : event.edge.id;
}

/** Puts a changed branch back, with its flag, and anchors again what is about the changed thing. */
export function placeChange(state: CaseState, event: EventId, change: GraphChange, id: string): CaseState {
  const branches = state.branches.with(change.branch.id, change.branch);
  const keys = idsChanged(change.branch, id).flatMap((changed) => [
    targetToKey("node", changed),
    targetToKey("edge", changed),
    targetToKey("case", changed),
  ]);
  const placed = anchorAgain({ ...state, branches }, keys);
  return change.flag === undefined ? placed : withFlag(placed, event, change.flag.type, change.flag.id);
}

/** What was taken out takes its links along, and theirs. */
function idsChanged(branch: BranchState, id: string): readonly string[] {
  const changed = new Set([id]);
  for (const gone of changed) {
    if (branch.nodes.has(gone) || branch.edges.has(gone)) continue;
    for (const link of readChain(branch.incident.get(gone))) changed.add(link);
  }
  return [...changed];
}
