/** What wllama streams, as far as it is used here. It is a library's JSON: read field by field, trusted nowhere. */
import type { ReadingProgress, TokenChance } from "../../contracts/engine.ts";

export type Chunk = {
  readonly text: string;
  /** The likely tokens at this place, the chosen one first; empty where none were asked for. */
  readonly chances: readonly TokenChance[];
  /** Why it ended: "length" when the budget or the context was full, else the model's own end. */
  readonly endedBy: string | undefined;
  /** While the prompt is being read, before anything is said. */
  readonly reading: ReadingProgress | undefined;
  /** So far. */
  readonly counts: ChunkCounts | undefined;
};

export type ChunkCounts = {
  readonly promptTokens: number;
  readonly reusedTokens: number;
  readonly tokens: number;
};

/** Reads a chunk; what is missing counts as nothing said. */
export function readChunk(data: unknown): Chunk {
  const choice = fieldOf(fieldOf(data, "choices"), 0);
  const text = fieldOf(choice, "text");
  const likely = fieldOf(fieldOf(fieldOf(choice, "logprobs"), "content"), 0);
  const endedBy = fieldOf(choice, "finish_reason");
  return {
    text: typeof text === "string" ? text : "",
    chances: readChances(likely),
    endedBy: typeof endedBy === "string" ? endedBy : undefined,
    reading: readReading(fieldOf(data, "prompt_progress")),
    counts: readCounts(fieldOf(data, "timings")),
  };
}

function fieldOf(value: unknown, name: string | number): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function readCounts(timings: unknown): ChunkCounts | undefined {
  const [reused, read, made] = ["cache_n", "prompt_n", "predicted_n"].map((name) => fieldOf(timings, name));
  if (typeof reused !== "number" || typeof read !== "number" || typeof made !== "number") return undefined;
  return { promptTokens: reused + read, reusedTokens: reused, tokens: made };
}

/** What it kept from before is among what it read. */
function readReading(progress: unknown): ReadingProgress | undefined {
  const [read, total] = ["processed", "total"].map((name) => fieldOf(progress, name));
  if (typeof read !== "number" || typeof total !== "number") return undefined;
  return { readTokens: read, totalTokens: total };
}

function readChances(likely: unknown): readonly TokenChance[] {
  const chosen = readChance(likely);
  if (chosen === undefined) return [];
  const top = fieldOf(likely, "top_logprobs");
  const others = (Array.isArray(top) ? top : []).flatMap((item: unknown) =>
    fieldOf(item, "id") === fieldOf(likely, "id") ? [] : (readChance(item) ?? []),
  );
  return [chosen, ...others];
}

function readChance(item: unknown): TokenChance | undefined {
  const [text, logprob] = [fieldOf(item, "token"), fieldOf(item, "logprob")];
  if (typeof text !== "string" || typeof logprob !== "number") return undefined;
  return Number.isFinite(logprob) ? { text, logprob } : undefined;
}
