/**
 * Whether a run fits into the model's context, counted by the engine before anything is said. What does not fit is told
 * in numbers; leaving something out is the clinician's choice, never ours.
 */
import type { Engine } from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import type { Sentence } from "../../domain/case-text/sentences.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { askStatements, openConversation, openStatements, withReply } from "../prompts/conversation.ts";
import type { Conversation } from "../prompts/conversation.ts";

/** A shorter argument than this says nothing. */
const LEAST_STATEMENT_TOKENS = 300;

export type RunMisfit = {
  readonly type: "run-does-not-fit";
  readonly contextTokens: number;
  /** The note with everything the model is told. */
  readonly promptTokens: number;
  /** As allowed now. */
  readonly thinkingTokens: number;
  readonly statementTokens: number;
  /** The most thinking with which it would fit; undefined where not even none would do. */
  readonly mostThinkingTokens: number | undefined;
  /** How many sentences from the start of the note would fit with this much thinking. */
  readonly fittingSentences: number;
};

type Sentences = readonly Pick<Sentence, "id" | "text">[];

export type FitQuery = {
  readonly engine: Pick<Engine, "countTokens">;
  readonly sentences: Sentences;
  readonly contextTokens: number;
  /** 0 for a run without thinking. */
  readonly thinkingTokens: number;
};

/** Counts; an engine that cannot count says why. */
export async function fitRun(query: FitQuery): Promise<Result<undefined, RunMisfit | EngineError>> {
  const { sentences, contextTokens, thinkingTokens } = query;
  const counted = await countPrompt(query, sentences);
  if (!counted.ok) return counted;
  const promptTokens = counted.value;
  const room = contextTokens - promptTokens - LEAST_STATEMENT_TOKENS;
  if (room >= thinkingTokens) return ok(undefined);
  const fitting = await countFitting(query);
  if (!fitting.ok) return fitting;
  return err({
    type: "run-does-not-fit",
    contextTokens,
    promptTokens,
    thinkingTokens,
    statementTokens: LEAST_STATEMENT_TOKENS,
    mostThinkingTokens: room < 0 ? undefined : room,
    fittingSentences: fitting.value,
  });
}

/** All that the model is told up to its argument; what it will have thought by then is counted apart. */
function countPrompt({ engine, thinkingTokens }: FitQuery, sentences: Sentences) {
  const messages: Conversation =
    thinkingTokens > 0
      ? askStatements(withReply(openConversation(sentences), ""))
      : openStatements(sentences);
  return engine.countTokens({ type: "chat", messages, thinking: false });
}

/** Halves until it knows; a sentence more is never fewer tokens. */
async function countFitting(query: FitQuery): Promise<Result<number, EngineError>> {
  const { sentences, contextTokens, thinkingTokens } = query;
  let fits = 0;
  let tooMany = sentences.length;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    const counted = await countPrompt(query, sentences.slice(0, middle));
    if (!counted.ok) return counted;
    if (counted.value + LEAST_STATEMENT_TOKENS + thinkingTokens <= contextTokens) fits = middle;
    else tooMany = middle;
  }
  return ok(fits);
}
