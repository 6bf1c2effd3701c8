/**
 * Reads a teaching case from JSON of unknown origin: its shape, and what its parts must say to each other. Quotes must be
 * the very characters of the story, ids must be unique, and every reference must lead somewhere.
 */
import { err, ok } from "../../../shared/result.ts";
import type { Result } from "../../../shared/result.ts";
import type { ShapeProblem } from "./json-shape.ts";
import { TEACHING_CASE_INDEX_SHAPE, TEACHING_CASE_SHAPE } from "./teaching-case-shape.ts";
import type { TeachingCase, TeachingCaseIndex } from "./teaching-case.ts";

export type TeachingCaseProblem =
  | ({ readonly type: "wrong-shape" } & ShapeProblem)
  | { readonly type: "duplicate-id"; readonly path: string; readonly id: string }
  | { readonly type: "unknown-reference"; readonly path: string; readonly id: string }
  | { readonly type: "quote-differs"; readonly path: string }
  | { readonly type: "outside-its-stage"; readonly path: string }
  | { readonly type: "stages-out-of-order"; readonly path: string }
  | { readonly type: "linked-twice"; readonly path: string };

/** The case, or everything that is wrong with it. */
export function readTeachingCase(json: unknown): Result<TeachingCase, readonly TeachingCaseProblem[]> {
  const shapeProblems: ShapeProblem[] = [];
  if (!TEACHING_CASE_SHAPE.check(json, "", shapeProblems)) return err(toWrongShape(shapeProblems));
  const problems = [
    ...duplicateIds(json),
    ...stageProblems(json),
    ...findingProblems(json),
    ...referenceProblems(json),
    ...repeatedLinks(json),
  ];
  return problems.length === 0 ? ok(json) : err(problems);
}

/** The list of cases, or what is wrong with it. */
export function readTeachingCaseIndex(
  json: unknown,
): Result<TeachingCaseIndex, readonly TeachingCaseProblem[]> {
  const problems: ShapeProblem[] = [];
  return TEACHING_CASE_INDEX_SHAPE.check(json, "", problems) ? ok(json) : err(toWrongShape(problems));
}

function toWrongShape(problems: readonly ShapeProblem[]): readonly TeachingCaseProblem[] {
  return problems.map(({ path, expected }) => ({ type: "wrong-shape", path, expected }));
}

/** Nodes and edges of the argument share their ids, so findings, hypotheses, links and knowledge must too. */
function* duplicateIds(teaching: TeachingCase): Generator<TeachingCaseProblem> {
  const seen = new Set<string>();
  for (const part of ["findings", "hypotheses", "links", "knowledge"] as const) {
    for (const { id } of teaching[part]) {
      if (seen.has(id)) yield { type: "duplicate-id", path: part, id };
      seen.add(id);
    }
  }
}

function* stageProblems({ stages, vignette }: TeachingCase): Generator<TeachingCaseProblem> {
  let reached = 0;
  for (const [index, { start, end }] of stages.entries()) {
    const isInOrder = start >= reached && end > start && end <= vignette.length;
    if (!isInOrder || vignette.slice(reached, start).trim() !== "")
      yield { type: "stages-out-of-order", path: `stages[${index}]` };
    reached = end;
  }
  if (vignette.slice(reached).trim() !== "") yield { type: "stages-out-of-order", path: "stages" };
}

function* findingProblems({ findings, stages, vignette }: TeachingCase): Generator<TeachingCaseProblem> {
  for (const { id, quote, start, end, stage } of findings) {
    const path = `findings.${id}`;
    if (vignette.slice(start, end) !== quote) yield { type: "quote-differs", path };
    const home = stages.find((candidate) => candidate.stage === stage);
    if (home === undefined) yield { type: "unknown-reference", path, id: stage };
    else if (start < home.start || end > home.end) yield { type: "outside-its-stage", path };
  }
}

function* referenceProblems(teaching: TeachingCase): Generator<TeachingCaseProblem> {
  const known = {
    finding: new Set(teaching.findings.map(({ id }) => id)),
    hypothesis: new Set(teaching.hypotheses.map(({ id }) => id)),
    knowledge: new Set(teaching.knowledge.map(({ id }) => id)),
  };
  for (const [path, kind, id] of references(teaching)) {
    if (!known[kind].has(id)) yield { type: "unknown-reference", path, id };
  }
  const linked = new Set(teaching.links.map((link) => JSON.stringify([link.finding, link.hypothesis])));
  for (const { finding, hypothesis } of teaching.undercuts) {
    if (!linked.has(JSON.stringify([finding, hypothesis]))) {
      yield { type: "unknown-reference", path: "undercuts", id: `${finding}>${hypothesis}` };
    }
  }
}

type Reference = readonly [path: string, kind: "finding" | "hypothesis" | "knowledge", id: string];

function* references(teaching: TeachingCase): Generator<Reference> {
  for (const { id, finding, hypothesis } of teaching.links) {
    yield [`links.${id}`, "finding", finding];
    yield [`links.${id}`, "hypothesis", hypothesis];
  }
  for (const { knowledge } of teaching.undercuts) yield ["undercuts", "knowledge", knowledge];
  for (const part of ["illnessScripts", "scriptConcordance"] as const) {
    for (const { hypothesis } of teaching[part]) yield [part, "hypothesis", hypothesis];
  }
  yield ["goldDiagnosis", "hypothesis", teaching.goldDiagnosis.hypothesis];
  const { expected } = teaching;
  for (const id of [expected.leader, expected.runnerUp, ...Object.keys(expected.hypotheses)]) {
    yield ["expected", "hypothesis", id];
  }
  for (const [finding] of expected.ledgerForLeader) yield ["expected.ledgerForLeader", "finding", finding];
  for (const { remove } of expected.smallestFlip) {
    for (const finding of remove ?? []) yield ["expected.smallestFlip", "finding", finding];
  }
}

function* repeatedLinks({ links }: TeachingCase): Generator<TeachingCaseProblem> {
  const seen = new Set<string>();
  for (const { id, finding, hypothesis } of links) {
    const pair = JSON.stringify([finding, hypothesis]);
    if (seen.has(pair)) yield { type: "linked-twice", path: `links.${id}` };
    seen.add(pair);
  }
}
