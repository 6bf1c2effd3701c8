/**
 * What a person may do to the graph, each as the events it takes or the reason why it may not be: an illegal move is
 * refused before it is written, never drawn and then taken back. What was written in one go is taken back in one go.
 */
import type {
  ArgumentEdge,
  ArgumentGraph,
  ArgumentNode,
  EdgeId,
  NodeId,
  TargetId,
} from "../../domain/argument/graph.ts";
import {
  addEdge,
  addNode,
  removeEdge,
  removeNode,
  replaceEdge,
  replaceNode,
  type GraphProblem,
} from "../../domain/argument/graph-operations.ts";
import { readChain, type Chain } from "../../domain/record/chain.ts";
import type { BranchId, EventId } from "../../domain/record/events.ts";
import type { CaseView } from "../../domain/record/fold.ts";
import type { EventPayload } from "../../domain/record/read-payload.ts";
import { assertNever } from "../../shared/assert.ts";
import { err, ok, type Result } from "../../shared/result.ts";

export type Correction =
  /** A node with the links that tie it in: all of them or none. */
  | { readonly type: "add"; readonly node: ArgumentNode; readonly edges: readonly ArgumentEdge[] }
  | { readonly type: "edit-node"; readonly node: ArgumentNode }
  | { readonly type: "retract-node"; readonly node: NodeId }
  | { readonly type: "link"; readonly edge: ArgumentEdge }
  | { readonly type: "edit-edge"; readonly edge: ArgumentEdge }
  | { readonly type: "retract-edge"; readonly edge: EdgeId }
  /** What was out of date was looked at, and still holds. */
  | { readonly type: "settle"; readonly target: TargetId }
  /** Several that only make sense together, each on top of the one before: all of them or none. */
  | { readonly type: "together"; readonly corrections: readonly Correction[] };

type Outcome = Result<ArgumentGraph, GraphProblem>;

/** The events of a correction on a branch. */
export function draftCorrection(
  graph: ArgumentGraph,
  branch: BranchId,
  correction: Correction,
): Result<readonly EventPayload[], GraphProblem> {
  const tried = tryCorrection(graph, correction);
  return tried.ok ? ok(readSingle(correction).map((single) => toPayload(branch, single))) : tried;
}

/** The graph as it would be, or why it cannot be so. */
export function tryCorrection(graph: ArgumentGraph, correction: Correction): Outcome {
  let next = graph;
  for (const single of readSingle(correction)) {
    const changed = apply(next, single);
    if (!changed.ok) return changed;
    next = changed.value;
  }
  return ok(next);
}

type Single =
  | Exclude<Correction, { readonly type: "add" | "together" }>
  | { readonly type: "add-node"; readonly node: ArgumentNode };

function readSingle(correction: Correction): readonly Single[] {
  if (correction.type === "together") return correction.corrections.flatMap(readSingle);
  if (correction.type !== "add") return [correction];
  const { node, edges } = correction;
  return [{ type: "add-node", node }, ...edges.map((edge) => ({ type: "link", edge }) as const)];
}

function apply(graph: ArgumentGraph, single: Single): Outcome {
  switch (single.type) {
    case "add-node":
      return addNode(graph, single.node);
    case "edit-node":
      return replaceNode(graph, single.node);
    case "retract-node":
      return removeNode(graph, single.node);
    case "link":
      return addEdge(graph, single.edge);
    case "edit-edge":
      return replaceEdge(graph, single.edge);
    case "retract-edge":
      return removeEdge(graph, single.edge);
    case "settle":
      return has(graph, single.target) ? ok(graph) : err({ type: "unknown-id", id: single.target });
    default:
      return assertNever(single);
  }
}

function has({ nodes, edges }: ArgumentGraph, id: TargetId): boolean {
  return nodes.has(id) || edges.has(id);
}

function toPayload(branch: BranchId, single: Single): EventPayload {
  switch (single.type) {
    case "add-node":
      return { type: "node-add", branch, node: single.node };
    case "edit-node":
      return { type: "node-edit", branch, node: single.node };
    case "retract-node":
      return { type: "node-retract", branch, node: single.node };
    case "link":
      return { type: "edge-add", branch, edge: single.edge };
    case "edit-edge":
      return { type: "edge-edit", branch, edge: single.edge };
    case "retract-edge":
      return { type: "edge-retract", branch, edge: single.edge };
    case "settle":
      return { type: "stale-settle", branch, target: single.target };
    default:
      return assertNever(single);
  }
}

type Undoable = Pick<CaseView, "undoStack" | "redoStack" | "log">;

/** Takes back the latest change that stands, whole, its last event first; nothing where there is none. */
export function draftUndo(view: Undoable): readonly EventPayload[] {
  return readWhole(view, view.undoStack).map((change) => ({ type: "change-undo", change }));
}

/** Brings back what was taken back last, whole, its first event first; nothing where there is none. */
export function draftRedo(view: Undoable): readonly EventPayload[] {
  return readWhole(view, view.redoStack).map((change) => ({ type: "change-redo", change }));
}

/** The newest event of a stack and all in it that were written together with it. */
function readWhole(view: Undoable, stack: Chain<EventId>): readonly EventId[] {
  if (stack === undefined) return [];
  const change = changeOf(view, stack.first);
  return [...readChain(stack)].filter((id) => changeOf(view, id) === change);
}

/** An old record says nothing of what belongs together: each of its events stands alone. */
function changeOf({ log }: Undoable, id: EventId): EventId {
  return log.events[log.positions.get(id) ?? -1]?.together ?? id;
}
