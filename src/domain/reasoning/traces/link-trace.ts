/**
 * From read sentences to the graph: what each sentence cites, what it says for or against which hypothesis, and
 * what it plans. Findings speak for themselves where the sentence ties them to a hypothesis; otherwise an inference
 * node stands for the sentence and derives from what was last cited.
 */
import type { ArgumentGraph, NodeId } from "../../argument/graph.ts";
import type { AnswerNames } from "./answer-names.ts";
import type { CaseIndex } from "./case-index.ts";
import type { FindingHit } from "./case-index.ts";
import { DOUBTS, POINTS_BACK, REFERS_BACK, TAKES_UP } from "./cue-words.ts";
import type { Hypotheses } from "./hypotheses.ts";
import { locateMentions } from "./locate-mentions.ts";
import type { LocatedHit } from "./locate-mentions.ts";
import type { ReadSentence } from "./trace-sentences.ts";
import { findMentions } from "./mentions.ts";
import type { Mention } from "./mentions.ts";
import { linkPlans } from "./link-plans.ts";
import { judgeMentions, judgeTopic } from "./judge-mentions.ts";
import { isListHead } from "./trace-sentences.ts";
import type { Judgement, Judgements } from "./judge-mentions.ts";
import { createTraceNodes } from "./trace-nodes.ts";
import type { TraceNodes } from "./trace-nodes.ts";
import type { StepRole } from "./steps.ts";
import type { TermReader } from "./terms.ts";

type LinkInput = {
  readonly reader: TermReader;
  readonly text: string;
  readonly sentences: readonly ReadSentence[];
  readonly hypotheses: Hypotheses;
  readonly caseIndex: CaseIndex;
  readonly answer: AnswerNames;
};

type StepNodes = { readonly nodes: readonly NodeId[]; readonly role: StepRole };

/** A phrase of the trace that was located in the case: where it stands, which finding it is, and by which rule. */
export type LocatedFinding = Omit<LocatedHit, "item"> & { readonly finding: NodeId };

type LinkedTrace = {
  readonly graph: ArgumentGraph;
  readonly located: readonly LocatedFinding[];
  readonly stated: readonly NodeId[];
  readonly reasonedAbout: readonly NodeId[];
  readonly nodesByStep: ReadonlyMap<number, StepNodes>;
};

/** Links one trace. */
export function linkTrace(input: LinkInput): LinkedTrace {
  const nodes = createTraceNodes(input.caseIndex, input.hypotheses);
  const steps = new Map<number, StepNodes>();
  const named = new Set<NodeId>();
  const located: LocatedFinding[] = [];
  for (const sentence of input.sentences) {
    const role = linkSentence(input, nodes, sentence, named, located);
    if (role === undefined) continue;
    const before = steps.get(sentence.step);
    const isFirm = before?.role === "argues" || role === "argues";
    steps.set(sentence.step, {
      role: isFirm ? "argues" : "cites",
      nodes: [...(before?.nodes ?? []), ...nodes.takeFresh()],
    });
  }
  const stated = linkAnswer(input, nodes);
  const graph = nodes.build();
  return {
    graph,
    located,
    stated,
    reasonedAbout: stated.filter((id) => named.has(id)),
    nodesByStep: new Map(
      [...steps].map(([step, read]) => [
        step,
        { role: read.role, nodes: read.nodes.filter((id) => graph.nodes.has(id)) },
      ]),
    ),
  };
}

function linkSentence(
  input: LinkInput,
  nodes: TraceNodes,
  sentence: ReadSentence,
  named: Set<NodeId>,
  located: LocatedFinding[],
): "argues" | "cites" | undefined {
  const { reader, text, caseIndex, hypotheses } = input;
  const mentions = findMentions(hypotheses.index, sentence.terms);
  const hits = locateMentions(reader, caseIndex, text, sentence, mentions);
  for (const mention of mentions) named.add(nodes.hypothesisId(mention.hypothesis));
  const { judgements, isGeneral } = judgeSentence(input, nodes, sentence, mentions, hits);
  const findings = hits.map((hit) => nodes.finding(hit.item));
  for (const { item, ...hit } of hits) located.push({ ...hit, finding: nodes.finding(item) });
  let argues = judgements.length > 0;
  for (const judgement of judgements) linkJudgement(nodes, sentence, text, judgement);
  if (DOUBTS.test(text.slice(sentence.start, sentence.end))) nodes.doubt(sentence, text, findings);
  nodes.cite(findings, sentence.step);
  const plans = linkPlans(input, nodes, sentence, judgements, findings);
  if (!argues && !plans && isGeneral && findings.length > 0) {
    nodes.inference(sentence, text);
    argues = true;
  }
  if (argues || plans) return "argues";
  return findings.length > 0 || mentions.length > 0 ? "cites" : undefined;
}

/** The judgements of a sentence; without a name in it, of what its step or the sentence before is about. */
function judgeSentence(
  { text }: LinkInput,
  nodes: TraceNodes,
  sentence: ReadSentence,
  mentions: readonly Mention[],
  hits: readonly FindingHit[],
): Judgements {
  const read = judgeMentions(sentence, mentions, hits, text);
  const [first] = mentions;
  if (first !== undefined) {
    const isHead = isListHead(sentence, first, text);
    if (isHead || !nodes.topic(sentence.step)?.isHead)
      nodes.setTopic({ step: sentence.step, hypothesis: first.hypothesis, isHead });
    return read;
  }
  const topic = nodes.topic(sentence.step);
  const isAbout =
    topic !== undefined && (topic.isHead || REFERS_BACK.test(text.slice(sentence.start, sentence.end)));
  const judgement = isAbout ? judgeTopic(sentence, topic.hypothesis, hits, topic.isHead) : undefined;
  return judgement === undefined ? read : { ...read, judgements: [judgement] };
}

/**
 * Findings tied to the judgement speak directly; without any, an inference stands for the sentence. Where it takes up
 * what was just cited ("these findings confirm X") those findings speak as well.
 */
function linkJudgement(nodes: TraceNodes, sentence: ReadSentence, text: string, judgement: Judgement): void {
  const hypothesis = nodes.hypothesis(judgement.hypothesis);
  const words = text.slice(sentence.start, sentence.end);
  const isSupport = judgement.sign === "support";
  const link = (source: NodeId, scheme: string): void => {
    const reading = { rationale: words.slice(0, 300), scheme };
    if (isSupport) nodes.support(source, hypothesis, judgement.weight, reading);
    else nodes.attack(source, hypothesis, judgement.weight, reading);
  };
  const scheme = isSupport ? "sign" : "falsification";
  for (const item of judgement.items) link(nodes.finding(item), scheme);
  const hasOwn = judgement.items.length > 0;
  const taken = (hasOwn ? POINTS_BACK : TAKES_UP).test(words) ? nodes.recent() : [];
  if (!hasOwn) link(nodes.inference(sentence, text), "abduction");
  for (const finding of taken) link(finding, scheme);
}

/** The stated answer is a node of its own that derives from the reasoning; it adds hardly any strength. */
const STATED_WEIGHT = 0.05;

function linkAnswer(input: LinkInput, nodes: TraceNodes): readonly NodeId[] {
  const { answer, hypotheses, text } = input;
  if (answer.diagnoses.length === 0 && answer.treatments.length === 0) return [];
  const conclusion = nodes.conclude(answer, text);
  const stated: NodeId[] = [];
  for (const display of answer.diagnoses) {
    const at = hypotheses.byGiven.get(display);
    if (at === undefined) continue;
    const id = nodes.hypothesis(at);
    if (stated.includes(id)) continue;
    stated.push(id);
    nodes.support(conclusion, id, STATED_WEIGHT, { rationale: "stated as the answer" });
  }
  for (const name of answer.treatments) {
    const treatment = nodes.plan("treatment", name);
    nodes.support(conclusion, treatment, 0.5, { rationale: "stated as the answer", scheme: "consequences" });
    for (const id of stated) nodes.support(id, treatment, 0.4, { rationale: "stated as the answer" });
  }
  return stated;
}
