import { expect, test } from "vitest";
import type { ArgumentNode } from "../graph.ts";
import { attacks, finding, graphOf, hypothesis, inference, knowledge, supports } from "../graph-samples.ts";
import { computeStrengths } from "../strength/strengths.ts";
import { explainAgainst } from "./against.ts";
import { explainCertainty } from "./certainty.ts";
import { explainSources } from "./sources.ts";
import { explainTreatments } from "./treatments.ts";
import { explainWhoseKnowledge } from "./whose-knowledge.ts";

const COMMON = { citations: [], attribution: "model", origin: "scripted" } as const;

function treatment(id: string, goal = "reperfusion"): ArgumentNode {
  return { ...COMMON, kind: "treatment", id, text: id, goal };
}

const CITED = { ...finding("f"), citations: [{ sentence: "s2", span: [4, 9] as const }] };
const CHEST = computeStrengths(
  graphOf(
    [
      CITED,
      finding("g"),
      finding("doubt"),
      knowledge("rule"),
      inference("step"),
      hypothesis("a"),
      hypothesis("b"),
    ],
    [
      supports("f", "step", 0.9),
      supports("step", "a", 0.8),
      supports("rule", "b", 0.2),
      attacks("g", "a", 0.3),
      attacks("doubt", "step", 0.4, "undermine"),
      attacks("rule", "step+a", 0.5, "undercut"),
    ],
  ),
);

test("where in the note: its own words, those of the findings behind it, or nowhere", () => {
  const own = explainSources(CHEST, "f");
  expect(own.ok && [own.value.headline.found, own.value.items]).toEqual([
    "itself",
    [{ nodeId: "f", sentence: "s2", span: [4, 9], part: { type: "itself" } }],
  ]);
  const behind = explainSources(CHEST, "a");
  expect(behind.ok && [behind.value.headline.found, behind.value.items[0]?.nodeId]).toEqual(["behind", "f"]);
  const link = explainSources(CHEST, "f+step");
  expect(link.ok && link.value.headline.nodeId).toBe("f");
  const nowhere = explainSources(CHEST, "b");
  expect(nowhere.ok && nowhere.value.headline).toMatchObject({ found: "nowhere", places: 0 });
  expect(explainSources(CHEST, "none").ok).toBe(false);
});

test("whose knowledge: the label, whether it matters, and whether this patient is behind it", () => {
  const step = explainWhoseKnowledge(CHEST, "step");
  expect(step.ok && step.value.headline).toMatchObject({
    attribution: "model",
    effective: true,
    reachesCase: true,
  });
  expect(step.ok && step.value.items.map(({ nodeId }) => nodeId)).toEqual(["f", "doubt"]);
  const memory = explainWhoseKnowledge(CHEST, "b");
  expect(memory.ok && memory.value.headline.reachesCase).toBe(false);
});

test("what speaks against it: each kind of attack with what it costs, as taking it away shows", () => {
  const answer = explainAgainst(CHEST, "a");
  expect(answer.ok && answer.value.headline).toMatchObject({ rebuts: 1, undermines: 1, undercuts: 1 });
  expect(answer.ok && answer.value.items.map(({ nodeId, part }) => [nodeId, part.type])).toEqual([
    ["g", "rebut"],
    ["doubt", "undermine"],
    ["rule", "undercut"],
  ]);
  for (const item of answer.ok ? answer.value.items : []) expect(item.points).toBeLessThan(0);
  const none = explainAgainst(CHEST, "b");
  expect(none.ok && none.value.items).toEqual([]);
});

test("how sure: a word for the lead, what is open, and not enough where no finding leads anywhere", () => {
  const answer = explainCertainty(CHEST);
  expect(answer.ok && answer.value.headline).toMatchObject({ leader: "b", runnerUp: "a" });
  const open = computeStrengths(
    graphOf(
      [
        finding("f"),
        finding("unused", { critical: true }),
        hypothesis("a"),
        hypothesis("b"),
        { ...COMMON, kind: "uncertainty", id: "u", text: "u", wouldChange: [] },
      ],
      [supports("f", "a", 1), supports("f", "b", 1)],
    ),
  );
  const tied = explainCertainty(open);
  expect(tied.ok && tied.value.headline).toMatchObject({ word: "tied", margin: 0 });
  expect(tied.ok && tied.value.items.map(({ nodeId, part }) => [nodeId, part.type])).toEqual([
    ["u", "open-uncertainty"],
    ["unused", "unused-critical-finding"],
  ]);
  const empty = explainCertainty(
    computeStrengths(graphOf([finding("f"), hypothesis("a", 0.9), hypothesis("b")])),
  );
  expect(empty.ok && empty.value.headline.word).toBe("not-enough");
});

test("treatments: what stands, and what defeats the rest, also through an undercut", () => {
  const allergy = { ...COMMON, kind: "contraindication", id: "allergy", text: "allergy" } as const;
  const [lysis, stent] = [treatment("lysis"), treatment("stent")];
  const edges = [attacks("allergy", "lysis")];
  const answer = explainTreatments(computeStrengths(graphOf([lysis, stent, allergy], edges)), "lysis");
  expect(answer.ok && answer.value.headline).toMatchObject({ stands: 1, defeated: 1, defensible: 0 });
  expect(
    answer.ok && answer.value.items.map(({ nodeId, part }) => [nodeId, part.badge, part.against]),
  ).toEqual([
    ["lysis", "defeated", ["stent", "allergy"]],
    ["stent", "stands", []],
  ]);
  const wrong = [...edges, attacks("chart", "allergy-lysis", 1, "undercut")];
  const lifted = explainTreatments(
    computeStrengths(graphOf([lysis, stent, allergy, knowledge("chart")], wrong)),
  );
  expect(lifted.ok && lifted.value.items.map(({ part }) => [part.badge, part.against])).toEqual([
    ["defensible", ["stent"]],
    ["defensible", ["lysis"]],
  ]);
  expect(explainTreatments(CHEST)).toEqual({ ok: false, error: { type: "no-treatments" } });
});
