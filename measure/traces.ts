/**
 * `measure -- traces`: free-form traces of several models, read into steps and a graph (set: medrbench).
 *
 * noTextLost: steps and gaps join to the exact text, and no gap holds a word that is not a marker.
 * connectedGraph: the graph has a finding and a hypothesis or plan, and every node of it that is not a finding stands
 * in one weakly connected component together with at least one finding; findings that are only cited may stand alone.
 * groundedHypotheses: the same question asked of each hypothesis and plan alone: following edges backwards from it,
 * without those of the stated answer, a finding is reached; share of all such nodes.
 * leaderEqualsStatedDiagnosis: the strongest hypothesis (log-odds, kappa 2, the edges of the stated answer left out,
 * a tie counts as a miss) is one that the trace's own answer states, by normalised name; over traces of diagnosis
 * tasks whose reasoning, not only whose answer, names the stated diagnosis. Labels of the set are never read.
 * leaderAmongRivals: the same over the traces where a diagnosis that the answer does not state is weighed as well.
 * located...: phrases of the reasoning that were located in the case, by the rule that located them (clinical foundation
 * 4.3a): the exact words, the same words, a synonym, a label that a value of the case bears out or shows normal.
 * unreadShare: letters in steps that gave neither a node nor an edge and are neither heading nor answer, over all.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ArgumentGraph, NodeId } from "../src/domain/argument/graph.ts";
import { ancestorsOf } from "../src/domain/argument/graph-views.ts";
import { checkEdge } from "../src/domain/argument/legal-moves.ts";
import { computeStrengths, rankHypotheses } from "../src/domain/argument/strength/strengths.ts";
import { readTrace } from "../src/domain/reasoning/traces/read-trace.ts";
import type { TraceReading } from "../src/domain/reasoning/traces/read-trace.ts";
import { CouldNotRun } from "../tools/figures.ts";
import type { FigureOptions, FigureTask, Figures } from "../tools/figures.ts";

type TraceRow = {
  readonly id: string;
  readonly caseId: string;
  readonly model: string;
  readonly task: string;
  readonly content: string;
};

type Tally = {
  total: number;
  noTextLost: number;
  neverThrew: number;
  legalGraph: number;
  connectedGraph: number;
  weighed: number;
  grounded: number;
  letters: number;
  unreadLetters: number;
  stated: number;
  leaderAgrees: number;
  rivalled: number;
  rivalledAgrees: number;
  exact: number;
  words: number;
  synonym: number;
  derived: number;
};

type Verdict = { readonly isAgreed: boolean; readonly hasRival: boolean; readonly ranked: readonly string[] };

/** Reads every trace of the folder. */
export const tracesMeasure: FigureTask = {
  id: "traces",
  about: "Free-form reasoning traces read into steps and a graph, per model (set: medrbench).",
  needsData: true,
  run: async (options) => measureTraces(options),
};

function measureTraces(options: FigureOptions): Figures {
  const cases = readCases(options.data);
  const tallies = new Map<string, Tally>();
  let count = 0;
  for (const row of readRows(options.data)) {
    if (count >= options.limit) break;
    const caseText = cases.get(`${row.caseId} ${row.task}`);
    if (caseText === undefined) continue;
    count += 1;
    if (count % 250 === 0) options.progress(`${count} traces read`);
    const tally = tallies.get(row.model) ?? emptyTally();
    tallies.set(row.model, tally);
    measureOne(options, row, caseText, tally);
  }
  if (count === 0) throw new CouldNotRun("the folder holds no trace whose case is in cases.jsonl.");
  const all = [...tallies.values()];
  return {
    ...toFigures(all),
    byModel: Object.fromEntries([...tallies].map(([model, tally]) => [model, toFigures([tally])])),
  };
}

function measureOne(options: FigureOptions, row: TraceRow, caseText: string, tally: Tally): void {
  tally.total += 1;
  const reading = readSafely(row, caseText, options);
  if (reading === undefined) return;
  tally.neverThrew += 1;
  countText(row, reading, tally, options);
  tally.legalGraph += [...reading.graph.edges.values()].every((edge) => checkEdge(reading.graph, edge).ok)
    ? 1
    : 0;
  const loose = findLooseNodes(reading.graph);
  if (loose.length === 0) tally.connectedGraph += 1;
  else options.miss({ what: "not connected", trace: row.id, loose: loose.slice(0, 6) });
  countGrounded(reading.graph, tally);
  for (const { rule } of reading.located) tally[rule] += 1;
  if (row.task !== "oracle_diagnosis" || reading.reasonedAbout.length === 0) return;
  tally.stated += 1;
  const { isAgreed, hasRival, ranked } = judgeLeader(reading);
  if (hasRival) tally.rivalled += 1;
  if (hasRival && isAgreed) tally.rivalledAgrees += 1;
  if (isAgreed) tally.leaderAgrees += 1;
  else options.miss({ what: "leader", trace: row.id, stated: namesOf(reading), ranked });
}

function readSafely(row: TraceRow, caseText: string, options: FigureOptions): TraceReading | undefined {
  try {
    return readTrace({ text: row.content, caseText });
  } catch (error) {
    options.miss({ what: "threw", trace: row.id, error: String(error) });
    return undefined;
  }
}

function countText(row: TraceRow, reading: TraceReading, tally: Tally, options: FigureOptions): void {
  const joined = reading.pieces.map((piece) => row.content.slice(piece.start, piece.end)).join("");
  const gaps = reading.pieces.filter((piece) => piece.kind === "gap");
  const words = gaps
    .map((gap) => row.content.slice(gap.start, gap.end).replace(/<[^<>]{0,24}>|```\w*|\bstep\s*\d+/giu, ""))
    .filter((text) => /\p{L}/u.test(text));
  if (joined === row.content && words.length === 0) tally.noTextLost += 1;
  else options.miss({ what: "text lost", trace: row.id, gaps: words.slice(0, 3) });
  for (const step of reading.steps) {
    const letters = row.content.slice(step.start, step.end).replace(/[^\p{L}]/gu, "").length;
    tally.letters += letters;
    if (step.role !== "unread") continue;
    tally.unreadLetters += letters;
    if (letters > 60)
      options.miss({ what: "unread", trace: row.id, text: row.content.slice(step.start, step.start + 200) });
  }
}

/** Nodes that are no finding and hang on no finding in the largest component; "nothing" when there is no argument. */
function findLooseNodes(graph: ArgumentGraph): readonly string[] {
  const component = componentsOf(graph);
  const argued = [...graph.nodes.values()].filter((node) => node.kind !== "finding");
  const findings = [...graph.nodes.values()].filter((node) => node.kind === "finding");
  if (argued.length === 0 || findings.length === 0) return ["nothing argued or nothing cited"];
  const anchored = new Set(findings.map((node) => component.get(node.id)));
  const sizes = new Map<NodeId, number>();
  for (const node of argued) {
    const root = component.get(node.id) ?? node.id;
    if (anchored.has(root)) sizes.set(root, (sizes.get(root) ?? 0) + 1);
  }
  const [main] = [...sizes].toSorted((a, b) => b[1] - a[1])[0] ?? [undefined];
  return argued
    .filter((node) => component.get(node.id) !== main)
    .map((node) => `${node.id} ${node.text.slice(0, 80)}`);
}

function componentsOf(graph: ArgumentGraph): ReadonlyMap<NodeId, NodeId> {
  const neighbours = new Map<NodeId, NodeId[]>([...graph.nodes.keys()].map((id) => [id, []]));
  for (const edge of graph.edges.values()) {
    neighbours.get(edge.from)?.push(edge.to);
    neighbours.get(edge.to)?.push(edge.from);
  }
  const component = new Map<NodeId, NodeId>();
  for (const root of graph.nodes.keys()) {
    const open = component.has(root) ? [] : [root];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (component.has(id)) continue;
      component.set(id, root);
      open.push(...(neighbours.get(id) ?? []));
    }
  }
  return component;
}

function withoutAnswer(graph: ArgumentGraph): ArgumentGraph {
  const edges = [...graph.edges].filter(([, edge]) => edge.rationale !== "stated as the answer");
  return { nodes: graph.nodes, edges: new Map(edges) };
}

function countGrounded(graph: ArgumentGraph, tally: Tally): void {
  const reasoned = withoutAnswer(graph);
  for (const node of graph.nodes.values()) {
    if (!["hypothesis", "test", "treatment"].includes(node.kind)) continue;
    tally.weighed += 1;
    const isGrounded = [...ancestorsOf(reasoned, [node.id])].some(
      (id) => graph.nodes.get(id)?.kind === "finding",
    );
    if (isGrounded) tally.grounded += 1;
  }
}

function judgeLeader({ graph, stated }: TraceReading): Verdict {
  const ranking = rankHypotheses(computeStrengths(withoutAnswer(graph)));
  const best = ranking.find(({ hypothesis }) => stated.includes(hypothesis.id))?.strength ?? 0;
  const rival = ranking.find(({ hypothesis }) => !stated.includes(hypothesis.id))?.strength;
  const ranked = ranking
    .slice(0, 5)
    .map(({ hypothesis, strength }) => `${strength.toFixed(3)} ${hypothesis.text}`);
  return { isAgreed: best > (rival ?? 0) + 1e-9, hasRival: rival !== undefined, ranked };
}

function namesOf({ graph, stated }: TraceReading): readonly string[] {
  return stated.map((id) => graph.nodes.get(id)?.text ?? id);
}

function emptyTally(): Tally {
  return {
    total: 0,
    noTextLost: 0,
    neverThrew: 0,
    legalGraph: 0,
    connectedGraph: 0,
    weighed: 0,
    grounded: 0,
    letters: 0,
    unreadLetters: 0,
    stated: 0,
    leaderAgrees: 0,
    rivalled: 0,
    rivalledAgrees: 0,
    exact: 0,
    words: 0,
    synonym: 0,
    derived: 0,
  };
}

function toFigures(tallies: readonly Tally[]): { readonly [name: string]: number | null } {
  const sum = (name: keyof Tally): number => tallies.reduce((total, tally) => total + tally[name], 0);
  return {
    total: sum("total"),
    noTextLost: share(sum("noTextLost"), sum("total")),
    neverThrew: share(sum("neverThrew"), sum("total")),
    legalGraph: share(sum("legalGraph"), sum("total")),
    unreadShare: share(sum("unreadLetters"), sum("letters")),
    connectedGraph: share(sum("connectedGraph"), sum("total")),
    groundedHypotheses: share(sum("grounded"), sum("weighed")),
    leaderEqualsStatedDiagnosis: share(sum("leaderAgrees"), sum("stated")),
    statedInReasoning: sum("stated"),
    leaderAmongRivals: share(sum("rivalledAgrees"), sum("rivalled")),
    withRival: sum("rivalled"),
    locatedExact: sum("exact"),
    locatedWords: sum("words"),
    locatedSynonym: sum("synonym"),
    locatedDerived: sum("derived"),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}

function* readLines(path: string): Generator<object> {
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const value: unknown = line.trim() === "" ? undefined : JSON.parse(line);
    if (typeof value === "object" && value !== null) yield value;
  }
}

function textOf(row: object, name: string): string {
  const value: unknown = Object.getOwnPropertyDescriptor(row, name)?.value;
  return typeof value === "string" ? value : "";
}

function readCases(data: string): ReadonlyMap<string, string> {
  const cases = new Map<string, string>();
  for (const row of readLines(join(data, "cases.jsonl"))) {
    const id = textOf(row, "id");
    for (const [task, field] of [
      ["oracle_diagnosis", "case_summary"],
      ["oracle_treatment", "tx_case_summary"],
    ] as const) {
      const text = textOf(row, field);
      if (text !== "") cases.set(`${id} ${task}`, text);
    }
  }
  return cases;
}

function* readRows(data: string): Generator<TraceRow> {
  const files = readdirSync(data).filter((name) => /^traces\..*\.jsonl$/u.test(name));
  for (const name of files.toSorted()) {
    for (const row of readLines(join(data, name))) {
      yield {
        id: textOf(row, "trace"),
        caseId: textOf(row, "case"),
        model: textOf(row, "model"),
        task: textOf(row, "task"),
        content: textOf(row, "content"),
      };
    }
  }
}
