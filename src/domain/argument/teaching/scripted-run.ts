/**
 * A teaching case as a scripted run: thinking in prose, made from the case's own words, then its argument in the step
 * notation in the order of the story. It says of itself that it is a script and that no model wrote it.
 */
import { writeNotation } from "../../reasoning/notation/writer.ts";
import type { ArgumentGraph, NodeId } from "../graph.ts";
import { graphUpTo } from "../graph-views.ts";
import { computeStrengths, rankHypotheses } from "../strength/strengths.ts";
import { teachingCaseStatements, teachingCaseToGraph } from "./case-statements.ts";
import type { CaseFinding, TeachingCase } from "./teaching-case.ts";

/** Reasons told per part of the story; the rest stand in the statements. */
const TOLD_REASONS = 3;

/** The transcript: a thinking part between its marks, then statements, then the conclusion. */
export function scriptedRun(teaching: TeachingCase): string {
  return `<think>\n${scriptedThinking(teaching)}\n</think>\n${scriptedStatements(teaching)}`;
}

/** Written statement by statement: a whole graph would put all nodes before all edges, and lose the story. */
function scriptedStatements(teaching: TeachingCase): string {
  const nothing = { nodes: new Map(), edges: new Map() };
  const lines = teachingCaseStatements(teaching).map((statement) => {
    const graph: ArgumentGraph =
      statement.type === "node"
        ? { ...nothing, nodes: new Map([[statement.node.id, statement.node]]) }
        : { ...nothing, edges: new Map([[statement.edge.id, statement.edge]]) };
    return writeNotation({ graph }, "scripted");
  });
  const { hypothesis: leader, text } = teaching.goldDiagnosis;
  return lines.join("") + writeNotation({ graph: nothing, conclusion: { leader, text } }, "scripted");
}

function scriptedThinking(teaching: TeachingCase): string {
  const graph = teachingCaseToGraph(teaching);
  const parts = teaching.stages.map(({ stage }, index) => stageProse(teaching, graph, stage, index));
  return [
    "This is a scripted walk-through of a synthetic teaching case, written in advance; no model is thinking here. It has not been reviewed by a clinician.",
    ...parts,
    `In one sentence: ${teaching.problemRepresentation}`,
    ["Where this case misleads:", ...teaching.pitfalls.map(({ bias, text }) => `- ${bias}: ${text}`)].join(
      "\n",
    ),
    ["Putting it together:", ...teaching.referenceReasoning.map((sentence) => `- ${sentence}`)].join("\n"),
  ].join("\n\n");
}

function stageProse(teaching: TeachingCase, graph: ArgumentGraph, stage: string, index: number): string {
  const findings = teaching.findings.filter((finding) => finding.stage === stage);
  const labels = findings.map(({ label }) => label).join("; ");
  const told = labels === "" ? "nothing new" : labels;
  const sentences = [
    `${capitalise(stage)}: ${told}.`,
    ...strongestReasons(teaching, findings),
    standing(graph, index),
  ];
  return sentences.join(" ");
}

function strongestReasons(teaching: TeachingCase, findings: readonly CaseFinding[]): readonly string[] {
  const ids = new Set(findings.map(({ id }) => id));
  const links = teaching.links
    .filter((link) => ids.has(link.finding))
    .toSorted((a, b) => b.strength - a.strength);
  return links.slice(0, TOLD_REASONS).map((link) => {
    const name = teaching.hypotheses.find(({ id }) => id === link.hypothesis)?.name ?? link.hypothesis;
    return `${link.relation === "supports" ? "For" : "Against"} ${name}: ${link.rationale}`;
  });
}

function standing(graph: ArgumentGraph, index: number): string {
  const [leader, runnerUp] = rankHypotheses(computeStrengths(graphUpTo(graph, index)));
  const nameOf = (id: NodeId | undefined): string => graph.nodes.get(id ?? "")?.text ?? "nothing";
  return `By the strengths so far ${nameOf(leader?.hypothesis.id)} leads, before ${nameOf(runnerUp?.hypothesis.id)}.`;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
