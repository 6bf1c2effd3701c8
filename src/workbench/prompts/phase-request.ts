/** One round of a phase as a request to an engine: its prompt, its budget, and the case's grammar where that holds. */
import type { EngineCapabilities, EngineGrammar, GenerateRequest } from "../../contracts/engine.ts";
import type { Sentence } from "../../domain/case-text/sentences.ts";
import { grammarToGbnf, grammarToXGrammar } from "../../domain/reasoning/notation/grammar-text.ts";
import { notationGrammar } from "../../domain/reasoning/notation/grammar.ts";
import type { Conversation } from "./conversation.ts";
import type { Phase } from "./phase-budgets.ts";

export type PhaseRound = {
  readonly phase: Phase;
  readonly conversation: Conversation;
  readonly sentences: readonly Pick<Sentence, "id">[];
  readonly capabilities: Pick<EngineCapabilities, "grammar">;
  readonly budget: number;
  readonly seed: number;
  /** Of free text; undefined for the usual. */
  readonly temperature?: number | undefined;
};

/** Free thinking and answers may vary with the seed; an argument is stated as surely as the model can. */
const TEMPERATURES: Readonly<Record<Phase, number>> = { thinking: 0.6, statements: 0, question: 0.6 };

/** The request of a round. */
export function toRequest({
  phase,
  conversation,
  sentences,
  capabilities,
  budget,
  seed,
  temperature,
}: PhaseRound): GenerateRequest {
  const isStatements = phase === "statements";
  return {
    prompt: { type: "chat", messages: conversation, thinking: phase === "thinking" },
    grammar: isStatements ? caseGrammar(sentences, capabilities) : undefined,
    budget,
    seed,
    temperature: isStatements ? TEMPERATURES.statements : (temperature ?? TEMPERATURES[phase]),
    topP: 0.95,
    stop: [],
    logprobs: 0,
  };
}

function caseGrammar(
  sentences: PhaseRound["sentences"],
  { grammar: syntax }: PhaseRound["capabilities"],
): EngineGrammar | undefined {
  if (syntax === undefined) return undefined;
  const grammar = notationGrammar({ sentences: sentences.map(({ id }) => id) });
  return { syntax, text: syntax === "gbnf" ? grammarToGbnf(grammar) : grammarToXGrammar(grammar) };
}
