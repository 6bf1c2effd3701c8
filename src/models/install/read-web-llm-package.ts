/** Whether the files of a folder are a whole WebLLM package, from its small files and the sizes of the others. */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { PackFile } from "../../contracts/pack.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { parseChatConfig, type ChatConfig } from "./chat-config.ts";
import type { InspectedPack, WantedFile } from "./inspected-pack.ts";
import { PACK_LIST, parsePackList } from "./pack-list.ts";
import { readSmallJson, type SourceFile } from "./source-file.ts";
import { startsWith } from "./strange-file.ts";
import { parseTensorCache, type TensorCache } from "./tensor-cache.ts";

export const CHAT_CONFIG = "mlc-chat-config.json";
/** As WebLLM 0.2.86 asks for it. */
const TENSOR_CACHE = "tensor-cache.json";
/** The same list under the name that earlier packages have. */
const OLD_TENSOR_CACHE = "ndarray-cache.json";
const SHARD = /^params_shard_\d+\.bin$/u;
const PROGRAM = /\.wasm$/u;
const MOST_CONFIG_BYTES = 4 * 1024 * 1024;
const MOST_LIST_BYTES = 64 * 1024 * 1024;

type Files<Source> = ReadonlyMap<string, Source>;
type Read<Value> = Promise<Result<Value, ShelfError>>;
type Parts<Source> = {
  readonly config: ChatConfig;
  readonly tensors: TensorCache;
  readonly listed: readonly PackFile[];
  readonly program: Source;
  readonly tensorFile: Source;
};

/** Whether anything among these files belongs to a WebLLM package. */
export function isPartOfPackage(name: string): boolean {
  return name === CHAT_CONFIG || name === TENSOR_CACHE || name === OLD_TENSOR_CACHE || SHARD.test(name);
}

/** What the package is, or what is wrong with it. `name` is what the person will see. */
export async function readWebLlmPackage<Source extends SourceFile>(
  files: Files<Source>,
  name: string,
): Read<InspectedPack<Source>> {
  const parts = await readParts(files);
  if (!parts.ok) return parts;
  const { config, tensors } = parts.value;
  const wanted = listFiles(files, parts.value);
  const fault = findWrongSize(wanted, parts.value);
  if (fault !== undefined) return err(fault);
  return ok({
    format: "web-llm",
    source: "folder",
    name,
    model: config.model,
    files: wanted,
    weightBytes: tensors.shards.reduce((sum, { bytes }) => sum + bytes, 0),
    largestTensorBytes: tensors.largestTensorBytes,
  });
}

async function readParts<Source extends SourceFile>(files: Files<Source>): Read<Parts<Source>> {
  const programs = [...files.values()].filter(({ name }) => PROGRAM.test(name));
  if (programs.length > 1)
    return err({ type: "shelf-several-models", files: programs.map(({ name }) => name) });
  const config = files.get(CHAT_CONFIG);
  const tensorFile = files.get(TENSOR_CACHE) ?? files.get(OLD_TENSOR_CACHE);
  const [program] = programs;
  const chat =
    config === undefined ? undefined : parseChatConfig(await readSmallJson(config, MOST_CONFIG_BYTES));
  if (config !== undefined && chat === undefined) return unreadable(CHAT_CONFIG);
  const tensors =
    tensorFile === undefined ? undefined : parseTensorCache(await readSmallJson(tensorFile, MOST_LIST_BYTES));
  if (tensorFile !== undefined && tensors === undefined) return unreadable(tensorFile.name);
  const listed = await readList(files);
  if (!listed.ok) return listed;
  const missing = [
    ...(chat === undefined
      ? [CHAT_CONFIG]
      : chat.tokenizerFiles.filter((name) => isNeeded(name) && !files.has(name))),
    ...(tensors?.shards.filter((shard) => !files.has(shard.name)).map((shard) => shard.name) ?? [
      TENSOR_CACHE,
    ]),
    ...(program === undefined ? ["*.wasm"] : []),
    ...listed.value.filter((file) => !files.has(file.name)).map((file) => file.name),
  ];
  if (
    chat === undefined ||
    tensors === undefined ||
    tensorFile === undefined ||
    program === undefined ||
    missing.length > 0
  )
    return err({ type: "shelf-incomplete", missing: [...new Set(missing)] });
  if (!startsWith(await program.read(0, 4), "\0asm")) return unreadable(program.name);
  return ok({ config: chat, tensors, listed: listed.value, program, tensorFile });
}

function unreadable(file: string): Result<never, ShelfError> {
  return err({ type: "shelf-unreadable-file", file });
}

/** WebLLM reads one of these two; the others are for other programs, and a package may name them and lack them. */
function isNeeded(name: string): boolean {
  return name === "tokenizer.json" || name === "tokenizer.model";
}

async function readList(files: Files<SourceFile>): Read<readonly PackFile[]> {
  const file = files.get(PACK_LIST);
  if (file === undefined) return ok([]);
  const listed = parsePackList(await readSmallJson(file, MOST_CONFIG_BYTES));
  return listed === undefined ? unreadable(PACK_LIST) : ok(listed);
}

/** Everything that the engine may ask for, under the name that it asks for. */
function listFiles<Source extends SourceFile>(
  files: Files<Source>,
  { config, tensors, listed, program, tensorFile }: Parts<Source>,
): readonly WantedFile<Source>[] {
  const hashes = new Map(listed.map(({ name, sha256 }) => [name, sha256]));
  const sums = new Map(tensors.shards.map(({ name, md5 }) => [name, md5]));
  const tokenizers = config.tokenizerFiles.filter((name) => files.has(name));
  const names = [CHAT_CONFIG, ...tokenizers, program.name, tensorFile.name, ...sums.keys()];
  return [...new Set(names)].flatMap((name) => {
    const file = files.get(name);
    if (file === undefined) return [];
    const asked = name === OLD_TENSOR_CACHE ? TENSOR_CACHE : name;
    return [{ name: asked, file, sha256: hashes.get(name), md5: sums.get(name) }];
  });
}

function findWrongSize(
  wanted: readonly WantedFile[],
  { tensors, listed }: Parts<SourceFile>,
): ShelfError | undefined {
  const sizes = new Map([...tensors.shards, ...listed].map(({ name, bytes }) => [name, bytes]));
  for (const { file } of wanted) {
    const size = sizes.get(file.name);
    if (size !== undefined && size !== file.bytes)
      return { type: "shelf-wrong-size", file: file.name, bytes: file.bytes, wanted: size };
  }
  return undefined;
}
