import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { createSeededChance } from "../../../shared/chance.ts";
import { createRandomDocument } from "./random-document.ts";
import { readNotation } from "./reader.ts";
import { statementsToGraph } from "./to-graph.ts";
import { type ArgumentDocument, writeNotation } from "./writer.ts";

const runs = process.env["CURBSIDE_LONG"] === "1" ? 5000 : 500;

function readBack(document: ArgumentDocument) {
  const { statements, dangling } = readNotation(writeNotation(document), { voice: "file" });
  return { read: statementsToGraph(statements), statements, dangling };
}

test("write then read is the identity on random legal graphs, order included", () => {
  assert(
    property(integer(), (seed) => {
      const document = createRandomDocument(createSeededChance(seed), { tidy: false, mostNodes: 9 });
      const { read, statements, dangling } = readBack(document);
      expect([...read.graph.nodes.values()]).toStrictEqual([...document.graph.nodes.values()]);
      expect([...read.graph.edges.values()]).toStrictEqual([...document.graph.edges.values()]);
      expect(read.conclusion).toStrictEqual(document.conclusion);
      expect(read.leftOut).toEqual([]);
      expect(dangling).toEqual([]);
      expect(statements.flatMap(({ flags }) => flags)).toEqual([]);
    }),
    { seed: 20261120, numRuns: runs },
  );
}, 120_000);

test("the random graphs reach every kind of node and edge", () => {
  const met = new Set<string>();
  for (let seed = 0; seed < 300; seed += 1) {
    const { graph } = createRandomDocument(createSeededChance(seed), { tidy: false, mostNodes: 9 });
    for (const node of graph.nodes.values()) met.add(node.kind);
    for (const edge of graph.edges.values()) met.add(edge.kind === "attacks" ? edge.attack : edge.kind);
  }
  expect(met.size).toBe(11 + 7);
});

test("the written form does not change when it is read and written again", () => {
  const document = createRandomDocument(createSeededChance(7), { tidy: false, mostNodes: 9 });
  expect(writeNotation(readBack(document).read)).toBe(writeNotation(document));
});
