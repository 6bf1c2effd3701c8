/** Reads a node or an edge of the argument graph from untrusted data, kind by kind. */
import { assertNever } from "../../shared/assert.ts";
import type {
  AnnotationNode,
  ArgumentEdge,
  ArgumentNode,
  Citation,
  ContraindicationNode,
  TreatmentNode,
  NodeKind,
  Stage,
} from "../argument/graph.ts";
import { dropUndefined } from "./fields.ts";
import type { Fields } from "./fields.ts";

const KINDS = [
  "finding",
  "calculation",
  "knowledge",
  "hypothesis",
  "inference",
  "uncertainty",
  "test",
  "treatment",
  "contraindication",
  "question",
  "annotation",
] as const satisfies readonly NodeKind[];

/** Reads a node; what is wrong is noted by the fields. */
export function readNode(fields: Fields): ArgumentNode {
  const base = {
    id: fields.id("id"),
    text: fields.text("text"),
    citations: fields.list("citations", readCitation),
    attribution: fields.choice("attribution", ["case", "calculated", "source", "model", "human"]),
    origin: fields.choice("origin", ["notation", "free-text", "scripted", "human"]),
    ...dropUndefined({
      stage: readStage(fields),
      baseScore: fields.maybe("baseScore", (name) => fields.number(name, 0, 1)),
      cluster: fields.maybe("cluster", fields.text),
    }),
  };
  return { ...base, ...readKindFields(fields, fields.choice("kind", KINDS)) };
}

function readStage(fields: Fields): Stage | undefined {
  const stage = fields.maybe("stage", (name) => {
    fields.number(name, 1, 3);
    return fields.integer(name, 1);
  });
  return stage === 1 || stage === 2 || stage === 3 ? stage : undefined;
}

type BaseField = "id" | "text" | "citations" | "attribution" | "origin" | "stage" | "baseScore" | "cluster";
type KindFields<Node> = Node extends ArgumentNode ? Omit<Node, BaseField> : never;

function readKindFields(fields: Fields, kind: NodeKind): KindFields<ArgumentNode> {
  const text = (name: string): string | undefined => fields.maybe(name, fields.text);
  switch (kind) {
    case "finding":
      return readFinding(fields);
    case "calculation":
      return {
        kind,
        inputs: fields.list("inputs", readInput),
        ...dropUndefined({
          calculatorId: text("calculatorId"),
          claimed: text("claimed"),
          recomputed: text("recomputed"),
        }),
      };
    case "knowledge":
      return { kind, ...dropUndefined({ source: text("source"), date: text("date") }) };
    case "hypothesis":
      return { kind, mustNotMiss: fields.flag("mustNotMiss"), ...dropUndefined({ tier: text("tier") }) };
    case "inference":
      return { kind, ...dropUndefined({ move: readMove(fields) }) };
    case "uncertainty":
      return { kind, wouldChange: fields.ids("wouldChange") };
    case "test":
      return { kind, ...dropUndefined({ ifPositive: text("ifPositive"), ifNegative: text("ifNegative") }) };
    case "treatment":
    case "contraindication":
      return readPlan(fields, kind);
    case "question":
    case "annotation":
      return readTalk(fields, kind);
    default:
      return assertNever(kind);
  }
}

function readMove(fields: Fields): "abduction" | "deduction" | "induction" | undefined {
  return fields.maybe("move", (name) => fields.choice(name, ["abduction", "deduction", "induction"]));
}

function readFinding(fields: Fields): KindFields<Extract<ArgumentNode, { kind: "finding" }>> {
  return {
    kind: "finding",
    polarity: fields.choice("polarity", ["present", "absent", "normal", "unknown"]),
    critical: fields.flag("critical"),
    ...dropUndefined({
      category: fields.maybe("category", fields.text),
      time: fields.maybe("time", fields.text),
      value: fields.maybe("value", (name) => fields.number(name, -Number.MAX_VALUE, Number.MAX_VALUE)),
      unit: fields.maybe("unit", fields.text),
      revealedAt: fields.maybe("revealedAt", (name) => fields.integer(name, 0)),
    }),
  };
}

function readPlan(
  fields: Fields,
  kind: "treatment" | "contraindication",
): KindFields<Extract<ArgumentNode, { kind: "treatment" | "contraindication" }>> {
  if (kind === "treatment") {
    const urgency: TreatmentNode["urgency"] = fields.maybe("urgency", (name) =>
      fields.choice(name, ["now", "soon", "later"]),
    );
    return { kind, ...dropUndefined({ goal: fields.maybe("goal", fields.text), urgency }) };
  }
  const severity: ContraindicationNode["severity"] = fields.maybe("severity", (name) =>
    fields.choice(name, ["caution", "serious", "absolute"]),
  );
  return { kind, ...dropUndefined({ severity, finding: fields.maybe("finding", fields.id) }) };
}

function readTalk(
  fields: Fields,
  kind: "question" | "annotation",
): KindFields<Extract<ArgumentNode, { kind: "question" | "annotation" }>> {
  if (kind === "question") {
    const status = fields.choice("status", ["open", "answered"]);
    const op = fields.maybe("op", fields.text);
    return { kind, status, ...dropUndefined({ op, target: fields.maybe("target", fields.id) }) };
  }
  const verdict: AnnotationNode["verdict"] = fields.maybe("verdict", (name) =>
    fields.choice(name, ["accept", "reject", "unsure"]),
  );
  const errorCode = fields.maybe("errorCode", fields.text);
  const author = fields.maybe("author", fields.text);
  return { kind, target: fields.id("target"), ...dropUndefined({ errorCode, verdict, author }) };
}

function readCitation(fields: Fields): Citation {
  return { sentence: fields.id("sentence"), ...dropUndefined({ span: fields.maybe("span", fields.pair) }) };
}

function readInput(fields: Fields): {
  readonly name: string;
  readonly value: string;
  readonly citation?: Citation;
} {
  const citation = fields.maybe("citation", (name) => readCitation(fields.nested(name)));
  return { name: fields.text("name"), value: fields.text("value"), ...dropUndefined({ citation }) };
}

/** Reads an edge; what is wrong is noted by the fields. */
export function readEdge(fields: Fields): ArgumentEdge {
  const base = {
    id: fields.id("id"),
    from: fields.id("from"),
    to: fields.id("to"),
    ...dropUndefined({
      scheme: fields.maybe("scheme", fields.text),
      rationale: fields.maybe("rationale", fields.text),
    }),
  };
  const kind = fields.choice("kind", ["supports", "attacks", "derives", "asks", "about"]);
  switch (kind) {
    case "supports":
      return { ...base, kind, weight: fields.number("weight", 0, 1) };
    case "attacks": {
      const attack = fields.choice("attack", ["rebut", "undermine", "undercut"]);
      return { ...base, kind, attack, weight: fields.number("weight", 0, 1) };
    }
    default:
      return { ...base, kind };
  }
}
