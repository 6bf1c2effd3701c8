/** What a benchmark asks for, as scripts of the scripted engine. */
import type { Script } from "../../../src/contracts/engine-script.ts";
import { transcriptToScript } from "../../../src/workbench/run/transcript-script.ts";
import { writeStatements, writeThinking } from "./script-text.ts";

export type ScriptAsked = {
  readonly thinkingTokens: number;
  readonly statementTokens: number;
  readonly tokensPerSecond: number;
  /** Ids of statements begin here, so that a second run says something new. */
  readonly from: number;
  /** Thinking without a budget: so many tokens as fast as can be, then at the gate until it opens, then the rest. */
  readonly gateAt?: number;
};

/** Faster than this no script is told. */
const MOST_TOKENS_PER_SECOND = 5000;
const CONTEXT_TOKENS = 1_000_000;

/** A script that says what is asked for. */
export function toScript({ thinkingTokens, statementTokens, tokensPerSecond, from }: ScriptAsked): Script {
  const transcript = `<think>\n${writeThinking(thinkingTokens)}\n</think>\n${writeStatements(statementTokens, from)}`;
  return transcriptToScript({ id: "sample", transcript, tokensPerSecond });
}

/** What is said before the gate and what behind it. */
export function toStages(asked: ScriptAsked, gateAt: number): readonly [Script, Script] {
  const { tokensPerSecond, thinkingTokens } = asked;
  return [toThinking(gateAt, MOST_TOKENS_PER_SECOND), toThinking(thinkingTokens, tokensPerSecond)];
}

function toThinking(tokens: number, tokensPerSecond: number): Script {
  const transcript = `<think>${writeThinking(tokens)}</think>`;
  const script = transcriptToScript({ id: "sample", transcript, tokensPerSecond });
  return { ...script, contextTokens: CONTEXT_TOKENS };
}
