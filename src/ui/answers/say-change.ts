/** What a person changed, in words: "retracted “Abrupt pain”". What is gone is named as it was. */
import type { BranchState } from "../../domain/record/case-state.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import type { ArgumentGraph, EdgeId, NodeId, TargetId } from "../../domain/argument/graph.ts";
import { changeText } from "../text/branches.ts";
import { sayLink } from "./say-node.ts";

type Names = Pick<BranchState, "nodes" | "edges" | "withdrawn">;

/** Undefined for what is no change of graph or note. */
export function sayChange(branch: Names, event: RecordEvent): string | undefined {
  switch (event.type) {
    case "text-revise":
      return changeText.revised;
    case "node-add":
      return changeText.added(event.node.text);
    case "node-edit":
      return changeText.edited(event.node.text);
    case "node-retract":
      return changeText.retracted(nameNode(branch, event.node));
    case "edge-add":
      return changeText.linked(sayLink(namesOf(branch), event.edge));
    case "edge-edit":
      return changeText.editedLink(sayLink(namesOf(branch), event.edge));
    case "edge-retract":
      return changeText.retractedLink(nameEdge(branch, event.edge));
    case "stale-settle":
      return changeText.settled(nameAny(branch, event.target));
    default:
      return undefined;
  }
}

function nameAny(branch: Names, id: TargetId): string {
  const gone = branch.withdrawn.get(id)?.type;
  const isEdge = branch.edges.has(id) || (!branch.nodes.has(id) && gone === "edge");
  return isEdge ? nameEdge(branch, id) : nameNode(branch, id);
}

function nameNode({ nodes, withdrawn }: Names, id: NodeId): string {
  const gone = withdrawn.get(id);
  return nodes.get(id)?.text ?? (gone?.type === "node" ? gone.node.text : changeText.something);
}

function nameEdge(branch: Names, id: EdgeId): string {
  const gone = branch.withdrawn.get(id);
  const edge = branch.edges.get(id) ?? (gone?.type === "edge" ? gone.edge : undefined);
  return edge === undefined ? changeText.something : sayLink(namesOf(branch), edge);
}

/** Everything that has or had a name on the branch. */
function namesOf({ nodes, edges, withdrawn }: Names): ArgumentGraph {
  const named = { nodes: new Map(nodes), edges: new Map(edges) };
  for (const gone of withdrawn.values()) {
    if (gone.type === "node" && !named.nodes.has(gone.node.id)) named.nodes.set(gone.node.id, gone.node);
    if (gone.type === "edge" && !named.edges.has(gone.edge.id)) named.edges.set(gone.edge.id, gone.edge);
  }
  return named;
}
