/** The teaching cases' own arguments as graphs: findings, hypotheses, links, knowledge, undercuts and the plan. */
import { existsSync, readFileSync } from "node:fs";
import type { ArgumentEdge, ArgumentNode } from "../src/domain/argument/graph.ts";
import { defaultEdgeId, nodeFormOf } from "../src/domain/reasoning/notation/forms.ts";
import type { ArgumentDocument } from "../src/domain/reasoning/notation/writer.ts";
import { CouldNotRun } from "../tools/figures.ts";

type Row = { readonly [name: string]: unknown };

/** Reads a `teaching-cases.json`. */
export function readTeachingGraphs(file: string): readonly ArgumentDocument[] {
  if (!existsSync(file))
    throw new CouldNotRun(`give it a teaching-cases.json with --cases FILE ("${file}" is not one).`);
  const whole: unknown = JSON.parse(readFileSync(file, "utf8"));
  return rows(isRow(whole) ? whole : {}, "cases").map(toDocument);
}

function toDocument(row: Row): ArgumentDocument {
  const vignette = word(row, "vignette");
  const nodes = [
    ...rows(row, "findings").map((finding) => findingNode(finding, vignette)),
    ...rows(row, "knowledge").map((item) => node(item, "knowledge", word(item, "text"))),
    ...rows(row, "hypotheses").map((item) => node(item, "hypothesis", word(item, "name"))),
    ...rows(row, "tests").map((item, index) =>
      node({ ...item, id: `t${index + 1}` }, "test", word(item, "name")),
    ),
    ...rows(row, "treatments").map((item, index) =>
      node({ ...item, id: `r${index + 1}` }, "treatment", word(item, "name")),
    ),
  ];
  const edges = [...rows(row, "links").map(linkEdge), ...rows(row, "undercuts").map(undercutEdge)];
  const gold = isRow(row["goldDiagnosis"]) ? row["goldDiagnosis"] : {};
  return {
    graph: {
      nodes: new Map(nodes.map((item) => [item.id, item])),
      edges: new Map(edges.map((edge) => [edge.id, edge])),
    },
    conclusion: { leader: word(gold, "hypothesis"), text: word(gold, "text") },
  };
}

function findingNode(row: Row, vignette: string): ArgumentNode {
  const before = vignette.slice(0, Number(row["start"]));
  const polarity = word(row, "polarity");
  return {
    ...common(row, "finding", word(row, "label")),
    kind: "finding",
    citations: [{ sentence: `s${before.split(/[.!?]\s/).length}` }],
    polarity: polarity === "absent" || polarity === "normal" ? polarity : "present",
    critical: row["critical"] === true,
    category: word(row, "category"),
    ...(typeof row["value"] === "number" ? { value: row["value"], unit: word(row, "unit") } : {}),
  };
}

function common(row: Row, kind: ArgumentNode["kind"], text: string): Omit<ArgumentNode, "kind"> {
  const { attribution } = nodeFormOf(kind);
  const score = row["baseScore"];
  return {
    id: word(row, "id"),
    text,
    citations: [],
    attribution,
    origin: "notation",
    ...(typeof score === "number" ? { baseScore: score } : {}),
  };
}

function node(row: Row, kind: "knowledge" | "hypothesis" | "test" | "treatment", text: string): ArgumentNode {
  const base = common(row, kind, text);
  if (kind === "knowledge") return { ...base, kind, source: word(row, "attribution") };
  if (kind === "hypothesis")
    return { ...base, kind, mustNotMiss: row["mustNotMiss"] === true, tier: word(row, "tier") };
  return kind === "treatment" ? { ...base, kind, goal: word(row, "why") } : { ...base, kind };
}

function linkEdge(row: Row): ArgumentEdge {
  const from = word(row, "finding");
  const to = word(row, "hypothesis");
  const base = {
    id: defaultEdgeId(from, to),
    from,
    to,
    weight: Number(row["strength"]),
    rationale: word(row, "rationale"),
  };
  return word(row, "relation") === "supports"
    ? { ...base, kind: "supports" }
    : { ...base, kind: "attacks", attack: "rebut" };
}

function undercutEdge(row: Row): ArgumentEdge {
  const from = word(row, "knowledge");
  const to = defaultEdgeId(word(row, "finding"), word(row, "hypothesis"));
  return {
    id: defaultEdgeId(from, to),
    from,
    to,
    kind: "attacks",
    attack: "undercut",
    weight: Number(row["strength"]),
    rationale: word(row, "rationale"),
  };
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null;
}

function rows(row: Row, name: string): readonly Row[] {
  const value = row[name];
  return Array.isArray(value) ? value.filter(isRow) : [];
}

function word(row: Row, name: string): string {
  const value = row[name];
  return typeof value === "string" ? value : "";
}
