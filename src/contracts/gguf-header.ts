/**
 * What the beginning of a GGUF file says about the model in it: pure, bounded and without trust, because the file comes
 * from anywhere. Shelf and engine read the same facts with it, before any library sees the file.
 */
import { err, ok, type Result } from "../shared/result.ts";
import { createGgufCursor, type GgufCursor, type GgufValue } from "./gguf-cursor.ts";
import { describeTensor, mainFormat, type GgufTensor } from "./gguf-tensors.ts";

export type GgufHeader = {
  /** As its maker names the kind of network, such as "qwen3". */
  readonly architecture: string;
  readonly name: string | undefined;
  /** The format most of its weights are in, such as "Q4_K". */
  readonly quantisation: string;
  /** Most tokens it was made for; 0 where the file does not say. */
  readonly contextTokens: number;
  /** What one token of context takes at half precision while the model runs. */
  readonly bytesPerContextToken: number;
  /** The template the file brings along, in its own language. */
  readonly chatTemplate: string | undefined;
  readonly hasVocabulary: boolean;
  /** Files the model is split over; this reader's users take one only. */
  readonly parts: number;
  /** A whole file has at least so many bytes: any fewer, and it was cut off. */
  readonly leastBytes: number;
};

export type GgufFault =
  /** More bytes may help; where there are no more, the file was cut off or lies about a length. */
  | { readonly type: "gguf-cut" }
  /** No GGUF, or none of a version in use. */
  | { readonly type: "gguf-unreadable" };

/** Headers hold whole vocabularies, but even large ones end before this; whoever reads on reads junk. */
export const MOST_GGUF_HEADER_BYTES = 64 * 1024 * 1024;

/** "GGUF", read as a little-endian number. */
const MAGIC = 0x46554747;
const VERSIONS: ReadonlySet<number> = new Set([2, 3]);
const MOST_DIMENSIONS = 4;
const DEFAULT_ALIGNMENT = 32;
const HALF_PRECISION_BYTES = 2;

type Facts = ReadonlyMap<string, GgufValue>;

/** Reads a header from the first bytes of a file, however many there are. */
export function parseGgufHeader(bytes: Uint8Array): Result<GgufHeader, GgufFault> {
  const cursor = createGgufCursor(bytes);
  const isGguf = cursor.u32() === MAGIC && VERSIONS.has(cursor.u32());
  if (!isGguf) return fault(bytes.length < 8 ? "gguf-cut" : "gguf-unreadable");
  const [tensorCount, factCount] = [cursor.u64(), cursor.u64()];
  const facts = readFacts(cursor, factCount);
  const tensors = readTensors(cursor, tensorCount);
  if (cursor.isBroken()) return fault("gguf-unreadable");
  if (cursor.isCut()) return fault("gguf-cut");
  const architecture = textOf(facts, "general.architecture");
  if (architecture === undefined) return fault("gguf-unreadable");
  return ok({
    architecture,
    name: textOf(facts, "general.name"),
    quantisation: mainFormat(tensors),
    contextTokens: countOf(facts, `${architecture}.context_length`) ?? 0,
    bytesPerContextToken: bytesPerToken(facts, architecture),
    chatTemplate: textOf(facts, "tokenizer.chat_template"),
    hasVocabulary: textOf(facts, "tokenizer.ggml.model") !== undefined,
    parts: countOf(facts, "split.count") ?? 1,
    leastBytes: leastBytes(cursor.place(), countOf(facts, "general.alignment"), tensors),
  });
}

function fault(type: GgufFault["type"]): Result<never, GgufFault> {
  return err({ type });
}

function isOver(cursor: GgufCursor): boolean {
  return cursor.isCut() || cursor.isBroken();
}

function readFacts(cursor: GgufCursor, count: number): Facts {
  const facts = new Map<string, GgufValue>();
  for (let i = 0; i < count && !isOver(cursor); i += 1) {
    const key = cursor.text();
    const value = cursor.value(cursor.u32());
    if (value !== undefined) facts.set(key, value);
  }
  return facts;
}

function readTensors(cursor: GgufCursor, count: number): readonly GgufTensor[] {
  const tensors: GgufTensor[] = [];
  for (let i = 0; i < count && !isOver(cursor); i += 1) {
    cursor.text();
    const dimensions = Array.from({ length: Math.min(cursor.u32(), MOST_DIMENSIONS) }, cursor.u64);
    tensors.push(describeTensor(dimensions, cursor.u32(), cursor.u64()));
  }
  return tensors;
}

function textOf(facts: Facts, key: string): string | undefined {
  const value = facts.get(key);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function countOf(facts: Facts, key: string): number | undefined {
  const value = facts.get(key);
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function leastBytes(
  headerEnd: number,
  alignment: number | undefined,
  tensors: readonly GgufTensor[],
): number {
  const step = alignment === undefined || alignment === 0 ? DEFAULT_ALIGNMENT : alignment;
  const start = Math.ceil(headerEnd / step) * step;
  return tensors.reduce((end, { offset, bytes }) => Math.max(end, start + offset + bytes), headerEnd);
}

/** Keys and values of every layer. Layers that keep less than this are counted as if they kept all. */
function bytesPerToken(facts: Facts, architecture: string): number {
  const count = (name: string) => countOf(facts, `${architecture}.${name}`);
  const layers = count("block_count") ?? 0;
  const heads = count("attention.head_count") ?? 1;
  const width = (count("embedding_length") ?? 0) / Math.max(heads, 1);
  const perHead = (count("attention.key_length") ?? width) + (count("attention.value_length") ?? width);
  const listed = facts.get(`${architecture}.attention.head_count_kv`);
  const headsOfAll =
    typeof listed === "object"
      ? listed.reduce((sum, each) => sum + Math.max(each, 0), 0)
      : layers * (count("attention.head_count_kv") ?? heads);
  const bytes = Math.ceil(headsOfAll * perHead * HALF_PRECISION_BYTES);
  return Number.isSafeInteger(bytes) ? bytes : 0;
}
