/**
 * What a person may do to the graph, each as the events it takes or the reason why it may not be: an illegal move is
 * refused before it is written, never drawn and then taken back.
 */
import type {
  ArgumentEdge,
  ArgumentGraph,
  ArgumentNode,
  EdgeId,
  NodeId,
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
import type { BranchId } from "../../domain/record/events.ts";
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
  | { readonly type: "retract-edge"; readonly edge: EdgeId };

type Draft = Result<readonly EventPayload[], GraphProblem>;

/** The events of a correction on a branch. */
export function draftCorrection(graph: ArgumentGraph, branch: BranchId, correction: Correction): Draft {
  switch (correction.type) {
    case "add":
      return draftAdd(graph, branch, correction.node, correction.edges);
    case "edit-node":
      return draft(replaceNode(graph, correction.node), { type: "node-edit", branch, node: correction.node });
    case "retract-node":
      return draft(removeNode(graph, correction.node), {
        type: "node-retract",
        branch,
        node: correction.node,
      });
    case "link":
      return draft(addEdge(graph, correction.edge), { type: "edge-add", branch, edge: correction.edge });
    case "edit-edge":
      return draft(replaceEdge(graph, correction.edge), { type: "edge-edit", branch, edge: correction.edge });
    case "retract-edge":
      return draft(removeEdge(graph, correction.edge), {
        type: "edge-retract",
        branch,
        edge: correction.edge,
      });
    default:
      return assertNever(correction);
  }
}

function draft(changed: Result<ArgumentGraph, GraphProblem>, payload: EventPayload): Draft {
  return changed.ok ? ok([payload]) : changed;
}

function draftAdd(
  graph: ArgumentGraph,
  branch: BranchId,
  node: ArgumentNode,
  edges: readonly ArgumentEdge[],
): Draft {
  const added = addNode(graph, node);
  if (!added.ok) return added;
  let next = added.value;
  for (const edge of edges) {
    const linked = addEdge(next, edge);
    if (!linked.ok) return err(linked.error);
    next = linked.value;
  }
  return ok([
    { type: "node-add", branch, node },
    ...edges.map((edge): EventPayload => ({ type: "edge-add", branch, edge })),
  ]);
}

/** Takes back the latest change that stands; undefined when there is none. */
export function draftUndo({ undoStack }: CaseView): EventPayload | undefined {
  return undoStack === undefined ? undefined : { type: "change-undo", change: undoStack.first };
}

/** Brings back what was taken back last; undefined when there is none. */
export function draftRedo({ redoStack }: CaseView): EventPayload | undefined {
  return redoStack === undefined ? undefined : { type: "change-redo", change: redoStack.first };
}
