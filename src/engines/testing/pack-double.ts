/** An installed pack that lies in memory: real files and real hashes, without a browser's private file system. */
import { PACKS_FOLDER, PACK_MANIFEST, type Pack } from "../../contracts/pack.ts";
import { hashBytes } from "../pack-files/hash-bytes.ts";
import type { PackFolder, PackLocks, PackSource } from "../pack-files/pack-source.ts";

export type Files = Map<string, Uint8Array<ArrayBuffer>>;

export type PackDouble = {
  readonly source: PackSource;
  readonly files: Files;
  readonly pack: Pack;
  /** How many hold the pack right now. */
  readonly holders: () => number;
};

/** A pack of these files, complete with its manifest. */
export async function createPackDouble(
  contents: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
): Promise<PackDouble> {
  const files: Files = new Map(Object.entries(contents));
  const pack = await describePack(files);
  files.set(PACK_MANIFEST, new TextEncoder().encode(JSON.stringify(pack)));
  const { locks, holders } = createLocksDouble();
  const root: PackFolder = folderOf({ [PACKS_FOLDER]: folderOf({ [pack.id]: folderOf({}, files) }) });
  return { source: { root: async () => root, locks }, files, pack, holders };
}

async function describePack(files: Files): Promise<Pack> {
  const listed = [...files].map(async ([name, bytes]) => ({
    name,
    bytes: bytes.length,
    sha256: await hashBytes(bytes),
  }));
  return {
    version: 1,
    id: "tiny",
    name: "Tiny model",
    format: "web-llm",
    catalogueId: undefined,
    origin: { type: "folder" },
    installedAt: 0,
    files: await Promise.all(listed),
    model: {
      architecture: "llama",
      template: "chatml",
      quantisation: "q0f32",
      contextTokens: 2048,
      needsHalfPrecision: false,
      bytesPerContextToken: 2048,
    },
  };
}

function folderOf(folders: Readonly<Record<string, PackFolder>>, files: Files = new Map()): PackFolder {
  return {
    getDirectoryHandle: async (name) => folders[name] ?? notFound(),
    getFileHandle: async (name) => {
      const bytes = files.get(name) ?? notFound();
      return { getFile: async () => new File([bytes], name) };
    },
  };
}

function notFound(): never {
  throw new DOMException("There is no such entry.", "NotFoundError");
}

/** Locks that are always free, and counted. */
function createLocksDouble(): { readonly locks: PackLocks; readonly holders: () => number } {
  let holders = 0;
  return {
    holders: () => holders,
    locks: {
      request: async (_name, _options, whileHeld) => {
        holders += 1;
        await whileHeld({});
        holders -= 1;
      },
    },
  };
}
