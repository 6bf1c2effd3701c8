/** What a reading defines, points at and cites. */
import type { ArgumentNode, TargetId } from "../../argument/graph.ts";
import { assertNever } from "../../../shared/assert.ts";
import type { Reading } from "./statement.ts";

/** The id that a reading brings into the graph. */
export function definedId(reading: Reading): TargetId | undefined {
  if (reading.type === "node") return reading.node.id;
  return reading.type === "edge" ? reading.edge.id : undefined;
}

/** The ids that a reading needs someone to define. */
export function referencedIds(reading: Reading): readonly TargetId[] {
  switch (reading.type) {
    case "node":
      return nodeReferences(reading.node);
    case "edge":
      return [reading.edge.from, reading.edge.to];
    case "conclusion":
      return [reading.leader];
    case "unread":
      return [];
    default:
      return assertNever(reading);
  }
}

function nodeReferences(node: ArgumentNode): readonly TargetId[] {
  if (node.kind === "uncertainty") return node.wouldChange;
  const single =
    node.kind === "contraindication"
      ? node.finding
      : node.kind === "question" || node.kind === "annotation"
        ? node.target
        : undefined;
  return single === undefined ? [] : [single];
}

/** The sentences that a reading cites, a calculation's inputs included. */
export function citedSentences(reading: Reading): readonly string[] {
  if (reading.type !== "node") return [];
  const { node } = reading;
  const inputs = node.kind === "calculation" ? node.inputs.flatMap(({ citation }) => citation ?? []) : [];
  return [...node.citations, ...inputs].map(({ sentence }) => sentence);
}
