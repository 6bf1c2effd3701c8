/**
 * Which edges are legal (clinical foundation 2.6, "Legal moves"; 2.1, "a decision may never attack a belief").
 * By kinds alone for grammars and menus, and against a whole graph for the operations that add an edge.
 */
import { err, ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import { FAMILY_BY_KIND } from "./graph.ts";
import type { ArgumentEdge, ArgumentGraph, NodeId, NodeKind, TargetId } from "./graph.ts";

/** An edge kind, with attacks told apart. */
export type MoveName = "supports" | "rebut" | "undermine" | "undercut" | "derives" | "asks" | "about";

/** Why two kinds may not be linked so. */
export type KindReason =
  | "only-questions-ask"
  | "only-annotations-comment"
  | "talk-carries-no-argument"
  | "undercut-aims-at-an-edge"
  | "aims-at-a-node"
  | "findings-are-only-undermined"
  | "calculations-are-only-undermined"
  | "undermine-aims-at-findings-and-calculations"
  | "knowledge-is-not-supported"
  | "plans-support-nothing"
  | "plans-attack-plans-only"
  | "contraindications-attack-treatments-only"
  | "hypotheses-compete-by-strength"
  | "derives-from-findings-calculations-and-steps"
  | "derives-to-calculations-and-steps";

export type IllegalMove =
  | { readonly type: "illegal-kinds"; readonly reason: KindReason }
  | { readonly type: "unknown-end"; readonly id: TargetId }
  | { readonly type: "points-at-itself" }
  | { readonly type: "weight-out-of-range" }
  | { readonly type: "carries-no-strength"; readonly id: TargetId }
  | { readonly type: "already-linked"; readonly edgeId: string };

/** Why this move is illegal between these kinds; undefined when it is legal. */
export function whyIllegal(move: MoveName, from: NodeKind, to: NodeKind | "edge"): KindReason | undefined {
  if (move === "asks") return from === "question" ? undefined : "only-questions-ask";
  if (move === "about") return from === "annotation" ? undefined : "only-annotations-comment";
  if (isTalk(from) || isTalk(to)) return "talk-carries-no-argument";
  if (move === "derives") return whyIllegalDerivation(from, to);
  if (move === "supports") return whyIllegalSupport(from, to);
  return whyIllegalAttack(move, from, to);
}

function whyIllegalDerivation(from: NodeKind, to: NodeKind | "edge"): KindReason | undefined {
  if (to === "edge") return "aims-at-a-node";
  if (to === "finding") return "findings-are-only-undermined";
  if (to !== "inference" && to !== "calculation") return "derives-to-calculations-and-steps";
  const isSource = from === "finding" || from === "calculation" || from === "inference";
  return isSource ? undefined : "derives-from-findings-calculations-and-steps";
}

function whyIllegalSupport(from: NodeKind, to: NodeKind | "edge"): KindReason | undefined {
  if (to === "edge") return "aims-at-a-node";
  if (FAMILY_BY_KIND[from] === "plan") return "plans-support-nothing";
  if (to === "finding") return "findings-are-only-undermined";
  if (to === "calculation") return "calculations-are-only-undermined";
  return to === "knowledge" ? "knowledge-is-not-supported" : undefined;
}

function whyIllegalAttack(
  move: "rebut" | "undermine" | "undercut",
  from: NodeKind,
  to: NodeKind | "edge",
): KindReason | undefined {
  if (from === "contraindication" && to !== "treatment") return "contraindications-attack-treatments-only";
  if (FAMILY_BY_KIND[from] === "plan" && (to === "edge" || FAMILY_BY_KIND[to] !== "plan"))
    return "plans-attack-plans-only";
  if (move === "undercut") return to === "edge" ? undefined : "undercut-aims-at-an-edge";
  if (to === "edge") return "aims-at-a-node";
  if (from === "hypothesis" && to === "hypothesis") return "hypotheses-compete-by-strength";
  const isMeasured = to === "finding" || to === "calculation";
  if (move === "undermine") return isMeasured ? undefined : "undermine-aims-at-findings-and-calculations";
  if (to === "finding") return "findings-are-only-undermined";
  return to === "calculation" ? "calculations-are-only-undermined" : undefined;
}

function isTalk(kind: NodeKind | "edge"): boolean {
  return kind !== "edge" && FAMILY_BY_KIND[kind] === "talk";
}

/** The move that an edge makes. */
function moveOf(edge: ArgumentEdge): MoveName {
  return edge.kind === "attacks" ? edge.attack : edge.kind;
}

/** Whether the edge may stand in this graph. An edge of the same id already there is not held against it. */
export function checkEdge(graph: ArgumentGraph, edge: ArgumentEdge): Result<ArgumentEdge, IllegalMove> {
  const from = graph.nodes.get(edge.from);
  if (from === undefined) return err({ type: "unknown-end", id: edge.from });
  const targetNode = graph.nodes.get(edge.to);
  const targetEdge = targetNode === undefined ? graph.edges.get(edge.to) : undefined;
  if (targetNode === undefined && targetEdge === undefined) return err({ type: "unknown-end", id: edge.to });
  if (edge.to === edge.from || edge.to === edge.id) return err({ type: "points-at-itself" });
  const reason = whyIllegal(moveOf(edge), from.kind, targetNode?.kind ?? "edge");
  if (reason !== undefined && !isAnswer(graph, edge, reason)) return err({ type: "illegal-kinds", reason });
  if ("weight" in edge && !(edge.weight >= 0 && edge.weight <= 1))
    return err({ type: "weight-out-of-range" });
  if (moveOf(edge) === "undercut" && targetEdge !== undefined && !("weight" in targetEdge)) {
    return err({ type: "carries-no-strength", id: edge.to });
  }
  const twin = findTwin(graph, edge);
  return twin === undefined ? ok(edge) : err({ type: "already-linked", edgeId: twin });
}

/** An answer derives from whatever its question asks about (2.6, row `asks`). */
function isAnswer(graph: ArgumentGraph, edge: ArgumentEdge, reason: KindReason): boolean {
  return reason === "derives-from-findings-calculations-and-steps" && isAskedAbout(graph, edge.from);
}

function isAskedAbout(graph: ArgumentGraph, id: NodeId): boolean {
  for (const edge of graph.edges.values()) if (edge.kind === "asks" && edge.to === id) return true;
  for (const node of graph.nodes.values()) if (node.kind === "question" && node.target === id) return true;
  return false;
}

function findTwin(graph: ArgumentGraph, edge: ArgumentEdge): string | undefined {
  for (const other of graph.edges.values()) {
    if (other.id === edge.id || other.from !== edge.from || other.to !== edge.to) continue;
    if (moveOf(other) === moveOf(edge)) return other.id;
  }
  return undefined;
}
