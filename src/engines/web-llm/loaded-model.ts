/** A model that is loaded: WebLLM's pipeline, how its family is spoken to, and what it knows of the conversation. */
import type { Prompt } from "../../contracts/engine.ts";
import { renderChat } from "../templates/render-chat.ts";
import type { ChatTemplateId } from "../templates/families.ts";
import { EMPTY_CONTEXT, planRound, type KnownContext, type RoundPlan } from "./known-context.ts";
import { findTakeBack, forgetAll, type Pipeline } from "./pipeline.ts";

export type LoadedModel = {
  readonly pipeline: Pipeline;
  readonly template: ChatTemplateId;
  readonly contextTokens: number;
  readonly takeBack: ((tokens: number) => void) | undefined;
  known: KnownContext;
};

/** A model about which nothing was asked yet. */
export function createLoadedModel(pipeline: Pipeline, template: ChatTemplateId): LoadedModel {
  return {
    pipeline,
    template,
    contextTokens: pipeline.contextWindowSize,
    takeBack: findTakeBack(pipeline),
    known: EMPTY_CONTEXT,
  };
}

/** The bytes that the model reads. */
export function promptText({ template }: LoadedModel, prompt: Prompt): string {
  return prompt.type === "text" ? prompt.text : renderChat(template, prompt);
}

/** How the model would read this text now. */
export function planPrompt({ pipeline, known, takeBack }: LoadedModel, prompt: string): RoundPlan {
  const encode = (text: string): Int32Array => pipeline.tokenizer.encode(text);
  return planRound(known, { prompt, encode, canTakeBack: takeBack !== undefined });
}

/** Takes the model back to where a plan goes on. */
export function goBack(model: LoadedModel, { from }: RoundPlan): void {
  const { pipeline, takeBack } = model;
  const surplus = pipeline.filledKVCacheLength - from.tokens;
  if (surplus === 0) return;
  if (from.tokens > 0 && takeBack !== undefined) return takeBack(surplus);
  pipeline.resetKVCache();
  pipeline.filledKVCacheLength = 0;
}

/** As if nothing had ever been said. */
export function forget(model: LoadedModel): void {
  forgetAll(model.pipeline);
  model.known = EMPTY_CONTEXT;
}
