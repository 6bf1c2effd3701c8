/** The list of weights in a WebLLM package: which files hold them, how large each is, and where every tensor lies. */
import { isPackFileName } from "../../contracts/pack.ts";
import { readCountField, readField, readTextField } from "./source-file.ts";

export type Shard = {
  readonly name: string;
  readonly bytes: number;
  readonly md5: string | undefined;
};

export type TensorCache = { readonly shards: readonly Shard[]; readonly largestTensorBytes: number };

const MOST_SHARDS = 10_000;

/** The list as a package holds it; undefined for one that contradicts itself or is no list. */
export function parseTensorCache(value: unknown): TensorCache | undefined {
  const records = readField(value, "records");
  if (!Array.isArray(records) || records.length === 0 || records.length > MOST_SHARDS) return undefined;
  const shards = records.map(readShard);
  const sizes = records.map(readLargestTensor);
  if (!shards.every((shard) => shard !== undefined) || !sizes.every((size) => size !== undefined))
    return undefined;
  if (new Set(shards.map(({ name }) => name)).size !== shards.length) return undefined;
  return { shards, largestTensorBytes: Math.max(...sizes) };
}

function readShard(record: unknown): Shard | undefined {
  const name = readTextField(record, "dataPath");
  const bytes = readCountField(record, "nbytes");
  const md5 = readTextField(record, "md5sum");
  if (!isPackFileName(name) || bytes === undefined) return undefined;
  return { name, bytes, md5: md5 !== undefined && /^[0-9a-f]{32}$/u.test(md5) ? md5 : undefined };
}

/** Undefined where a tensor reaches over the end of its file. */
function readLargestTensor(record: unknown): number | undefined {
  const size = readCountField(record, "nbytes") ?? 0;
  const tensors = readField(record, "records");
  if (!Array.isArray(tensors)) return undefined;
  let largest = 0;
  for (const tensor of tensors) {
    const bytes = readCountField(tensor, "nbytes");
    const offset = readField(tensor, "byteOffset");
    if (bytes === undefined || typeof offset !== "number" || !Number.isSafeInteger(offset)) return undefined;
    if (offset < 0 || offset + bytes > size) return undefined;
    largest = Math.max(largest, bytes);
  }
  return largest;
}
