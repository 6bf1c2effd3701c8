/**
 * An installed model as it lies in this browser's private file system: one folder a pack, its files, and last of all
 * the manifest, so that a folder without a manifest is no pack. The shelf writes it, engines read it, and both hold
 * every byte to the hashes in it.
 */
import {
  isCount,
  isFilledText,
  isListOf,
  isMaybe,
  isShape,
  isTagged,
  isText,
  isWordOf,
  isYesOrNo,
} from "./guards.ts";

/** Below the root of the private file system. */
export const PACKS_FOLDER = "packs";
export const PACK_MANIFEST = "pack.json";

/** Whoever uses a pack holds this lock shared; whoever changes or removes it must hold it alone. */
export function packLockName(packId: string): string {
  return `curbside-pack-${packId}`;
}

export type PackFile = {
  /** As the engine asks for it; never with a slash. */
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 in lower-case hexadecimal digits. */
  readonly sha256: string;
};

/** Compiled kernels and weights for WebGPU, or one GGUF file. */
export type PackFormat = "web-llm" | "gguf";

/** How a model came here. */
export type PackOrigin =
  | { readonly type: "folder" }
  | { readonly type: "file" }
  | { readonly type: "server"; readonly address: string }
  | { readonly type: "host"; readonly address: string; readonly revision: string };

/** What the files themselves say about the model. */
export type PackModel = {
  /** As its maker names the kind of network. */
  readonly architecture: string;
  /** Id of a chat template of ours, where the family is known. */
  readonly template: string | undefined;
  readonly quantisation: string;
  /** Most tokens it was made for. */
  readonly contextTokens: number;
  readonly needsHalfPrecision: boolean;
  /** Bytes that one token of context takes while the model runs. */
  readonly bytesPerContextToken: number;
};

export type Pack = {
  readonly version: 1;
  readonly id: string;
  /** What the person calls it. */
  readonly name: string;
  readonly format: PackFormat;
  /** Entry of the catalogue that it is, where it is one. */
  readonly catalogueId: string | undefined;
  readonly origin: PackOrigin;
  /** Milliseconds since 1970. */
  readonly installedAt: number;
  readonly files: readonly PackFile[];
  readonly model: PackModel;
};

/** Whether this names one file in a folder and nothing else. */
export function isPackFileName(value: unknown): value is string {
  return isText(value) && /^[\w][\w.+-]{0,120}$/u.test(value) && value !== PACK_MANIFEST;
}

/** Whether this is a SHA-256 in lower-case hexadecimal digits. */
export function isSha256(value: unknown): value is string {
  return isText(value) && /^[0-9a-f]{64}$/u.test(value);
}

const isPack = isShape<Pack>({
  version: (value): value is 1 => value === 1,
  id: isPackFileName,
  name: isFilledText,
  format: isWordOf(["web-llm", "gguf"]),
  catalogueId: isMaybe(isFilledText),
  origin: isTagged<PackOrigin>({
    folder: isShape({ type: isWordOf(["folder"]) }),
    file: isShape({ type: isWordOf(["file"]) }),
    server: isShape({ type: isWordOf(["server"]), address: isText }),
    host: isShape({ type: isWordOf(["host"]), address: isText, revision: isText }),
  }),
  installedAt: isCount,
  files: isListOf(isShape<PackFile>({ name: isPackFileName, bytes: isCount, sha256: isSha256 })),
  model: isShape<PackModel>({
    architecture: isText,
    template: isMaybe(isFilledText),
    quantisation: isText,
    contextTokens: isCount,
    needsHalfPrecision: isYesOrNo,
    bytesPerContextToken: isCount,
  }),
});

/** The manifest in a text, as `JSON.stringify` wrote it; undefined for anything else. */
export function parsePack(text: string): Pack | undefined {
  try {
    const read: unknown = JSON.parse(text, (_key, value: unknown) => value ?? undefined);
    const whole = typeof read === "object" && read !== null ? withAbsent(read) : read;
    return isPack(whole) ? whole : undefined;
  } catch {
    return undefined;
  }
}

/** JSON leaves out what is undefined; the guards want every field named. */
function withAbsent(read: object): object {
  const model: unknown = Reflect.get(read, "model");
  const known = typeof model === "object" && model !== null ? { template: undefined, ...model } : model;
  return { catalogueId: undefined, ...read, model: known };
}

/** What all files of a pack take on disk. */
export function packBytes({ files }: Pick<Pack, "files">): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
