/** One request answered by the runtime: tokens out as they come, and why it ended. */
import type { GenerateRequest, GenerationEnd, Listening } from "../../contracts/engine.ts";
import type { EngineError } from "../../contracts/engine-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { createStopScan } from "../stop-scan.ts";
import type { Chunk, ChunkCounts } from "./read-chunk.ts";
import type { RunFault, Runtime } from "./runtime.ts";

export type SpeakParts = {
  readonly runtime: Runtime;
  readonly request: GenerateRequest;
  readonly prompt: string;
  readonly stopper: AbortController;
} & Listening;

export type Spoken = { readonly end: GenerationEnd; readonly text: string };

const NOTHING: ChunkCounts = { promptTokens: 0, reusedTokens: 0, tokens: 0 };

/** Reads the prompt and answers it. */
export async function speak(parts: SpeakParts): Promise<Result<Spoken, EngineError>> {
  const { runtime, request, prompt, stopper, onTokens, onReading } = parts;
  const { budget, temperature, topP, seed, logprobs } = request;
  const grammar = request.grammar?.text;
  const scan = createStopScan(request.stop);
  const heard = { text: "", counts: NOTHING, isStopped: false, endedBy: "" };
  const hear = (chunk: Chunk): void => {
    heard.counts = chunk.counts ?? heard.counts;
    heard.endedBy = chunk.endedBy ?? heard.endedBy;
    if (chunk.reading !== undefined) onReading?.(chunk.reading);
    if (heard.isStopped || (chunk.text === "" && chunk.chances.length === 0)) return;
    heard.text += chunk.text;
    const { text, stopped } = scan.push(chunk.text);
    heard.isStopped = stopped;
    hand(text, chunk);
    if (stopped) stopper.abort();
  };
  const hand = (text: string, { chances }: Pick<Chunk, "chances">): void => {
    if (text !== "" || logprobs > 0)
      onTokens({ texts: [text], chances: logprobs > 0 ? [chances] : undefined });
  };
  const order = { prompt, budget, temperature, topP, seed, grammar, logprobs, mayReuse: true };
  const result = await runtime.run(order, hear, stopper.signal);
  if (!result.ok && result.error.type !== "stopped") return err(errorOf(result.error, runtime, request));
  if (!heard.isStopped) {
    const rest = scan.finish();
    if (rest !== "") hand(rest, { chances: [] });
  }
  return ok({ end: { reason: reasonOf(heard, result.ok, request), ...heard.counts }, text: heard.text });
}

type Heard = { readonly counts: ChunkCounts; readonly isStopped: boolean; readonly endedBy: string };

function reasonOf(heard: Heard, isWhole: boolean, { budget }: GenerateRequest): GenerationEnd["reason"] {
  if (heard.isStopped) return "stop-string";
  if (!isWhole) return "interrupted";
  if (heard.endedBy !== "length") return "stop";
  return heard.counts.tokens >= budget ? "budget" : "context-full";
}

/** What a fault of the library means for whoever asked. */
function errorOf(fault: RunFault, { contextTokens }: Runtime, { logprobs }: GenerateRequest): EngineError {
  switch (fault.type) {
    case "too-long":
      return { type: "engine-prompt-too-long", promptTokens: fault.tokens, contextTokens };
    case "bad-grammar":
      return { type: "engine-bad-grammar" };
    case "unwritable":
      // A likely token may be half a character, which the library cannot write down.
      return logprobs > 0
        ? { type: "engine-cannot", feature: "logprobs" }
        : { type: "engine-unexpected", where: "generate" };
    case "out-of-memory":
      return { type: "engine-out-of-memory" };
    default:
      return { type: "engine-crashed" };
  }
}
