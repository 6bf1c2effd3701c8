/** Line fields to node: the reverse of `node-fields.ts`, which never fails; what does not fit is flagged. */
import type {
  AnnotationNode,
  ArgumentNode,
  CalculationNode,
  Citation,
  ContraindicationNode,
  FindingNode,
  InferenceNode,
  NodeKind,
  TreatmentNode,
} from "../../argument/graph.ts";
import { assertNever } from "../../../shared/assert.ts";
import { splitUnescaped, trimBlanks, unescapeText } from "./escapes.ts";
import { given } from "./given.ts";
import { readCitations, readId, splitIds } from "./line-parts.ts";
import type { LineFields } from "./node-fields.ts";
import { NUMBER, short } from "./numbers.ts";
import type { StatementFlag } from "./statement.ts";

export type NodeBase = Pick<
  ArgumentNode,
  "id" | "text" | "citations" | "attribution" | "origin" | "stage" | "baseScore" | "cluster"
>;
type Flag = (flag: StatementFlag) => void;

/** Builds the node of a line from its fields. */
export function fieldsToNode(kind: NodeKind, base: NodeBase, fields: LineFields, flag: Flag): ArgumentNode {
  const text = (key: string) => readText(fields, key);
  const id = (key: string) => readReference(fields, key);
  switch (kind) {
    case "finding":
      return findingNode(base, fields, flag);
    case "calculation":
      return calculationNode(base, fields, flag);
    case "knowledge":
      return { ...base, kind, ...given("source", text("source")), ...given("date", text("date")) };
    case "hypothesis":
      return { ...base, kind, mustNotMiss: fields.words.has("mustNotMiss"), ...given("tier", text("tier")) };
    case "inference":
      return {
        ...base,
        kind,
        ...given("move", pick<NonNullable<InferenceNode["move"]>>(fields, "move", MOVES)),
      };
    case "uncertainty":
      return { ...base, kind, wouldChange: readReferences(fields, "would change") };
    case "test":
      return {
        ...base,
        kind,
        ...given("ifPositive", text("if positive")),
        ...given("ifNegative", text("if negative")),
      };
    case "treatment":
      return {
        ...base,
        kind,
        ...given("urgency", pick(fields, "urgency", URGENCIES)),
        ...given("goal", text("goal")),
      };
    case "contraindication":
      return {
        ...base,
        kind,
        ...given("severity", pick(fields, "severity", SEVERITIES)),
        ...given("finding", id("finding")),
      };
    case "question":
      return {
        ...base,
        kind,
        status: fields.words.get("status") === "answered" ? "answered" : "open",
        ...given("op", text("op")),
        ...given("target", id("target")),
      };
    case "annotation":
      return annotationNode(base, fields, flag);
    default:
      return assertNever(kind);
  }
}

const MOVES: readonly NonNullable<InferenceNode["move"]>[] = ["abduction", "deduction", "induction"];
const URGENCIES: readonly NonNullable<TreatmentNode["urgency"]>[] = ["now", "soon", "later"];
const SEVERITIES: readonly NonNullable<ContraindicationNode["severity"]>[] = [
  "caution",
  "serious",
  "absolute",
];
const POLARITIES: readonly FindingNode["polarity"][] = ["present", "absent", "normal", "unknown"];
const VERDICTS: readonly NonNullable<AnnotationNode["verdict"]>[] = ["accept", "reject", "unsure"];

function pick<Word extends string>(
  fields: LineFields,
  name: string,
  words: readonly Word[],
): Word | undefined {
  return words.find((word) => word === fields.words.get(name));
}

function readText(fields: LineFields, key: string): string | undefined {
  const written = fields.tail.get(key)?.[0];
  return written === undefined ? undefined : unescapeText(written);
}

function readReference(fields: LineFields, key: string): string | undefined {
  const written = fields.tail.get(key)?.[0];
  return written === undefined ? undefined : readId(written).text;
}

function readReferences(fields: LineFields, key: string): readonly string[] {
  return splitIds(fields.tail.get(key)?.[0] ?? "").map((piece) => readId(piece).text);
}

function findingNode(base: NodeBase, fields: LineFields, flag: Flag): FindingNode {
  const [number, ...unit] = (fields.tail.get("value")?.[0] ?? "").split(" ");
  const value = readNumber("value", number, flag);
  const beside = unit.length === 0 ? undefined : unescapeText(unit.join(" "));
  const revealedAt = readNumber("revealed", fields.tail.get("revealed")?.[0], flag);
  return {
    ...base,
    kind: "finding",
    polarity: pick(fields, "polarity", POLARITIES) ?? "present",
    critical: fields.words.has("critical"),
    ...given("value", value),
    ...given("unit", beside ?? readText(fields, "unit")),
    ...given("category", readText(fields, "category")),
    ...given("time", readText(fields, "time")),
    ...given("revealedAt", revealedAt),
  };
}

function readNumber(field: string, written: string | undefined, flag: Flag): number | undefined {
  if (written === undefined || written === "") return undefined;
  const value = NUMBER.test(written) ? Number(written) : Number.NaN;
  if (Number.isFinite(value)) return value;
  flag({ type: "unreadable-value", field, written: short(written) });
  return undefined;
}

function calculationNode(base: NodeBase, fields: LineFields, flag: Flag): CalculationNode {
  const inputs = (fields.tail.get("input") ?? []).flatMap((written) => readInput(written, flag));
  return {
    ...base,
    kind: "calculation",
    inputs,
    ...given("calculatorId", readText(fields, "calculator")),
    ...given("claimed", readText(fields, "claimed")),
    ...given("recomputed", readText(fields, "recomputed")),
  };
}

function readInput(written: string, flag: Flag): CalculationNode["inputs"] {
  const [name, ...rest] = splitUnescaped(written, "=");
  if (name === undefined || rest.length === 0) {
    flag({ type: "unreadable-value", field: "input", written: short(written) });
    return [];
  }
  const [value = "", cited] = splitUnescaped(rest.join("="), "[");
  const citation: Citation | undefined = readCitations((cited ?? "").replace(/\]$/, ""))[0];
  return [
    {
      name: unescapeText(trimBlanks(name)),
      value: unescapeText(trimBlanks(value)),
      ...given("citation", citation),
    },
  ];
}

function annotationNode(base: NodeBase, fields: LineFields, flag: Flag): AnnotationNode {
  const target = readReference(fields, "target");
  if (target === undefined) flag({ type: "missing-field", field: "target" });
  return {
    ...base,
    kind: "annotation",
    target: target ?? "",
    ...given("verdict", pick(fields, "verdict", VERDICTS)),
    ...given("errorCode", readText(fields, "code")),
    ...given("author", readText(fields, "author")),
  };
}
