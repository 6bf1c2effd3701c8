/**
 * The nodes that stand for a sentence of the trace: an inference, a doubt about findings, the conclusion; and what
 * each of them derives from.
 */
import type { ArgumentGraph, Move, NodeId, Stage } from "../../argument/graph.ts";
import type { AnswerNames } from "./answer-names.ts";
import { CONCLUDES, EXPECTS, PLANS, READS_RESULT } from "./cue-words.ts";
import type { GraphBuilder } from "./graph-builder.ts";
import { MOST_SOURCES } from "./trace-memory.ts";
import type { NodeIds, TraceMemory } from "./trace-memory.ts";
import type { ReadSentence } from "./trace-sentences.ts";

export type InferenceNodes = {
  /** The inference of a sentence, made once. */
  readonly inference: (sentence: ReadSentence, text: string) => NodeId;
  /** A node for a sentence that doubts the findings it cites. */
  readonly doubt: (sentence: ReadSentence, text: string, findings: readonly NodeId[]) => void;
  /** The node of the stated answer. */
  readonly conclude: (answer: AnswerNames, text: string) => NodeId;
};

/** How firmly a doubt speaks against the finding it is about: design choice. */
const DOUBT_WEIGHT = 0.3;

/** Makes such nodes in the given graph. */
export function createInferenceNodes(
  builder: GraphBuilder,
  memory: TraceMemory,
  ids: NodeIds,
): InferenceNodes {
  const add = (text: string, key: string): NodeId =>
    builder.addNode({
      kind: "inference",
      id: ids.idOf("i", key),
      text,
      citations: [],
      attribution: "model",
      origin: "free-text",
      ...readMove(text),
    });
  return {
    inference: (sentence, text) => {
      const words = text.slice(sentence.start, sentence.end);
      const key = String(sentence.start);
      if (ids.has("i", key)) return ids.idOf("i", key);
      const id = add(words, key);
      derive(builder, memory, id, CONCLUDES.test(words));
      return id;
    },
    doubt: (sentence, text, findings) => {
      if (findings.length === 0) return;
      const words = text.slice(sentence.start, sentence.end);
      // It derives from nothing: what leads to it may rest on the findings it doubts.
      const id = add(words, `doubt ${sentence.start}`);
      for (const finding of findings) {
        builder.attack(id, finding, DOUBT_WEIGHT, { rationale: words.slice(0, 300) });
      }
    },
    conclude: (answer, text) => {
      const id = add(
        text
          .slice(answer.start, answer.start + 300)
          .replace(/```[^]*$/u, "")
          .trim(),
        "answer",
      );
      const premises = findPremises(builder.build(), id);
      for (const premise of premises) builder.derive(premise, id);
      if (premises.length === 0) derive(builder, memory, id, true);
      return id;
    },
  };
}

/** From the findings cited last and, where it draws together or nothing was cited, from the inference before. */
function derive(builder: GraphBuilder, memory: TraceMemory, inference: NodeId, chains: boolean): void {
  const sources = memory.recent();
  for (const source of sources.slice(-MOST_SOURCES)) builder.derive(source, inference);
  const before = memory.lastInference();
  if (before !== undefined && (chains || sources.length === 0)) builder.derive(before, inference);
  else if (sources.length === 0) memory.owe(inference);
  memory.infer(inference);
}

/**
 * What an answer rests on: the inferences that led to nothing else, and for each diagnosis or plan that was weighed
 * the firmest reason given, since an answer is drawn from its rivals too.
 */
function findPremises(graph: ArgumentGraph, conclusion: NodeId): readonly NodeId[] {
  const used = new Set([...graph.edges.values()].map((edge) => edge.from));
  const premises = new Set<NodeId>();
  for (const node of graph.nodes.values()) {
    if (node.kind === "inference" && node.id !== conclusion && !used.has(node.id)) premises.add(node.id);
  }
  const firmest = new Map<NodeId, { readonly from: NodeId; readonly weight: number }>();
  for (const edge of graph.edges.values()) {
    if (edge.kind !== "supports" && edge.kind !== "attacks") continue;
    const source = graph.nodes.get(edge.from)?.kind;
    if ((source !== "finding" && source !== "inference") || graph.nodes.get(edge.to)?.kind === "finding")
      continue;
    if ((firmest.get(edge.to)?.weight ?? 0) < edge.weight) firmest.set(edge.to, edge);
  }
  for (const { from } of firmest.values()) premises.add(from);
  return [...premises];
}

function readMove(text: string): { readonly move?: Move; readonly stage: Stage } {
  const stage = PLANS.test(text) && /\b(?:treat\w*|therap\w+|surg\w+|manag\w+)\b/iu.test(text) ? 3 : 2;
  if (READS_RESULT.test(text)) return { stage, move: "induction" };
  if (EXPECTS.test(text)) return { stage, move: "deduction" };
  return CONCLUDES.test(text) ? { stage, move: "abduction" } : { stage };
}
