/**
 * The nodes of a free-text reading, made when first needed. Local to one reading.
 */
import type { ArgumentGraph, NodeId } from "../../argument/graph.ts";
import type { CaseIndex } from "./case-index.ts";
import { itemPolarity } from "./case-items.ts";
import { createGraphBuilder } from "./graph-builder.ts";
import type { EdgeReading, GraphBuilder } from "./graph-builder.ts";
import type { Hypotheses } from "./hypotheses.ts";
import { createInferenceNodes } from "./inference-nodes.ts";
import type { InferenceNodes } from "./inference-nodes.ts";
import { createIds, createMemory } from "./trace-memory.ts";
import type { NodeIds, Topic } from "./trace-memory.ts";
import type { ReadSentence } from "./trace-sentences.ts";

export type TraceNodes = InferenceNodes & {
  readonly finding: (item: number) => NodeId;
  readonly hypothesisId: (hypothesis: number) => NodeId;
  readonly hypothesis: (hypothesis: number) => NodeId;
  readonly plan: (kind: "test" | "treatment", name: string) => NodeId;
  readonly forbid: (sentence: ReadSentence, text: string) => NodeId;
  readonly cite: (findings: readonly NodeId[], step: number) => void;
  readonly recent: () => readonly NodeId[];
  readonly topic: (step: number) => Topic | undefined;
  readonly setTopic: (topic: Topic) => void;
  readonly support: (from: NodeId, to: NodeId, weight: number, reading: EdgeReading) => void;
  readonly attack: (from: NodeId, to: NodeId, weight: number, reading: EdgeReading) => void;
  readonly takeFresh: () => readonly NodeId[];
  readonly build: () => ArgumentGraph;
};

/** Empty, ready for the first sentence. */
export function createTraceNodes(caseIndex: CaseIndex, hypotheses: Hypotheses): TraceNodes {
  const builder = createGraphBuilder();
  const memory = createMemory();
  const ids = createIds();
  const node = { origin: "free-text", attribution: "model", citations: [] } as const;
  const nameOf = (hypothesis: number): string => hypotheses.names[hypothesis]?.display ?? "";
  const hypothesisId = (hypothesis: number): NodeId => ids.idOf("h", nameOf(hypothesis));
  return {
    ...createInferenceNodes(builder, memory, ids),
    finding: (item) => addFinding(builder, caseIndex, ids, item),
    hypothesisId,
    hypothesis: (hypothesis) => {
      const id = hypothesisId(hypothesis);
      const text = nameOf(hypothesis);
      return builder.addNode({ ...node, kind: "hypothesis", id, text, stage: 2, mustNotMiss: false });
    },
    plan: (kind, name) => {
      const id = ids.idOf(kind === "test" ? "t" : "r", name.toLowerCase());
      return builder.addNode({ ...node, kind, id, text: name, stage: kind === "test" ? 1 : 3 });
    },
    forbid: (sentence, text) => {
      const id = ids.idOf("x", String(sentence.start));
      const words = text.slice(sentence.start, sentence.end);
      return builder.addNode({ ...node, kind: "contraindication", id, text: words, stage: 3 });
    },
    cite: (findings, step) => {
      // A claim made before anything was cited gets its grounds from what is cited next.
      for (const claim of findings.length > 0 ? memory.takeOwed() : []) {
        for (const finding of findings) builder.derive(finding, claim);
      }
      memory.cite(findings, step);
    },
    recent: memory.recent,
    topic: memory.topic,
    setTopic: memory.setTopic,
    support: builder.support,
    attack: builder.attack,
    takeFresh: ids.takeFresh,
    build: builder.build,
  };
}

function addFinding(builder: GraphBuilder, caseIndex: CaseIndex, ids: NodeIds, item: number): NodeId {
  const found = caseIndex.items[item];
  const id = ids.idOf("f", String(item));
  if (found === undefined) return id;
  return builder.addNode({
    kind: "finding",
    id,
    text: found.text,
    citations: found.citations,
    attribution: "case",
    origin: "free-text",
    polarity: itemPolarity(found),
    critical: false,
  });
}
