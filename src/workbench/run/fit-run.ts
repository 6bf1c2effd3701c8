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

/** How long a run is before it speaks, and how long it may be. */
export type RunSize = { readonly promptTokens: number; readonly mostPromptTokens: number };

/** Counts; an engine that cannot count says why. */
export async function measureRun(query: FitQuery): Promise<Result<RunSize, EngineError>> {
  const counted = await countPrompt(query, query.sentences);
  if (!counted.ok) return counted;
  const mostPromptTokens = query.contextTokens - LEAST_STATEMENT_TOKENS - query.thinkingTokens;
  return ok({ promptTokens: counted.value, mostPromptTokens });
}

/** Whether it fits, else what would. */
export async function fitRun(query: FitQuery): Promise<Result<undefined, RunMisfit | EngineError>> {
  const { contextTokens, thinkingTokens } = query;
  const measured = await measureRun(query);
  if (!measured.ok) return measured;
  const { promptTokens, mostPromptTokens } = measured.value;
  if (promptTokens <= mostPromptTokens) return ok(undefined);
  const fitting = await countFitting(query, measured.value);
  if (!fitting.ok) return fitting;
  const room = contextTokens - promptTokens - LEAST_STATEMENT_TOKENS;
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

/** Where the tokens of so many sentences end. */
type Mark = { readonly sentences: number; readonly tokens: number };

/**
 * Guesses by the length of what lies between, for counting a long note takes a while; every other time it halves, so that
 * one strange page does not lead it astray for long. A sentence more is never fewer tokens.
 */
async function countFitting(
  query: FitQuery,
  { promptTokens, mostPromptTokens }: RunSize,
): Promise<Result<number, EngineError>> {
  const { sentences } = query;
  let fits: Mark = { sentences: 0, tokens: 0 };
  let tooMany: Mark = { sentences: sentences.length, tokens: promptTokens };
  for (let step = 0; tooMany.sentences - fits.sentences > 1; step += 1) {
    const share =
      step % 2 === 1 ? 0.5 : (mostPromptTokens - fits.tokens) / Math.max(1, tooMany.tokens - fits.tokens);
    const guess = fits.sentences + Math.floor((tooMany.sentences - fits.sentences) * share);
    const middle = Math.min(tooMany.sentences - 1, Math.max(fits.sentences + 1, guess));
    const counted = await countPrompt(query, sentences.slice(0, middle));
    if (!counted.ok) return counted;
    const mark = { sentences: middle, tokens: counted.value };
    if (counted.value <= mostPromptTokens) fits = mark;
    else tooMany = mark;
  }
  return ok(fits.sentences);
}
