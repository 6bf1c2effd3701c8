/** Graph to step notation: the same graph, the same lines; read back, the same graph. */
import type { ArgumentEdge, ArgumentGraph, ArgumentNode, NodeId, Origin } from "../../argument/graph.ts";
import { escapeText, writeId } from "./escapes.ts";
import {
  COMMON_TAIL,
  CONCLUSION_WORD,
  defaultEdgeId,
  edgeFormOf,
  NODE_FORMS,
  nodeFormOf,
  ORIGIN_BY_WORD,
} from "./forms.ts";
import { isUnwritten, nodeToFields, writeCitations, writeNumber } from "./node-fields.ts";

export type Conclusion = { readonly leader: NodeId; readonly text: string };
/** What the notation can say: a graph, and which hypothesis the author settles on. */
export type ArgumentDocument = { readonly graph: ArgumentGraph; readonly conclusion?: Conclusion };

/** Writes a document, one statement a line: nodes, then edges, then the conclusion. `origin` goes unwritten. */
export function writeNotation(document: ArgumentDocument, origin: Origin = "notation"): string {
  const { graph, conclusion } = document;
  const lines = [
    ...[...graph.nodes.values()].map((node) => writeNode(node, origin)),
    ...[...graph.edges.values()].map(writeEdge),
    ...(conclusion === undefined ? [] : [writeConclusion(conclusion)]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** One node as one line. */
function writeNode(node: ArgumentNode, origin: Origin = "notation"): string {
  const form = nodeFormOf(node.kind);
  const { words, tail } = nodeToFields(node);
  const head = [node.kind, writeId(node.id)];
  for (const { name } of form.words) {
    const word = words.get(name);
    if (word !== undefined && !isUnwritten(node.kind, name, word)) head.push(word);
  }
  if (node.baseScore !== undefined) head.push(writeNumber(node.baseScore));
  if (node.stage !== undefined) head.push(`stage${node.stage}`);
  if (node.attribution !== form.attribution) head.push(node.attribution);
  if (node.origin !== origin) head.push(originWord(node.origin));
  if (node.citations.length > 0) head.push(writeCitations(node.citations));
  const pieces = [`${head.join(" ")}: ${escapeText(node.text)}`];
  for (const { key } of form.tail) {
    for (const value of tail.get(key) ?? []) pieces.push(`${key}: ${value}`);
  }
  for (const { key } of COMMON_TAIL) {
    if (node.cluster !== undefined) pieces.push(`${key}: ${escapeText(node.cluster)}`);
  }
  return pieces.join(" | ");
}

function originWord(origin: Origin): string {
  const found = Object.entries(ORIGIN_BY_WORD).find(([, named]) => named === origin);
  return found?.[0] ?? "";
}

/** One edge as one line. */
function writeEdge(edge: ArgumentEdge): string {
  const form = edgeFormOf(edge);
  const name = edge.id === defaultEdgeId(edge.from, edge.to) ? "" : `${writeLeadingId(edge.id)} = `;
  const strength = "weight" in edge ? ` ${writeNumber(edge.weight)}` : "";
  const rationale = edge.rationale === undefined ? "" : `: ${escapeText(edge.rationale)}`;
  const scheme = edge.scheme === undefined ? "" : ` | scheme: ${escapeText(edge.scheme)}`;
  const from = name === "" ? writeLeadingId(edge.from) : writeId(edge.from);
  return `${name}${from} ${form.verb} ${writeId(edge.to)}${strength}${rationale}${scheme}`;
}

/** An id that opens a line must not look like the word that opens another kind of statement. */
function writeLeadingId(id: string): string {
  return isOpeningWord(id) ? `"${id}"` : writeId(id);
}

/** Whether a bare first word says what kind of statement follows. */
function isOpeningWord(word: string): boolean {
  const lower = word.toLowerCase();
  return lower === CONCLUSION_WORD || NODE_FORMS.some(({ kind }) => kind === lower);
}

function writeConclusion({ leader, text }: Conclusion): string {
  return `${CONCLUSION_WORD} ${writeId(leader)}: ${escapeText(text)}`;
}
