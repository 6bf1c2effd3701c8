/**
 * A teaching case as an argument graph, stage by stage: each part of the story brings its findings and their links, the
 * hypotheses come up with the first, knowledge where it takes weight from a link, and the plan at the end.
 */
import { readSentences } from "../../case-text/sentences.ts";
import type { Sentence } from "../../case-text/sentences.ts";
import { defaultEdgeId } from "../../reasoning/notation/forms.ts";
import type { ArgumentEdge, ArgumentGraph, ArgumentNode, Citation } from "../graph.ts";
import type {
  CaseFinding,
  CaseKnowledge,
  CaseTreatment,
  CaseUndercut,
  TeachingCase,
} from "./teaching-case.ts";

export type CaseStatement =
  | { readonly type: "node"; readonly node: ArgumentNode }
  | { readonly type: "edge"; readonly edge: ArgumentEdge };

const ORIGIN = "scripted";
/**
 * A case names the standing of a treatment, not a strength. These numbers only put options above reserves, and
 * prohibitions above cautions; they are ours, without clinical meaning (clinical foundation 11.1, point 5).
 */
const PLAN_WEIGHTS = {
  option: 0.6,
  reserve: 0.3,
  "not routinely": 0.4,
  caution: 0.4,
  contraindicated: 0.9,
} as const;
const TEST_WEIGHT = 0.6;

/** The graph of a case. Nodes and edges keep the order in which the story brings them. */
export function teachingCaseToGraph(teaching: TeachingCase): ArgumentGraph {
  const nodes = new Map<string, ArgumentNode>();
  const edges = new Map<string, ArgumentEdge>();
  for (const statement of teachingCaseStatements(teaching)) {
    if (statement.type === "node") nodes.set(statement.node.id, statement.node);
    else edges.set(statement.edge.id, statement.edge);
  }
  return { nodes, edges };
}

/** Everything the case argues, in the order of its story. */
export function teachingCaseStatements(teaching: TeachingCase): readonly CaseStatement[] {
  const sentences = readSentences(teaching.vignette);
  const said = new Set<string>();
  const statements = teaching.stages.flatMap(({ stage }, index) => {
    const findings = teaching.findings.filter((finding) => finding.stage === stage);
    return [
      ...findings.map((finding) => toNode(findingNode(finding, index, sentences))),
      ...(index === 0 ? hypothesisStatements(teaching) : []),
      ...findings.flatMap((finding) => linkStatements(teaching, finding, said)),
    ];
  });
  const unsaid = teaching.knowledge.filter(({ id }) => !said.has(id));
  return [
    ...statements,
    ...unsaid.map((knowledge) => toNode(knowledgeNode(knowledge))),
    ...calculationStatements(teaching),
    ...testStatements(teaching),
    ...teaching.treatments.flatMap((treatment, index) => treatmentStatements(teaching, treatment, index)),
  ];
}

function toNode(node: ArgumentNode): CaseStatement {
  return { type: "node", node };
}

function toEdge(edge: ArgumentEdge): CaseStatement {
  return { type: "edge", edge };
}

function findingNode(finding: CaseFinding, revealedAt: number, sentences: readonly Sentence[]): ArgumentNode {
  const { id, label, polarity, critical, category, value, unit } = finding;
  return {
    kind: "finding",
    id,
    text: label,
    citations: citationsOf(finding, sentences),
    attribution: "case",
    origin: ORIGIN,
    polarity,
    critical,
    category,
    ...(value === undefined ? {} : { value }),
    ...(unit === undefined ? {} : { unit }),
    revealedAt,
  };
}

/** The quoted stretch belongs to the sentence in which it begins. */
function citationsOf({ start, end }: CaseFinding, sentences: readonly Sentence[]): readonly Citation[] {
  const home = sentences.findLast((sentence) => sentence.start <= start);
  return home === undefined ? [] : [{ sentence: home.id, span: [start, end] }];
}

function hypothesisStatements({ hypotheses }: TeachingCase): readonly CaseStatement[] {
  return hypotheses.map(({ id, name, mustNotMiss, tier, baseScore }) =>
    toNode({
      kind: "hypothesis",
      id,
      text: name,
      citations: [],
      attribution: "model",
      origin: ORIGIN,
      baseScore,
      mustNotMiss,
      tier,
    }),
  );
}

function linkStatements(
  teaching: TeachingCase,
  finding: CaseFinding,
  said: Set<string>,
): readonly CaseStatement[] {
  return teaching.links
    .filter((link) => link.finding === finding.id)
    .flatMap(({ hypothesis, relation, strength: weight, rationale }) => {
      const base = {
        id: defaultEdgeId(finding.id, hypothesis),
        from: finding.id,
        to: hypothesis,
        weight,
        rationale,
      };
      const edge: ArgumentEdge =
        relation === "supports"
          ? { ...base, kind: "supports" }
          : { ...base, kind: "attacks", attack: "rebut" };
      const undercuts = teaching.undercuts.filter(
        (undercut) => undercut.finding === finding.id && undercut.hypothesis === hypothesis,
      );
      return [
        toEdge(edge),
        ...undercuts.flatMap((undercut) => undercutStatements(teaching, undercut, edge.id, said)),
      ];
    });
}

function undercutStatements(
  teaching: TeachingCase,
  { knowledge, strength: weight, rationale }: CaseUndercut,
  target: string,
  said: Set<string>,
): readonly CaseStatement[] {
  const source = teaching.knowledge.filter(({ id }) => id === knowledge && !said.has(id));
  said.add(knowledge);
  return [
    ...source.map((entry) => toNode(knowledgeNode(entry))),
    toEdge({
      id: defaultEdgeId(knowledge, target),
      kind: "attacks",
      attack: "undercut",
      from: knowledge,
      to: target,
      weight,
      rationale,
    }),
  ];
}

/** The author asserts what the case needs to know, so it starts at 1 and an undercut takes its whole strength. */
function knowledgeNode({ id, text, attribution }: CaseKnowledge): ArgumentNode {
  return {
    kind: "knowledge",
    id,
    text,
    citations: [],
    attribution: "source",
    origin: ORIGIN,
    baseScore: 1,
    source: attribution,
  };
}

function calculationStatements({ calculators }: TeachingCase): readonly CaseStatement[] {
  return calculators.map(({ id, name, inputs, expected, unit, interpretation }, index) =>
    toNode({
      kind: "calculation",
      id: `c${index + 1}`,
      text: `${name}: ${interpretation}`,
      citations: [],
      attribution: "calculated",
      origin: ORIGIN,
      calculatorId: id,
      inputs: Object.entries(inputs).map(([input, value]) => ({ name: input, value: spell(value) })),
      claimed: `${expected} ${unit}`.trim(),
    }),
  );
}

function spell(value: string | number | boolean | null | readonly string[]): string {
  if (value === null) return "missing";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

function testStatements({ tests, goldDiagnosis }: TeachingCase): readonly CaseStatement[] {
  return tests.flatMap(({ name, why }, index) => {
    const id = `t${index + 1}`;
    const node: ArgumentNode = {
      kind: "test",
      id,
      text: name,
      citations: [],
      attribution: "model",
      origin: ORIGIN,
    };
    return [toNode(node), toEdge(planSupport(goldDiagnosis.hypothesis, id, TEST_WEIGHT, why))];
  });
}

function treatmentStatements(
  teaching: TeachingCase,
  treatment: CaseTreatment,
  index: number,
): readonly CaseStatement[] {
  const { name, status, why } = treatment;
  const id = `r${index + 1}`;
  const weight = PLAN_WEIGHTS[status];
  const common = { citations: [], attribution: "model", origin: ORIGIN } as const;
  const node: ArgumentNode = { ...common, kind: "treatment", id, text: name };
  if (status === "option" || status === "reserve") {
    return [toNode(node), toEdge(planSupport(teaching.goldDiagnosis.hypothesis, id, weight, why))];
  }
  const reason = `x${index + 1}`;
  const severity = status === "contraindicated" ? "absolute" : "caution";
  return [
    toNode(node),
    toNode({ ...common, kind: "contraindication", id: reason, text: why, severity }),
    toEdge({ id: defaultEdgeId(reason, id), kind: "attacks", attack: "rebut", from: reason, to: id, weight }),
  ];
}

function planSupport(from: string, to: string, weight: number, rationale: string): ArgumentEdge {
  return { id: defaultEdgeId(from, to), kind: "supports", from, to, weight, rationale };
}
