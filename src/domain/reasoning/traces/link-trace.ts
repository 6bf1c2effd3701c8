/**
 * From read sentences to the graph: what each sentence cites, what it says for or against which hypothesis, and
 * what it plans. Findings speak for themselves where the sentence ties them to a hypothesis; otherwise an inference
 * node stands for the sentence and derives from what was last cited.
 */
import type { ArgumentGraph, NodeId } from "../../argument/graph.ts";
import type { AnswerNames } from "./answer-names.ts";
import type { CaseIndex } from "./case-index.ts";
import { locateFindings } from "./case-index.ts";
import { DOUBTS } from "./cue-words.ts";
import type { Hypotheses, ReadSentence } from "./hypotheses.ts";
import { findMentions } from "./mentions.ts";
import { linkPlans } from "./link-plans.ts";
import { judgeMentions } from "./judge-mentions.ts";
import type { Judgement } from "./judge-mentions.ts";
import { createTraceNodes } from "./trace-nodes.ts";
import type { TraceNodes } from "./trace-nodes.ts";
import type { StepRole } from "./read-trace.ts";
import type { TermReader } from "./terms.ts";

export type LinkInput = {
  readonly reader: TermReader;
  readonly text: string;
  readonly sentences: readonly ReadSentence[];
  readonly hypotheses: Hypotheses;
  readonly caseIndex: CaseIndex;
  readonly answer: AnswerNames;
};

type StepNodes = { readonly nodes: readonly NodeId[]; readonly role: StepRole };

export type LinkedTrace = {
  readonly graph: ArgumentGraph;
  readonly stated: readonly NodeId[];
  readonly reasonedAbout: readonly NodeId[];
  readonly nodesByStep: ReadonlyMap<number, StepNodes>;
};

/** Links one trace. */
export function linkTrace(input: LinkInput): LinkedTrace {
  const nodes = createTraceNodes(input.caseIndex, input.hypotheses);
  const steps = new Map<number, StepNodes>();
  const named = new Set<NodeId>();
  for (const sentence of input.sentences) {
    const role = linkSentence(input, nodes, sentence, named);
    if (role === undefined) continue;
    const before = steps.get(sentence.step);
    const isFirm = before?.role === "argues" || role === "argues";
    steps.set(sentence.step, {
      role: isFirm ? "argues" : "cites",
      nodes: [...(before?.nodes ?? []), ...nodes.takeFresh()],
    });
  }
  const stated = linkAnswer(input, nodes);
  return {
    graph: nodes.build(),
    stated,
    reasonedAbout: stated.filter((id) => named.has(id)),
    nodesByStep: steps,
  };
}

function linkSentence(
  input: LinkInput,
  nodes: TraceNodes,
  sentence: ReadSentence,
  named: Set<NodeId>,
): "argues" | "cites" | undefined {
  const { reader, text, caseIndex, hypotheses } = input;
  const mentions = findMentions(hypotheses.index, sentence.terms);
  const free = sentence.terms.filter(
    (term) => !mentions.some((mention) => term.start < mention.end && mention.start < term.end),
  );
  const hits = locateFindings(reader, caseIndex, free);
  for (const mention of mentions) named.add(nodes.hypothesisId(mention.hypothesis));
  const { judgements, isGeneral } = judgeMentions(sentence, mentions, hits, text);
  const findings = hits.map((hit) => nodes.finding(hit.item));
  let argues = false;
  for (const judgement of judgements) argues = linkJudgement(nodes, sentence, text, judgement) || argues;
  if (DOUBTS.test(text.slice(sentence.start, sentence.end))) nodes.doubt(sentence, text, findings);
  nodes.cite(findings, sentence.step);
  const plans = linkPlans(input, nodes, sentence, judgements, findings);
  if (!argues && !plans && isGeneral) argues = nodes.interpret(sentence, text, findings) || argues;
  if (argues || plans) return "argues";
  return findings.length > 0 || mentions.length > 0 ? "cites" : undefined;
}

/** Findings tied to the judgement speak directly; a judgement without any is an inference. */
function linkJudgement(
  nodes: TraceNodes,
  sentence: ReadSentence,
  text: string,
  judgement: Judgement,
): boolean {
  const hypothesis = nodes.hypothesis(judgement.hypothesis);
  const rationale = text.slice(sentence.start, sentence.end).slice(0, 300);
  const isSupport = judgement.sign === "support";
  const scheme = isSupport ? "sign" : "falsification";
  const sources =
    judgement.items.length > 0
      ? judgement.items.map((item) => nodes.finding(item))
      : [nodes.inference(sentence, text)];
  for (const source of sources) {
    const reading = { rationale, scheme: judgement.items.length > 0 ? scheme : "abduction" };
    if (isSupport) nodes.support(source, hypothesis, judgement.weight, reading);
    else nodes.attack(source, hypothesis, judgement.weight, reading);
  }
  return true;
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
