/** Splits the weights of a WebLLM package into shards of about a size, as real packages have them. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type TensorRecord = { readonly nbytes: number; readonly byteOffset: number };
type Shard = {
  readonly dataPath: string;
  readonly format: string;
  readonly nbytes: number;
  readonly records: readonly TensorRecord[];
};
type TensorCache = { readonly metadata: unknown; readonly records: readonly Shard[] };

/** Rewrites the package in the folder; a tensor larger than a shard gets one of its own. */
export function splitShard(folder: string, shardBytes: number): number {
  const cachePath = join(folder, "tensor-cache.json");
  const { metadata, records } = JSON.parse(readFileSync(cachePath, "utf8")) as TensorCache;
  const [whole] = records;
  if (whole === undefined) throw new Error("A package has at least one shard.");
  const weights = readFileSync(join(folder, whole.dataPath));
  rmSync(join(folder, whole.dataPath));
  const shards = groupBySize(whole.records, shardBytes).map((group, place): Shard => {
    const from = group[0]?.byteOffset ?? 0;
    const nbytes = group.reduce((sum, record) => sum + record.nbytes, 0);
    const dataPath = `params_shard_${place}.bin`;
    writeFileSync(join(folder, dataPath), weights.subarray(from, from + nbytes));
    const moved = group.map((record) => ({ ...record, byteOffset: record.byteOffset - from }));
    return { dataPath, format: whole.format, nbytes, records: moved };
  });
  writeFileSync(cachePath, JSON.stringify({ metadata, records: shards }));
  return shards.length;
}

function groupBySize(records: readonly TensorRecord[], mostBytes: number): readonly TensorRecord[][] {
  const groups: TensorRecord[][] = [];
  let room = 0;
  for (const record of records) {
    if (record.nbytes > room || groups.length === 0) {
      groups.push([]);
      room = mostBytes;
    }
    groups.at(-1)?.push(record);
    room -= record.nbytes;
  }
  return groups;
}
