/**
 * Tokens of the step notation over tokens of the same content as JSON, by two public tokenizers. The JSON has no
 * blanks, no absent fields and short edge ids; `lean` also leaves out every field that has the notation's default.
 */
import { encode as encodeCl100k } from "gpt-tokenizer/encoding/cl100k_base";
import { encode as encodeO200k } from "gpt-tokenizer/encoding/o200k_base";
import type { ArgumentEdge, ArgumentNode } from "../src/domain/argument/graph.ts";
import { nodeFormOf } from "../src/domain/reasoning/notation/forms.ts";
import { createRandomDocument } from "../src/domain/reasoning/notation/random-document.ts";
import { type ArgumentDocument, writeNotation } from "../src/domain/reasoning/notation/writer.ts";
import { createSeededChance } from "../src/shared/chance.ts";
import type { FigureTask, Figures } from "../tools/figures.ts";
import { readTeachingGraphs } from "./teaching-graphs.ts";

const RANDOM_GRAPHS = 300;

export const notationSize: FigureTask = {
  id: "notation-size",
  about: "tokens of the step notation over JSON's; --cases FILE adds the graphs of teaching cases",
  run: async ({ flags, progress }) => {
    const random = Array.from({ length: RANDOM_GRAPHS }, (_, seed) =>
      createRandomDocument(createSeededChance(seed), { tidy: true, mostNodes: 30 }),
    );
    progress("random graphs");
    const figures = { randomGraphs: ratios(random) };
    const file = flags.get("cases");
    if (file === undefined) return figures;
    progress("teaching cases");
    const teaching = readTeachingGraphs(file);
    const bare = teaching.map(withoutRationales);
    return {
      ...figures,
      cases: teaching.length,
      teachingCases: ratios(teaching),
      withoutRationales: ratios(bare),
    };
  },
};

function ratios(documents: readonly ArgumentDocument[]): Figures {
  const written = documents.map((document) => writeNotation(document));
  const json = documents.map((document) => toJson(document, false));
  const lean = documents.map((document) => toJson(document, true));
  return {
    o200k: ratio(written, json, (text) => encodeO200k(text).length),
    cl100k: ratio(written, json, (text) => encodeCl100k(text).length),
    bytes: ratio(written, json, (text) => Buffer.byteLength(text)),
    o200kOverLean: ratio(written, lean, (text) => encodeO200k(text).length),
    cl100kOverLean: ratio(written, lean, (text) => encodeCl100k(text).length),
    o200kTokens: sum(written, (text) => encodeO200k(text).length),
  };
}

function ratio(written: readonly string[], json: readonly string[], size: (text: string) => number): number {
  return Math.round((sum(written, size) / sum(json, size)) * 1000) / 1000;
}

function sum(texts: readonly string[], size: (text: string) => number): number {
  return texts.reduce((total, text) => total + size(text), 0);
}

function toJson({ graph, conclusion }: ArgumentDocument, isLean: boolean): string {
  const shortIds = new Map([...graph.edges.keys()].map((id, index) => [id, `e${index + 1}`]));
  const edges = [...graph.edges.values()].map((edge) => shortened(edge, shortIds, isLean));
  const nodes = [...graph.nodes.values()].map((node) => (isLean ? withoutDefaults(node) : node));
  return JSON.stringify({ nodes, edges, conclusion });
}

function shortened(edge: ArgumentEdge, shortIds: ReadonlyMap<string, string>, isLean: boolean): object {
  const { id, to, ...rest } = edge;
  const target = shortIds.get(to) ?? to;
  // Even the lean form needs the ids that other edges point at; those few are not counted against it.
  return isLean ? { ...rest, to: target } : { id: shortIds.get(id), ...rest, to: target };
}

function withoutDefaults(node: ArgumentNode): object {
  const { attribution } = nodeFormOf(node.kind);
  const entries = Object.entries(node).filter(([name, value]) => {
    if (name === "attribution") return value !== attribution;
    if (name === "polarity") return value !== "present";
    if (name === "status") return value !== "open";
    return name !== "origin" && value !== false && !(Array.isArray(value) && value.length === 0);
  });
  return Object.fromEntries(entries);
}

function withoutRationales({ graph, ...rest }: ArgumentDocument): ArgumentDocument {
  const edges = new Map(
    [...graph.edges].map(([id, edge]) => {
      const { rationale, ...bare } = edge;
      return [id, rationale === undefined ? edge : bare] as const;
    }),
  );
  return { ...rest, graph: { nodes: graph.nodes, edges } };
}
