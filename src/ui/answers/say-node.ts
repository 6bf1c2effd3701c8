/** What every picture of the argument says about a node and a link, in the same words. */
import type {
  ArgumentEdge,
  ArgumentGraph,
  ArgumentNode,
  NodeId,
  TargetId,
} from "../../domain/argument/graph.ts";
import { strengthWord, weightWord } from "../../domain/argument/strength/words.ts";
import type { Argument } from "../desk/use-argument.ts";
import { strengthWords } from "../text/answers.ts";
import { weightWords } from "../text/corrections.ts";
import { dialogueText, linkWords } from "../text/dialogue.ts";
import { standingWords } from "../text/marks.ts";
import { outlineText } from "../text/outline.ts";

/** From here a strength is full on the screen. */
const FULL_FROM = 0.995;

/**
 * The strength of a node in words; none for questions and remarks. A finding that nothing casts doubt on is not argued
 * for: it is taken as given.
 */
export function sayStrength({ strengths }: Pick<Argument, "strengths">, id: NodeId): string | undefined {
  const strength = strengths.byNode.get(id);
  if (strength === undefined) return undefined;
  const isGiven = strengths.graph.nodes.get(id)?.kind === "finding" && strength >= FULL_FROM;
  return isGiven ? dialogueText.given : strengthWords[strengthWord(strength)];
}

/** How much a link counts, in words; none where it carries no strength. */
export function sayWeight(edge: ArgumentEdge): string | undefined {
  return "weight" in edge ? weightWords[weightWord(edge.weight)] : undefined;
}

/** What is marked on a node. */
export function sayMarks({ leader, stale, marked }: Argument, node: ArgumentNode): readonly string[] {
  return [
    node.id === leader ? outlineText.leading : undefined,
    node.kind === "hypothesis" && node.mustNotMiss ? outlineText.mustNotMiss : undefined,
    node.kind === "finding" && node.polarity !== "present" ? outlineText.polarity[node.polarity] : undefined,
    stale?.has(node.id) ? outlineText.stale : undefined,
    standingWords[marked?.get(node.id) ?? "none"],
  ].filter((mark) => mark !== undefined);
}

/** A node or link by its name; a link's name is its two ends and what it does. */
export function nameTarget(graph: ArgumentGraph, id: TargetId): string {
  const node = graph.nodes.get(id);
  if (node !== undefined) return node.text;
  const edge = graph.edges.get(id);
  return edge === undefined ? outlineText.gone : outlineText.linkOf(sayLink(graph, edge));
}

/** A link as a sentence. What it points at, when that is a link itself, is named by the two ends only. */
export function sayLink(graph: ArgumentGraph, edge: ArgumentEdge): string {
  const target = graph.edges.get(edge.to);
  const to =
    target === undefined
      ? endOf(graph, edge.to)
      : `${endOf(graph, target.from)} → ${endOf(graph, target.to)}`;
  return `${endOf(graph, edge.from)} ${linkWords(edge)} ${to}`;
}

function endOf(graph: ArgumentGraph, id: TargetId): string {
  return graph.nodes.get(id)?.text ?? outlineText.gone;
}
