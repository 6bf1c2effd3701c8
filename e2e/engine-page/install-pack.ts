/** Puts a pack into this browser's private file system as an installation leaves it, and damages one on request. */
import { openPack } from "../../src/engines/pack-files/open-pack.ts";
import { createPackSource } from "../../src/engines/pack-files/pack-source.ts";
import { PACKS_FOLDER, PACK_MANIFEST, type Pack } from "../../src/contracts/pack.ts";

export type PackToInstall = {
  readonly id: string;
  readonly format: Pack["format"];
  readonly template: string | undefined;
  readonly contextTokens: number;
  readonly bytesPerContextToken: number;
  readonly needsHalfPrecision: boolean;
  readonly files: readonly { readonly name: string; readonly url: string }[];
};

/** Fetches the files from this server and installs them. */
export async function installPack(wanted: PackToInstall): Promise<void> {
  const folder = await openPackFolder(wanted.id, true);
  const files = [];
  for (const { name, url } of wanted.files) {
    const bytes = await (await fetch(url)).arrayBuffer();
    await write(folder, name, bytes);
    files.push({ name, bytes: bytes.byteLength, sha256: await hash(bytes) });
  }
  const pack: Pack = {
    version: 1,
    id: wanted.id,
    name: wanted.id,
    format: wanted.format,
    catalogueId: undefined,
    origin: { type: "folder" },
    installedAt: 0,
    files,
    model: {
      architecture: "llama",
      template: wanted.template,
      quantisation: "test",
      contextTokens: wanted.contextTokens,
      needsHalfPrecision: wanted.needsHalfPrecision,
      bytesPerContextToken: wanted.bytesPerContextToken,
    },
  };
  await write(folder, PACK_MANIFEST, JSON.stringify(pack));
}

/** Changes one byte of an installed file, or gives it other contents. */
export async function spoilPack(
  id: string,
  name: string,
  change: { readonly at: number; readonly bits: number } | { readonly text: string },
): Promise<void> {
  const folder = await openPackFolder(id, false);
  if ("text" in change) return write(folder, name, change.text);
  const file = await (await folder.getFileHandle(name)).getFile();
  const bytes = new Uint8Array(await file.arrayBuffer());
  bytes[change.at % bytes.length] = (bytes[change.at % bytes.length] ?? 0) ^ change.bits;
  return write(folder, name, bytes);
}

/** Reads all files of a pack one after the other, and holds them to their hashes as engines do where that is wanted. */
export async function readPack(id: string, isChecked: boolean): Promise<number> {
  const opened = await openPack(createPackSource(navigator), id);
  if (!opened.ok) throw new Error(opened.error.type);
  const { pack, readBytes, close } = opened.value;
  const folder = await openPackFolder(id, false);
  let bytes = 0;
  for (const { name } of pack.files) {
    const read = isChecked
      ? await readBytes(name)
      : {
          ok: true as const,
          value: await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer(),
        };
    if (!read.ok) throw new Error(read.error.type);
    bytes += read.value.byteLength;
  }
  close();
  return bytes;
}

/** Why an engine would refuse this file of a pack, if it would. */
export async function checkFile(id: string, name: string): Promise<string | undefined> {
  const opened = await openPack(createPackSource(navigator), id);
  if (!opened.ok) return opened.error.type;
  const read = await opened.value.readBytes(name);
  opened.value.close();
  return read.ok ? undefined : read.error.type;
}

/** The manifests of everything that is installed. */
export async function listPacks(): Promise<readonly Pack[]> {
  const root = await navigator.storage.getDirectory();
  const packs: Pack[] = [];
  try {
    for await (const id of (await root.getDirectoryHandle(PACKS_FOLDER)).keys()) {
      const opened = await openPack(createPackSource(navigator), id);
      if (!opened.ok) continue;
      packs.push(opened.value.pack);
      opened.value.close();
    }
  } catch {
    // Nothing was ever installed.
  }
  return packs;
}

async function openPackFolder(id: string, create: boolean): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return (await root.getDirectoryHandle(PACKS_FOLDER, { create })).getDirectoryHandle(id, { create });
}

async function write(
  folder: FileSystemDirectoryHandle,
  name: string,
  contents: FileSystemWriteChunkType,
): Promise<void> {
  const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await writable.write(contents);
  await writable.close();
}

async function hash(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
