import { array, assert, double, property } from "fast-check";
import { expect, test } from "vitest";
import { diffGraphs } from "./graph-diff.ts";
import { pairById, pairGraphs } from "./graph-pairs.ts";
import type { ArgumentGraph } from "./graph.ts";
import { attacks, finding, graphOf, hypothesis, miniCase, supports, tangledGraph } from "./graph-samples.ts";
import { computeStrengths } from "./strength/strengths.ts";

const numbers = array(double({ min: 0, max: 0.999, noNaN: true }), { minLength: 3, maxLength: 40 });
const never = () => false;

/** The same argument, stated again under ids of its own. */
function renamed(graph: ArgumentGraph): ArgumentGraph {
  const rename = (id: string) => (graph.nodes.has(id) || graph.edges.has(id) ? `new ${id}` : id);
  const nodes = [...graph.nodes.values()].map((node) => ({ ...node, id: rename(node.id) }));
  const edges = [...graph.edges.values()].map((edge) => ({
    ...edge,
    id: rename(edge.id),
    from: rename(edge.from),
    to: rename(edge.to),
  }));
  return graphOf(nodes, edges);
}

test("what is only stated again under other ids does not differ", () => {
  const before = computeStrengths(miniCase());
  const after = computeStrengths(renamed(miniCase()));
  const diff = diffGraphs(before, after, pairGraphs(before.graph, after.graph, never));
  expect(diff).toMatchObject({
    nodes: { added: [], lost: [], changed: [] },
    edges: { added: [], lost: [], changed: [] },
    strengths: [],
    leader: { changed: false },
  });
});

test("on any graph each thing is paired at most once, and lost, added and paired are everything", () => {
  assert(
    property(numbers, numbers, (one, other) => {
      const [before, after] = [tangledGraph(one), tangledGraph(other)];
      const pairs = pairGraphs(before, after, (id) => id.endsWith("1"));
      const diff = diffGraphs(computeStrengths(before), computeStrengths(after), pairs);
      for (const part of ["nodes", "edges"] as const) {
        expect(new Set(pairs[part].values()).size).toBe(pairs[part].size);
        expect(diff[part].lost.length + pairs[part].size).toBe(before[part].size);
        expect(diff[part].added.length + pairs[part].size).toBe(after[part].size);
      }
    }),
    { numRuns: 100 },
  );
});

test("a graph is paired with itself whole, by making as by id", () => {
  assert(
    property(numbers, (drawn) => {
      const graph = tangledGraph(drawn);
      expect(pairGraphs(graph, graph, () => true)).toEqual(pairById(graph, graph));
    }),
  );
});

test("an id that another run gave to something else does not make it the same", () => {
  const before = graphOf([{ ...hypothesis("h1"), text: "Pulmonary embolism" }, finding("f")]);
  const after = graphOf([{ ...hypothesis("h1"), text: "Pneumonia" }, finding("f")]);
  const pairs = pairGraphs(before, after, never);
  expect([...pairs.nodes]).toEqual([["f", "f"]]);
});

test("a step that was reworded, and a link that now does the opposite, are the same ones changed", () => {
  const before = graphOf(
    [{ ...finding("f"), text: "Severe chest pain" }, hypothesis("h")],
    [supports("f", "h")],
  );
  const after = graphOf(
    [
      { ...finding("f"), text: "Abrupt severe chest pain" },
      { ...hypothesis("x"), text: "h" },
    ],
    [attacks("f", "x")],
  );
  const pairs = pairGraphs(before, after, never);
  const diff = diffGraphs(computeStrengths(before), computeStrengths(after), pairs);
  expect(diff.nodes.changed).toEqual([{ id: "f", earlier: "f", fields: ["text"] }]);
  expect(diff.edges.changed).toEqual([{ id: "f-x", earlier: "f+h", fields: ["attack", "kind"] }]);
});
