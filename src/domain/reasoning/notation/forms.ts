/**
 * The step notation as data: which words, numbers and fields each kind of statement may carry. The one source
 * behind the reader, the writer and the grammars that engines get, so that the three cannot drift apart.
 * Kinds and required fields: clinical foundation 2.6.
 */
import type { ArgumentEdge, Attribution, NodeKind, Origin } from "../../argument/graph.ts";

/** One word out of a few, written in the head of a line; the default is not written. */
export type WordField = {
  readonly name: string;
  readonly words: readonly string[];
  readonly unwritten?: string;
};

/** How the value of a field behind `|` is spelled. */
export type TailShape = "text" | "id" | "ids" | "quantity" | "integer" | "input";
export type TailField = {
  readonly key: string;
  readonly shape: TailShape;
  readonly many?: true;
  readonly required?: true;
};

export type NodeForm = {
  readonly kind: NodeKind;
  /** First letter of the ids that an engine's grammar allows: `f1`, `h2`. */
  readonly letter: string;
  readonly attribution: Attribution;
  /** Whether a model may only state this with a sentence of the case behind it. */
  readonly mustCite?: true;
  /** A clinician's own statement, which no grammar offers to a model. */
  readonly humanOnly?: true;
  readonly words: readonly WordField[];
  readonly tail: readonly TailField[];
};

const text = (key: string): TailField => ({ key, shape: "text" });

export const NODE_FORMS: readonly NodeForm[] = [
  {
    kind: "finding",
    letter: "f",
    attribution: "case",
    mustCite: true,
    words: [
      { name: "polarity", words: ["absent", "normal", "unknown"], unwritten: "present" },
      { name: "critical", words: ["critical"] },
    ],
    tail: [
      { key: "value", shape: "quantity" },
      text("unit"),
      text("category"),
      text("time"),
      { key: "revealed", shape: "integer" },
    ],
  },
  {
    kind: "calculation",
    letter: "c",
    attribution: "calculated",
    words: [],
    tail: [
      text("calculator"),
      { key: "input", shape: "input", many: true },
      text("claimed"),
      text("recomputed"),
    ],
  },
  { kind: "knowledge", letter: "k", attribution: "model", words: [], tail: [text("source"), text("date")] },
  {
    kind: "hypothesis",
    letter: "h",
    attribution: "model",
    words: [{ name: "mustNotMiss", words: ["must-not-miss"] }],
    tail: [text("tier")],
  },
  {
    kind: "inference",
    letter: "i",
    attribution: "model",
    words: [{ name: "move", words: ["abduction", "deduction", "induction"] }],
    tail: [],
  },
  {
    kind: "uncertainty",
    letter: "u",
    attribution: "model",
    words: [],
    tail: [{ key: "would change", shape: "ids" }],
  },
  {
    kind: "test",
    letter: "t",
    attribution: "model",
    words: [],
    tail: [text("if positive"), text("if negative")],
  },
  {
    kind: "treatment",
    letter: "r",
    attribution: "model",
    words: [{ name: "urgency", words: ["now", "soon", "later"] }],
    tail: [text("goal")],
  },
  {
    kind: "contraindication",
    letter: "x",
    attribution: "model",
    words: [{ name: "severity", words: ["caution", "serious", "absolute"] }],
    tail: [{ key: "finding", shape: "id" }],
  },
  {
    kind: "question",
    letter: "q",
    attribution: "model",
    words: [{ name: "status", words: ["answered"], unwritten: "open" }],
    tail: [text("op"), { key: "target", shape: "id" }],
  },
  {
    kind: "annotation",
    letter: "a",
    attribution: "human",
    humanOnly: true,
    words: [{ name: "verdict", words: ["accept", "reject", "unsure"] }],
    tail: [{ key: "target", shape: "id", required: true }, text("code"), text("author")],
  },
];

/** Words that any node may carry besides its own. */
export const STAGE_FIELD: WordField = { name: "stage", words: ["stage1", "stage2", "stage3"] };
const ATTRIBUTIONS: readonly Attribution[] = ["case", "calculated", "source", "model", "human"];
export const ATTRIBUTION_FIELD: WordField = { name: "attribution", words: ATTRIBUTIONS };
/** Where a node came from; only a file may say so, of a model's output the reader knows it. */
export const ORIGIN_BY_WORD = {
  "from-notation": "notation",
  "from-free-text": "free-text",
  "from-script": "scripted",
  "from-human": "human",
} as const satisfies Record<string, Origin>;
export const ORIGIN_FIELD: WordField = { name: "origin", words: Object.keys(ORIGIN_BY_WORD) };
/** Tail fields of every node, after its own. */
export const COMMON_TAIL: readonly TailField[] = [text("cluster")];

export type EdgeForm = {
  readonly verb: string;
  readonly kind: ArgumentEdge["kind"];
  readonly attack?: "rebut" | "undermine" | "undercut";
  /** Carries a strength in [0, 1]. */
  readonly weighted: boolean;
  readonly target: "node" | "edge" | "either";
  readonly humanOnly?: true;
};

export const EDGE_FORMS: readonly EdgeForm[] = [
  { verb: "supports", kind: "supports", weighted: true, target: "node" },
  { verb: "rebuts", kind: "attacks", attack: "rebut", weighted: true, target: "node" },
  { verb: "undermines", kind: "attacks", attack: "undermine", weighted: true, target: "node" },
  { verb: "undercuts", kind: "attacks", attack: "undercut", weighted: true, target: "edge" },
  { verb: "derives", kind: "derives", weighted: false, target: "node" },
  { verb: "asks", kind: "asks", weighted: false, target: "either" },
  { verb: "about", kind: "about", weighted: false, target: "either", humanOnly: true },
];
export const EDGE_TAIL: readonly TailField[] = [text("scheme")];

/** The word that opens the line naming the leader. */
export const CONCLUSION_WORD = "conclusion";

/** The form of a node kind. */
export function nodeFormOf(kind: NodeKind): NodeForm {
  const form = NODE_FORMS.find((candidate) => candidate.kind === kind);
  if (form === undefined) throw new Error(`No form for the node kind ${kind}`);
  return form;
}

/** The form of an edge, by what it does. */
export function edgeFormOf(edge: ArgumentEdge): EdgeForm {
  const attack = edge.kind === "attacks" ? edge.attack : undefined;
  const form = EDGE_FORMS.find((candidate) => candidate.kind === edge.kind && candidate.attack === attack);
  if (form === undefined) throw new Error(`No form for the edge kind ${edge.kind}`);
  return form;
}

/** The id of an edge that does not name one: `f12>h1`, which an undercut can point at without counting lines. */
export function defaultEdgeId(from: string, to: string): string {
  return `${from}>${to}`;
}
