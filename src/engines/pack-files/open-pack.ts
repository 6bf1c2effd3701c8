/**
 * An installed pack as an engine reads it: its files by name, every byte held to the hash in the manifest before the
 * engine sees it, and nobody may change or remove the pack meanwhile.
 */
import type { EngineError } from "../../contracts/engine-error.ts";
import {
  PACKS_FOLDER,
  PACK_MANIFEST,
  packLockName,
  parsePack,
  type Pack,
  type PackFile,
} from "../../contracts/pack.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { hashBytes, hashFile } from "./hash-bytes.ts";
import type { PackFolder, PackLocks, PackSource } from "./pack-source.ts";

type Read<Value> = Promise<Result<Value, EngineError>>;

export type OpenPack = {
  readonly pack: Pack;
  /** All bytes of a file, in memory. */
  readonly readBytes: (name: string) => Read<Uint8Array<ArrayBuffer>>;
  /** The file itself, for engines that read it piece by piece; says while it checks how many bytes are checked. */
  readonly readFile: (name: string, onBytes: (bytes: number) => void) => Read<File>;
  /** Others may change the pack again. */
  readonly close: () => void;
};

/** Opens an installed pack, to be closed when the engine no longer reads from it. */
export async function openPack({ root, locks }: PackSource, packId: string): Read<OpenPack> {
  const letGo = await hold(locks, packLockName(packId));
  if (letGo === undefined) return err({ type: "engine-pack-busy" });
  const opened = await openFolder(root, packId);
  if (!opened.ok) letGo();
  return opened.ok ? ok({ ...opened.value, close: letGo }) : opened;
}

/** Holds the lock until what it returns is called; undefined while another changes the pack. */
function hold(locks: PackLocks, name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const whileHeld = (lock: unknown): Promise<void> =>
      new Promise((letGo) => {
        resolve(lock === null ? undefined : letGo);
        if (lock === null) letGo();
      });
    locks.request(name, { mode: "shared", ifAvailable: true }, whileHeld).catch(reject);
  });
}

async function openFolder(root: PackSource["root"], packId: string): Read<Omit<OpenPack, "close">> {
  const folder = await findFolder(root, packId);
  const manifest = await folder?.getFileHandle(PACK_MANIFEST).catch(() => undefined);
  // A folder without a manifest is an installation that never ended.
  if (folder === undefined || manifest === undefined) return err({ type: "engine-pack-missing" });
  const pack = parsePack(await (await manifest.getFile()).text());
  if (pack?.id !== packId) return err(damaged(PACK_MANIFEST));
  return ok({
    pack,
    readBytes: (name) => readBytes(folder, pack, name),
    readFile: (name, onBytes) => readFile(folder, pack, name, onBytes),
  });
}

async function findFolder(root: PackSource["root"], packId: string): Promise<PackFolder | undefined> {
  try {
    const packs = await (await root()).getDirectoryHandle(PACKS_FOLDER);
    return await packs.getDirectoryHandle(packId);
  } catch {
    return undefined;
  }
}

async function readBytes(folder: PackFolder, pack: Pack, name: string): Read<Uint8Array<ArrayBuffer>> {
  return readChecked(folder, pack, name, async (file) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { hash: await hashBytes(bytes), value: bytes };
  });
}

async function readFile(
  folder: PackFolder,
  pack: Pack,
  name: string,
  onBytes: (bytes: number) => void,
): Read<File> {
  return readChecked(folder, pack, name, async (file) => ({
    hash: await hashFile(file, onBytes),
    value: file,
  }));
}

async function readChecked<Value>(
  folder: PackFolder,
  pack: Pack,
  name: string,
  read: (file: File) => Promise<{ readonly hash: string; readonly value: Value }>,
): Read<Value> {
  const listed = pack.files.find((file) => file.name === name);
  if (listed === undefined) return err(damaged(name));
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    if (file.size !== listed.bytes) return err(damaged(name));
    const { hash, value } = await read(file);
    return hash === listed.sha256 ? ok(value) : err(damaged(name));
  } catch {
    // Gone, or changed while it was read.
    return err(damaged(name));
  }
}

function damaged(file: PackFile["name"]): EngineError {
  return { type: "engine-pack-damaged", file };
}
