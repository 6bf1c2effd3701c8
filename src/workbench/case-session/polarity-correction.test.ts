import { assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import {
  attacks,
  finding,
  graphOf,
  hypothesis,
  inference,
  supports,
} from "../../domain/argument/graph-samples.ts";
import { leaderOf, computeStrengths } from "../../domain/argument/strength/strengths.ts";
import { tryCorrection } from "./corrections.ts";
import { draftPolarity, usualFate, type LinkFate } from "./polarity-correction.ts";

const F = finding("f");
const GRAPH = graphOf(
  [F, finding("g"), hypothesis("a"), hypothesis("b", 0.55), inference("i")],
  [
    supports("f", "a", 0.8),
    attacks("f", "b", 0.4),
    { kind: "derives", id: "f=i", from: "f", to: "i" },
    attacks("f", "g", 0.5, "undermine"),
    // Hangs on a link of the very finding, and falls with it.
    attacks("f", "f+a", 0.3, "undercut"),
  ],
);

function after(fate: LinkFate) {
  const tried = tryCorrection(GRAPH, draftPolarity(GRAPH, F, "absent", fate));
  if (!tried.ok) throw new Error(tried.error.type);
  return tried.value;
}

test("whatever becomes of the links, the correction is legal and the finding has its new polarity", () => {
  assert(
    property(constantFrom("retract", "turn", "keep"), (fate: LinkFate) => {
      expect(after(fate).nodes.get("f")).toMatchObject({ polarity: "absent", text: "f" });
    }),
  );
});

test("taken out, none of its links argues any more", () => {
  expect([...after("retract").edges.keys()]).toEqual([]);
  expect(after("keep").edges).toBe(GRAPH.edges);
});

test("turned round, what spoke for speaks against as strongly, and the leader may change; the rest stays", () => {
  const turned = after("turn");
  expect(turned.edges.get("f+a")).toMatchObject({ kind: "attacks", attack: "rebut", weight: 0.8 });
  expect(turned.edges.get("f-b")).toEqual({ kind: "supports", id: "f-b", from: "f", to: "b", weight: 0.4 });
  expect(turned.edges.get("f=i")).toBe(GRAPH.edges.get("f=i"));
  expect(turned.edges.get("f-g")).toBe(GRAPH.edges.get("f-g"));
  expect([leaderOf(computeStrengths(GRAPH)), leaderOf(computeStrengths(turned))]).toEqual(["a", "b"]);
});

test("links fall away where the finding turns into its opposite or into nothing known, and stay where only a word changes", () => {
  expect([
    usualFate("present", "absent"),
    usualFate("absent", "present"),
    usualFate("normal", "unknown"),
  ]).toEqual(["retract", "retract", "retract"]);
  expect(usualFate("absent", "normal")).toBe("keep");
});
