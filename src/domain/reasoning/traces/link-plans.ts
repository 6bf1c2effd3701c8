/**
 * Tests and treatments that a sentence proposes, with what speaks for them; and what it says must not be done.
 */
import type { NodeId } from "../../argument/graph.ts";
import { FORBIDS, PLANS } from "./cue-words.ts";
import type { ReadSentence } from "./trace-sentences.ts";
import type { Judgement } from "./judge-mentions.ts";
import { findPlanPhrases } from "./plan-words.ts";
import type { TermReader } from "./terms.ts";
import type { TraceNodes } from "./trace-nodes.ts";

const PLAN_WEIGHT = 0.5;
const FORBIDDEN_WEIGHT = 0.6;
/** "CT revealed", "underwent surgery": told, not proposed. */
const TOLD =
  /\b(?:reveal\w*|show\w*|demonstrat\w+|confirm\w*|found|underwent|was (?:performed|done|treated|started|given)|were (?:performed|done)|history of|prior|previous\w*|suggest\w*|respon(?:d|se)\w*|despite|risk)\b/iu;

/** Adds the plan of one sentence; whether there was any. */
export function linkPlans(
  input: { readonly reader: TermReader; readonly text: string },
  nodes: TraceNodes,
  sentence: ReadSentence,
  judgements: readonly Judgement[],
  findings: readonly NodeId[],
): boolean {
  const words = input.text.slice(sentence.start, sentence.end);
  if (!PLANS.test(words) || TOLD.test(words)) return false;
  const phrases = findPlanPhrases(input.reader.vocabulary, input.text, sentence.terms);
  if (phrases.length === 0) return false;
  const reading = { rationale: words.slice(0, 300), scheme: "consequences" };
  const reasons = judgements
    .filter((each) => each.sign === "support")
    .map((each) => nodes.hypothesis(each.hypothesis));
  const isForbidden = FORBIDS.test(words);
  const sources = isForbidden ? [] : [...reasons, ...findings];
  const fallback = sources.length === 0 ? nodes.inference(sentence, input.text) : undefined;
  for (const phrase of phrases) {
    const plan = nodes.plan(phrase.kind, input.text.slice(phrase.start, phrase.end));
    if (isForbidden && phrase.kind === "treatment") {
      nodes.attack(nodes.forbid(sentence, input.text), plan, FORBIDDEN_WEIGHT, reading);
    }
    for (const source of fallback === undefined ? sources : [fallback]) {
      if (!isForbidden || phrase.kind === "test") nodes.support(source, plan, PLAN_WEIGHT, reading);
    }
  }
  return true;
}
