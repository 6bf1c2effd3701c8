/** What things of the graph are called in a sentence. */
import type { ArgumentGraph, TargetId } from "../../domain/argument/graph.ts";
import { targetToSentence } from "../../domain/argument/explanations/sentence.ts";
import { dialogueText, linkWords } from "../text/dialogue.ts";

/** A node by its own words; a link by those of its ends. */
export function targetWords(graph: ArgumentGraph, id: TargetId | undefined): string {
  if (id === undefined || id === "") return dialogueText.aboutCase;
  const node = graph.nodes.get(id);
  if (node !== undefined) return node.text;
  const sentence = targetToSentence(id);
  if (sentence !== undefined) return dialogueText.sentence(sentence);
  const edge = graph.edges.get(id);
  if (edge === undefined) return dialogueText.gone;
  return `${endWords(graph, edge.from)} ${linkWords(edge)} ${endWords(graph, edge.to)}`;
}

/** A link's end; a link that another one weakens is named by its own ends, and no deeper. */
function endWords(graph: ArgumentGraph, id: TargetId): string {
  const edge = graph.edges.get(id);
  const node = graph.nodes.get(id);
  if (node !== undefined || edge === undefined) return node?.text ?? dialogueText.gone;
  const [from, to] = [graph.nodes.get(edge.from)?.text, graph.nodes.get(edge.to)?.text];
  return `${from ?? dialogueText.gone} → ${to ?? dialogueText.gone}`;
}
