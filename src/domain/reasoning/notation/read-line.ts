/**
 * One line to one reading: a table-driven look at its parts. It knows nothing of other lines; ids already taken
 * and references into nowhere are the stream reader's business.
 */
import type { ArgumentEdge, ArgumentNode } from "../../argument/graph.ts";
import { unescapeText } from "./escapes.ts";
import { fieldsToNode } from "./fields-to-node.ts";
import { CONCLUSION_WORD, defaultEdgeId, EDGE_FORMS, EDGE_TAIL, type EdgeForm, NODE_FORMS } from "./forms.ts";
import { cutLine, type HeadToken, type LineParts } from "./line-parts.ts";
import { looksLikeStrength, readStrength } from "./numbers.ts";
import { readNodeHead } from "./read-head.ts";
import { readTail } from "./read-tail.ts";
import type { LineContext, Reading, StatementFlag } from "./statement.ts";

export type LineReading = { readonly reading: Reading; readonly flags: readonly StatementFlag[] };

/** Where an edge states no strength: as much for as against. */
const UNSTATED_STRENGTH = 0.5;

/** Reads one line; what it cannot read comes back as `unread`. */
export function readLine(line: string, context: LineContext): LineReading {
  const flags: StatementFlag[] = [];
  const parts = cutLine(line);
  const reading = parts === undefined ? undefined : readParts(parts, context, (flag) => flags.push(flag));
  return reading === undefined ? { reading: { type: "unread" }, flags: [] } : { reading, flags };
}

type Flag = (flag: StatementFlag) => void;

function readParts(parts: LineParts, context: LineContext, flag: Flag): Reading | undefined {
  const opening = bareWord(parts.head[0]);
  if (opening === CONCLUSION_WORD) return readConclusion(parts);
  const node = readNode(parts, opening, context, flag);
  return node === undefined ? readEdge(parts, context, flag) : { type: "node", node };
}

/** A bare word in lower case: keywords are the same however a model capitalises them. */
function bareWord(token: HeadToken | undefined): string | undefined {
  return token?.type === "word" && !token.quoted ? token.text.toLowerCase() : undefined;
}

function wordOf(token: HeadToken | undefined): string | undefined {
  return token?.type === "word" ? token.text : undefined;
}

function readConclusion({ head, text }: LineParts): Reading | undefined {
  const leader = wordOf(head[1]);
  if (leader === undefined || head.length !== 2) return undefined;
  return { type: "conclusion", leader, text: unescapeText(text ?? "") };
}

function readNode(
  { head, text, tail }: LineParts,
  opening: string | undefined,
  context: LineContext,
  flag: Flag,
): ArgumentNode | undefined {
  const form = NODE_FORMS.find(({ kind }) => kind === opening);
  const id = wordOf(head[1]);
  if (form === undefined || id === undefined || text === undefined) return undefined;
  const read = readNodeHead(form, head.slice(2), context, flag);
  if (read === undefined) return undefined;
  if (context.voice === "model" && form.humanOnly === true)
    flag({ type: "not-for-models", field: form.kind });
  const fields = { words: read.words, tail: readTail(form.tail, tail, flag) };
  const cluster = fields.tail.get("cluster")?.[0];
  const base = {
    id,
    text: unescapeText(text),
    ...read.base,
    ...(cluster === undefined ? {} : { cluster: unescapeText(cluster) }),
  };
  return fieldsToNode(form.kind, base, fields, flag);
}

function readEdge({ head, text, tail }: LineParts, context: LineContext, flag: Flag): Reading | undefined {
  const named = bareWord(head[1]) === "=";
  const at = named ? 2 : 0;
  const from = wordOf(head[at]);
  const verb = bareWord(head[at + 1]);
  const to = wordOf(head[at + 2]);
  const form = EDGE_FORMS.find((candidate) => candidate.verb === verb);
  const rest = head.slice(at + 3);
  if (form === undefined || from === undefined || to === undefined || !isStrengthOnly(form, rest))
    return undefined;
  if (context.voice === "model" && form.humanOnly === true)
    flag({ type: "not-for-models", field: form.verb });
  const scheme = readTail(EDGE_TAIL, tail, flag).get("scheme")?.[0];
  const base = {
    id: (named ? wordOf(head[0]) : undefined) ?? defaultEdgeId(from, to),
    from,
    to,
    ...(scheme === undefined ? {} : { scheme: unescapeText(scheme) }),
    ...(text === undefined ? {} : { rationale: unescapeText(text) }),
  };
  return { type: "edge", edge: buildEdge(form, base, bareWord(rest[0]), flag) };
}

function isStrengthOnly(form: EdgeForm, rest: readonly HeadToken[]): boolean {
  const word = bareWord(rest[0]);
  return (
    rest.length === 0 || (form.weighted && rest.length === 1 && word !== undefined && looksLikeStrength(word))
  );
}

type EdgeCore = Pick<ArgumentEdge, "id" | "from" | "to" | "scheme" | "rationale">;

function buildEdge(form: EdgeForm, base: EdgeCore, word: string | undefined, flag: Flag): ArgumentEdge {
  if (!form.weighted || form.kind === "derives" || form.kind === "asks" || form.kind === "about") {
    return { ...base, kind: form.kind === "derives" || form.kind === "asks" ? form.kind : "about" };
  }
  const strength = word === undefined ? undefined : readStrength(word, flag);
  if (word === undefined) flag({ type: "missing-strength" });
  const weight = strength ?? UNSTATED_STRENGTH;
  if (form.attack === undefined) return { ...base, kind: "supports", weight };
  return { ...base, kind: "attacks", attack: form.attack, weight };
}
