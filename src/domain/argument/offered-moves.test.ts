import { array, assert, constantFrom, double, property } from "fast-check";
import { expect, test } from "vitest";
import { addEdge, addNode } from "./graph-operations.ts";
import { attacks, finding, graphOf, hypothesis, inference, supports, tangledGraph } from "./graph-samples.ts";
import type { ArgumentNode } from "./graph.ts";
import {
  addableKinds,
  moveOfEdge,
  offerKinds,
  offerMoves,
  toEdge,
  type AddableKind,
} from "./offered-moves.ts";

test("what is offered can be done, and what is not offered cannot", () => {
  const numbers = array(double({ min: 0, max: 0.999, noNaN: true }), { minLength: 3, maxLength: 40 });
  assert(
    property(numbers, (drawn) => {
      const graph = tangledGraph(drawn);
      const [from] = graph.nodes.keys();
      for (const to of [...graph.nodes.keys(), ...graph.edges.keys()]) {
        const { legal, refused } = offerMoves(graph, from ?? "", to, "new");
        expect(legal.length + refused.length).toBe(5);
        const ends = { id: "new", from: from ?? "", to, weight: 0.5 };
        for (const move of legal) expect(addEdge(graph, toEdge(move, ends)).ok).toBe(true);
        for (const { move } of refused) expect(addEdge(graph, toEdge(move, ends)).ok).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});

test("a kind that is offered can be added with each of its moves", () => {
  const graph = graphOf(
    [finding("f"), hypothesis("h"), inference("i")],
    [supports("f", "h"), attacks("i", "h")],
  );
  assert(
    property(
      constantFrom("for", "against"),
      constantFrom("f", "h", "i", "f+h", "i-h"),
      (way: "for" | "against", to) => {
        const { kinds, movesOf } = offerKinds(graph, way, to);
        for (const kind of kinds) {
          const added = addNode(graph, sample(kind));
          for (const move of movesOf(kind)) {
            const edge = toEdge(move, { id: "new", from: "x", to, weight: 1 });
            expect(added.ok && addEdge(added.value, edge).ok).toBe(true);
          }
        }
      },
    ),
  );
});

function sample(kind: AddableKind): ArgumentNode {
  if (kind === "finding") return finding("x");
  return kind === "hypothesis" ? hypothesis("x") : { ...inference("x"), kind };
}

test("a finding is not argued for but doubted, and a link can only be weakened", () => {
  const graph = graphOf([finding("f"), hypothesis("h")], [supports("f", "h")]);
  expect(offerKinds(graph, "for", "f")).toMatchObject({ kinds: [], why: "findings-are-only-undermined" });
  expect(offerKinds(graph, "against", "f").movesOf("knowledge")).toEqual(["undermine"]);
  expect(offerKinds(graph, "for", "f+h")).toMatchObject({ kinds: [], why: "aims-at-a-node" });
  expect(offerKinds(graph, "against", "f+h").movesOf("knowledge")).toEqual(["undercut"]);
  expect(offerKinds(graph, "against", "h").kinds).not.toContain("hypothesis");
});

test("an edge gives its move, and the move the edge", () => {
  for (const edge of [supports("a", "b", 0.3), attacks("a", "b", 0.3, "undercut")]) {
    const move = moveOfEdge(edge);
    const { id, from, to } = edge;
    expect(move === undefined ? move : toEdge(move, { id, from, to, weight: 0.3 })).toEqual(edge);
  }
  expect(moveOfEdge({ kind: "about", id: "e", from: "a", to: "b" })).toBeUndefined();
  expect(addableKinds()).not.toContain("annotation");
});
