/** Node to line fields: what each kind of node has to say in the head and behind the bars of its line. */
import type { ArgumentNode, CalculationNode, Citation, FindingNode } from "../../argument/graph.ts";
import { assertNever } from "../../../shared/assert.ts";
import { escapeText, writeId } from "./escapes.ts";
import { nodeFormOf } from "./forms.ts";

/** Words by field name, and the spelled values by key; a field that is not there is not written. */
export type LineFields = {
  readonly words: ReadonlyMap<string, string>;
  readonly tail: ReadonlyMap<string, readonly string[]>;
};

type Pair = readonly [name: string, value: string | undefined];

function fields(words: readonly Pair[], tail: readonly Pair[]): LineFields {
  const written = (pairs: readonly Pair[]) =>
    pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return {
    words: new Map(written(words)),
    tail: new Map(written(tail).map(([name, value]) => [name, [value]])),
  };
}

const spell = (text: string | undefined) => (text === undefined ? undefined : escapeText(text));
const spellId = (id: string | undefined) => (id === undefined ? undefined : writeId(id));

/** The fields of a node beyond those that all kinds share. */
export function nodeToFields(node: ArgumentNode): LineFields {
  switch (node.kind) {
    case "finding":
      return findingFields(node);
    case "calculation":
      return calculationFields(node);
    case "knowledge":
      return fields(
        [],
        [
          ["source", spell(node.source)],
          ["date", spell(node.date)],
        ],
      );
    case "hypothesis":
      return fields(
        [["mustNotMiss", node.mustNotMiss ? "must-not-miss" : undefined]],
        [["tier", spell(node.tier)]],
      );
    case "inference":
      return fields([["move", node.move]], []);
    case "uncertainty": {
      const ids = node.wouldChange.map(writeId).join(" ");
      return fields([], [["would change", node.wouldChange.length === 0 ? undefined : ids]]);
    }
    case "test":
      return fields(
        [],
        [
          ["if positive", spell(node.ifPositive)],
          ["if negative", spell(node.ifNegative)],
        ],
      );
    case "treatment":
      return fields([["urgency", node.urgency]], [["goal", spell(node.goal)]]);
    case "contraindication":
      return fields([["severity", node.severity]], [["finding", spellId(node.finding)]]);
    case "question":
      return fields(
        [["status", node.status]],
        [
          ["op", spell(node.op)],
          ["target", spellId(node.target)],
        ],
      );
    case "annotation":
      return fields(
        [["verdict", node.verdict]],
        [
          ["target", writeId(node.target)],
          ["code", spell(node.errorCode)],
          ["author", spell(node.author)],
        ],
      );
    default:
      return assertNever(node);
  }
}

function findingFields(node: FindingNode): LineFields {
  // A unit rides along with its value; it stands alone only where there is no value or nothing to see.
  const together = node.value !== undefined && node.unit !== undefined && node.unit !== "";
  const number = node.value === undefined ? undefined : writeNumber(node.value);
  return fields(
    [
      ["polarity", node.polarity],
      ["critical", node.critical ? "critical" : undefined],
    ],
    [
      ["value", together ? `${number} ${spell(node.unit)}` : number],
      ["unit", together ? undefined : spell(node.unit)],
      ["category", spell(node.category)],
      ["time", spell(node.time)],
      ["revealed", node.revealedAt === undefined ? undefined : writeNumber(node.revealedAt)],
    ],
  );
}

function calculationFields(node: CalculationNode): LineFields {
  const inputs = node.inputs.map(({ name, value, citation }) => {
    const cited = citation === undefined ? "" : ` ${writeCitations([citation])}`;
    return `${escapeText(name, "=[")} = ${escapeText(value, "[")}${cited}`;
  });
  const { words, tail } = fields(
    [],
    [
      ["calculator", spell(node.calculatorId)],
      ["claimed", spell(node.claimed)],
      ["recomputed", spell(node.recomputed)],
    ],
  );
  return { words, tail: new Map([...tail, ...(inputs.length === 0 ? [] : [["input", inputs] as const])]) };
}

/** Citations as they stand on a line: `[s3 s4@120-131]`. */
export function writeCitations(citations: readonly Citation[]): string {
  const written = citations.map(({ sentence, span }) =>
    span === undefined ? writeId(sentence) : `${writeId(sentence)}@${span[0]}-${span[1]}`,
  );
  return `[${written.join(" ")}]`;
}

/** A number that reads back as itself, minus zero included. */
export function writeNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Whether a word is the one that a field leaves unwritten. */
export function isUnwritten(kind: ArgumentNode["kind"], name: string, word: string): boolean {
  return nodeFormOf(kind).words.some((field) => field.name === name && field.unwritten === word);
}
