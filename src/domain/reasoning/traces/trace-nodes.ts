/**
 * The nodes of a free-text reading, made when first needed, and the memory of what was last cited so that an
 * inference knows what it derives from. Local to one reading.
 */
import type { ArgumentGraph, Move, NodeId, Stage } from "../../argument/graph.ts";
import type { AnswerNames } from "./answer-names.ts";
import type { CaseIndex } from "./case-index.ts";
import { CONCLUDES, EXPECTS, PLANS, READS_RESULT } from "./cue-words.ts";
import { createGraphBuilder } from "./graph-builder.ts";
import type { EdgeReading } from "./graph-builder.ts";
import type { Hypotheses, ReadSentence } from "./hypotheses.ts";

type Topic = { readonly hypothesis: number; readonly isHead: boolean };

export type TraceNodes = {
  readonly finding: (item: number) => NodeId;
  readonly hypothesisId: (hypothesis: number) => NodeId;
  readonly hypothesis: (hypothesis: number) => NodeId;
  readonly inference: (sentence: ReadSentence, text: string) => NodeId;
  readonly interpret: (sentence: ReadSentence, text: string, findings: readonly NodeId[]) => boolean;
  /** A node for a sentence that doubts the findings it cites. */
  readonly doubt: (sentence: ReadSentence, text: string, findings: readonly NodeId[]) => void;
  readonly cite: (findings: readonly NodeId[], step: number) => void;
  /** The findings that were cited last. */
  readonly recent: () => readonly NodeId[];
  /** The diagnosis that a step is about: named by its head, or else last named in it. */
  readonly topic: (step: number) => Topic | undefined;
  readonly setTopic: (step: number, hypothesis: number, isHead: boolean) => void;
  readonly conclude: (answer: AnswerNames, text: string) => NodeId;
  readonly plan: (kind: "test" | "treatment", name: string) => NodeId;
  readonly forbid: (sentence: ReadSentence, text: string) => NodeId;
  readonly support: (from: NodeId, to: NodeId, weight: number, reading: EdgeReading) => void;
  readonly attack: (from: NodeId, to: NodeId, weight: number, reading: EdgeReading) => void;
  readonly takeFresh: () => readonly NodeId[];
  readonly build: () => ArgumentGraph;
};

const MOST_SOURCES = 6;

/** Empty, ready for the first sentence. */
export function createTraceNodes(caseIndex: CaseIndex, hypotheses: Hypotheses): TraceNodes {
  const builder = createGraphBuilder();
  const memory = createMemory();
  const ids = createIds();
  const node = { origin: "free-text", attribution: "model", citations: [] } as const;
  const hypothesisId = (hypothesis: number): NodeId =>
    ids.idOf("h", hypotheses.names[hypothesis]?.display ?? "");
  const addInference = (text: string, key: string): NodeId =>
    builder.addNode({ ...node, kind: "inference", id: ids.idOf("i", key), text, ...readMove(text) });
  const derive = (inference: NodeId, sources: readonly NodeId[], chains: boolean): void => {
    for (const source of sources.slice(-MOST_SOURCES)) builder.derive(source, inference);
    const before = memory.lastInference();
    if (before !== undefined && (chains || sources.length === 0)) builder.derive(before, inference);
    else if (sources.length === 0) memory.owe(inference);
    memory.infer(inference);
  };
  const inference = (sentence: ReadSentence, text: string): NodeId => {
    const words = text.slice(sentence.start, sentence.end);
    const key = String(sentence.start);
    if (ids.has("i", key)) return ids.idOf("i", key);
    const id = addInference(words, key);
    derive(id, memory.recent(), CONCLUDES.test(words));
    return id;
  };
  return {
    finding: (item) => addFinding(builder, caseIndex, ids, item),
    hypothesisId,
    hypothesis: (hypothesis) => {
      const id = hypothesisId(hypothesis);
      const text = hypotheses.names[hypothesis]?.display ?? "";
      return builder.addNode({ ...node, kind: "hypothesis", id, text, stage: 2, mustNotMiss: false });
    },
    inference,
    interpret: (sentence, text, findings) => {
      if (findings.length === 0) return false;
      inference(sentence, text);
      return true;
    },
    doubt: (sentence, text, findings) => {
      if (findings.length === 0) return;
      const words = text.slice(sentence.start, sentence.end);
      const id = addInference(words, `doubt ${sentence.start}`);
      for (const finding of findings) builder.attack(id, finding, 0.3, { rationale: words.slice(0, 300) });
    },
    cite: (findings, step) => {
      // A claim made before anything was cited gets its grounds from what is cited next.
      for (const claim of findings.length > 0 ? memory.takeOwed() : []) {
        for (const finding of findings) builder.derive(finding, claim);
      }
      memory.cite(findings, step);
    },
    recent: memory.recent,
    topic: (step) => (memory.topic()?.step === step ? memory.topic() : undefined),
    setTopic: (step, hypothesis, isHead) => memory.setTopic({ step, hypothesis, isHead }),
    conclude: (answer, text) => {
      const words = text.slice(answer.start, answer.start + 300).trim();
      const id = addInference(words, "answer");
      const premises = findPremises(builder.build(), id);
      for (const premise of premises) builder.derive(premise, id);
      if (premises.length === 0) derive(id, memory.recent(), true);
      return id;
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
    support: builder.support,
    attack: builder.attack,
    takeFresh: ids.takeFresh,
    build: builder.build,
  };
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

function addFinding(
  builder: ReturnType<typeof createGraphBuilder>,
  caseIndex: CaseIndex,
  ids: ReturnType<typeof createIds>,
  item: number,
): NodeId {
  const found = caseIndex.items[item];
  const id = ids.idOf("f", String(item));
  if (found === undefined) return id;
  return builder.addNode({
    kind: "finding",
    id,
    text: found.text,
    citations: [found.citation],
    attribution: "case",
    origin: "free-text",
    polarity: found.polarity,
    critical: false,
  });
}

/** Short ids in the order of first use: `f1`, `h1`, `i1`. */
function createIds(): {
  readonly idOf: (prefix: string, key: string) => NodeId;
  readonly has: (prefix: string, key: string) => boolean;
  readonly takeFresh: () => readonly NodeId[];
} {
  const byKey = new Map<string, NodeId>();
  const counts = new Map<string, number>();
  let fresh: NodeId[] = [];
  return {
    has: (prefix, key) => byKey.has(`${prefix} ${key}`),
    idOf: (prefix, key) => {
      const known = byKey.get(`${prefix} ${key}`);
      if (known !== undefined) return known;
      const count = (counts.get(prefix) ?? 0) + 1;
      counts.set(prefix, count);
      const id = `${prefix}${count}`;
      byKey.set(`${prefix} ${key}`, id);
      fresh.push(id);
      return id;
    },
    takeFresh: () => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}

/** What was last cited and inferred: the findings of this step, or of the last step that cited any. */
function createMemory(): {
  readonly cite: (findings: readonly NodeId[], step: number) => void;
  readonly recent: () => readonly NodeId[];
  readonly infer: (inference: NodeId) => void;
  readonly lastInference: () => NodeId | undefined;
  readonly owe: (inference: NodeId) => void;
  readonly takeOwed: () => readonly NodeId[];
  readonly topic: () => (Topic & { readonly step: number }) | undefined;
  readonly setTopic: (topic: Topic & { readonly step: number }) => void;
} {
  let topic: (Topic & { readonly step: number }) | undefined;
  let owed: readonly NodeId[] = [];
  let recent: readonly NodeId[] = [];
  let step = -1;
  let inference: NodeId | undefined;
  return {
    cite: (findings, at) => {
      if (findings.length === 0) return;
      const kept = at === step ? recent.filter((id) => !findings.includes(id)) : [];
      recent = [...kept, ...findings].slice(-MOST_SOURCES);
      step = at;
    },
    recent: () => recent,
    infer: (id) => {
      inference = id;
    },
    lastInference: () => inference,
    owe: (id) => {
      owed = [...owed, id];
    },
    topic: () => topic,
    setTopic: (next) => {
      topic = next;
    },
    takeOwed: () => {
      const taken = owed;
      owed = [];
      return taken;
    },
  };
}

function readMove(text: string): { readonly move?: Move; readonly stage: Stage } {
  const stage = PLANS.test(text) && /\b(?:treat\w*|therap\w+|surg\w+|manag\w+)\b/iu.test(text) ? 3 : 2;
  if (READS_RESULT.test(text)) return { stage, move: "induction" };
  if (EXPECTS.test(text)) return { stage, move: "deduction" };
  return CONCLUDES.test(text) ? { stage, move: "abduction" } : { stage };
}
