/** Guards for the larger values that travel to and from an engine: models, prompts, requests and what ends them. */
import type {
  ChatMessage,
  EngineNotice,
  GenerateRequest,
  GenerationEnd,
  ModelSource,
  Prompt,
  TokenChance,
} from "./engine.ts";
import {
  isBetween,
  isCount,
  isCountUpTo,
  isFilledText,
  isFiniteNumber,
  isListOf,
  isMaybe,
  isShape,
  isTagged,
  isText,
  isWordOf,
  isYesOrNo,
  type Guard,
} from "./guards.ts";
import { SCRIPT_FAULTS, type Script, type ScriptAnswer, type ScriptFault } from "./engine-script.ts";

const isScript = isShape<Script>({
  id: isFilledText,
  answers: isListOf(isShape<ScriptAnswer>({ when: isText, texts: isListOf(isText) })),
  tokensPerSecond: isBetween(1, 5000),
  contextTokens: isCount,
  faults: isListOf(
    isShape<ScriptFault>({
      kind: isWordOf(SCRIPT_FAULTS),
      generation: isCount,
      token: isCount,
      workers: isCount,
    }),
  ),
});

/** A model to load. */
export const isModelSource: Guard<ModelSource> = isTagged<ModelSource>({
  script: isShape({ type: isWordOf(["script"]), script: isScript }),
  pack: isShape({ type: isWordOf(["pack"]), packId: isFilledText, contextTokens: isCount }),
});

/** A prompt, as text or as a conversation. */
export const isPrompt: Guard<Prompt> = isTagged<Prompt>({
  text: isShape({ type: isWordOf(["text"]), text: isText }),
  chat: isShape({
    type: isWordOf(["chat"]),
    thinking: isYesOrNo,
    messages: isListOf(
      isShape<ChatMessage>({ role: isWordOf(["system", "user", "assistant"]), text: isText }),
    ),
  }),
});

/** A request to generate, its numbers within what a sampler can use. */
export const isGenerateRequest: Guard<GenerateRequest> = isShape<GenerateRequest>({
  prompt: isPrompt,
  grammar: isMaybe(isShape({ syntax: isWordOf(["xgrammar", "gbnf"]), text: isFilledText })),
  budget: isCount,
  seed: isCount,
  temperature: isBetween(0, 2),
  topP: isBetween(0, 1),
  stop: isListOf(isFilledText),
  logprobs: isCountUpTo(20),
});

/** The likely tokens at each place. */
export const isChances: Guard<readonly (readonly TokenChance[])[]> = isListOf(
  isListOf(isShape<TokenChance>({ text: isText, logprob: isFiniteNumber })),
);

/** How a generation ended. */
export const isGenerationEnd: Guard<GenerationEnd> = isShape<GenerationEnd>({
  reason: isWordOf(["stop", "stop-string", "budget", "context-full", "interrupted", "repetition"]),
  tokens: isCount,
  promptTokens: isCount,
  reusedTokens: isCount,
});

/** News that nobody asked for. */
export const isEngineNotice: Guard<EngineNotice> = isTagged<EngineNotice>({
  "device-lost": isShape({ type: isWordOf(["device-lost"]) }),
  "device-error": isShape({ type: isWordOf(["device-error"]) }),
  memory: isShape({ type: isWordOf(["memory"]), usedBytes: isCount }),
});
