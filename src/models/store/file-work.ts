/**
 * What the writing worker does to files. Large ones pass through in pieces; each piece is hashed as it is written. A
 * file that was begun before is hashed again from the disk first, so that what is counted is what truly lies there.
 */
import { createMD5, createSHA256 } from "hash-wasm";
import type { Folder, WritableFile } from "./folder.ts";
import { readFailure, StoreFault } from "./store-failure.ts";
import type { FilePlace, FolderEntry } from "./store-messages.ts";

/** Large enough that the disk is the limit, small enough to stop at once. */
const PIECE_BYTES = 4 * 1024 * 1024;

type Hasher = Awaited<ReturnType<typeof createSHA256>>;
type Hashed = { readonly bytes: number; readonly sha256: string };
type Reporting = { readonly isStopped: () => boolean; readonly onProgress: (bytes: number) => void };
type Writer = { readonly file: WritableFile; readonly hasher: Hasher };

type Copying = { readonly place: FilePlace; readonly file: Blob; readonly wantsMd5: boolean };

export type FileWork = {
  readonly append: (place: FilePlace, chunk: Uint8Array<ArrayBuffer>) => Promise<number>;
  readonly restart: (place: FilePlace) => Promise<void>;
  readonly finish: (place: FilePlace) => Promise<Hashed>;
  readonly copy: (copying: Copying, reporting: Reporting) => Promise<Hashed & { readonly md5: string }>;
  readonly hash: (place: FilePlace, reporting: Reporting) => Promise<Hashed>;
  readonly hashSource: (source: Blob, reporting: Reporting) => Promise<Hashed>;
  readonly read: (place: FilePlace, from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>;
  readonly put: (place: FilePlace, content: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly list: (folder: readonly string[]) => Promise<readonly FolderEntry[]>;
  readonly release: (folder: readonly string[]) => void;
  readonly remove: (place: FilePlace) => Promise<void>;
};

type Desk = { readonly openRoot: () => Promise<Folder>; readonly writers: Map<string, Writer> };

/** Work on the files below a root that is opened at first need. */
export function createFileWork(openRoot: () => Promise<Folder>): FileWork {
  const desk: Desk = { openRoot, writers: new Map() };
  return {
    append: async (place, chunk) => {
      const { file, hasher } = await openWriter(desk, place);
      const bytes = writeWhole(file, chunk, file.getSize());
      hasher.update(chunk);
      return bytes;
    },
    restart: async (place) => {
      const { file, hasher } = await openWriter(desk, place, true);
      file.truncate(0);
      hasher.init();
    },
    finish: async (place) => finish(desk, place),
    copy: async (copying, reporting) => copy(desk, copying, reporting),
    hash: async (place, reporting) => {
      const blob = await (await openFolder(desk, place.folder, false)).readFile(place.name);
      return hashWhole(blob, reporting);
    },
    hashSource: hashWhole,
    read: async (place, from, to) => {
      const blob = await (await openFolder(desk, place.folder, false)).readFile(place.name);
      return new Uint8Array(await blob.slice(from, to).arrayBuffer());
    },
    put: async (place, content) => put(desk, place, content),
    list: async (folder) => list(desk, folder),
    release: (folder) => release(desk, folder.join("/")),
    remove: async (place) => remove(desk, place),
  };
}

async function openFolder(desk: Desk, path: readonly string[], create: boolean): Promise<Folder> {
  let folder = await desk.openRoot().catch(() => {
    throw new StoreFault("no-file-system");
  });
  for (const name of path) folder = await folder.openFolder(name, create);
  return folder;
}

async function hashWhole(source: Blob, reporting: Reporting): Promise<Hashed> {
  const hasher = await createSHA256();
  await readInPieces(source, reporting, (piece) => void hasher.update(piece));
  return { bytes: source.size, sha256: hasher.digest() };
}

function keyOf({ folder, name }: FilePlace): string {
  return [...folder, name].join("/");
}

async function openWriter(desk: Desk, place: FilePlace, isEmptied = false): Promise<Writer> {
  const known = desk.writers.get(keyOf(place));
  if (known !== undefined) return known;
  const file = await (await openFolder(desk, place.folder, true)).openForWriting(place.name);
  try {
    const hasher = await createSHA256();
    if (!isEmptied) hashWritten(file, hasher);
    const writer = { file, hasher };
    desk.writers.set(keyOf(place), writer);
    return writer;
  } catch (error) {
    file.close();
    throw error;
  }
}

function hashWritten(file: WritableFile, hasher: Hasher): void {
  const piece = new Uint8Array(PIECE_BYTES);
  let at = 0;
  for (let read = file.read(piece, at); read > 0; read = file.read(piece, at)) {
    hasher.update(piece.subarray(0, read));
    at += read;
  }
}

/** Returns where the file ends then. A disk may also fill up quietly, by taking less than it was given. */
function writeWhole(file: WritableFile, bytes: Uint8Array<ArrayBuffer>, at: number): number {
  const written = file.write(bytes, at);
  if (written === bytes.length) return at + written;
  file.truncate(at);
  throw new StoreFault("disk-full");
}

async function finish(desk: Desk, place: FilePlace): Promise<Hashed> {
  const { file, hasher } = await openWriter(desk, place);
  const bytes = file.getSize();
  file.flush();
  file.close();
  desk.writers.delete(keyOf(place));
  return { bytes, sha256: hasher.digest() };
}

async function copy(
  desk: Desk,
  { place, file: source, wantsMd5 }: Copying,
  reporting: Reporting,
): Promise<Hashed & { readonly md5: string }> {
  const file = await (await openFolder(desk, place.folder, true)).openForWriting(place.name);
  try {
    file.truncate(0);
    const [sha256, md5] = await Promise.all([createSHA256(), wantsMd5 ? createMD5() : undefined]);
    await readInPieces(source, reporting, (piece, at) => {
      writeWhole(file, piece, at);
      sha256.update(piece);
      md5?.update(piece);
    });
    file.flush();
    return { bytes: source.size, sha256: sha256.digest(), md5: md5?.digest() ?? "" };
  } finally {
    file.close();
  }
}

/** Hands a file on in pieces, and says how far it is after each. The next one is read while this one is worked on. */
async function readInPieces(
  source: Blob,
  { isStopped, onProgress }: Reporting,
  take: (piece: Uint8Array<ArrayBuffer>, at: number) => void,
): Promise<void> {
  let next = readPiece(source, 0);
  for (let at = 0; at < source.size; at += PIECE_BYTES) {
    const piece = await next;
    if (piece === undefined) throw new StoreFault("source-gone");
    if (isStopped()) throw new StoreFault("stopped");
    next = readPiece(source, at + PIECE_BYTES);
    take(piece, at);
    onProgress(at + piece.length);
  }
}

/** Never rejects; undefined for what cannot be read whole. */
async function readPiece(source: Blob, at: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const wanted = Math.max(0, Math.min(PIECE_BYTES, source.size - at));
  const piece = await source
    .slice(at, at + wanted)
    .arrayBuffer()
    .catch(() => undefined);
  return piece?.byteLength === wanted ? new Uint8Array(piece) : undefined;
}

async function put(desk: Desk, place: FilePlace, content: Uint8Array<ArrayBuffer>): Promise<void> {
  const file = await (await openFolder(desk, place.folder, true)).openForWriting(place.name);
  try {
    file.truncate(0);
    writeWhole(file, content, 0);
    file.flush();
  } finally {
    file.close();
  }
}

async function list(desk: Desk, path: readonly string[]): Promise<readonly FolderEntry[]> {
  try {
    return await (await openFolder(desk, path, false)).list();
  } catch (error) {
    if (readFailure(error) === "missing") return [];
    throw error;
  }
}

function release({ writers }: Desk, path: string): void {
  for (const [key, { file }] of writers) {
    if (key !== path && !key.startsWith(`${path}/`)) continue;
    file.close();
    writers.delete(key);
  }
}

async function remove(desk: Desk, place: FilePlace): Promise<void> {
  release(desk, keyOf(place));
  try {
    await (await openFolder(desk, place.folder, false)).remove(place.name);
  } catch (error) {
    // What is not there is as good as removed.
    if (readFailure(error) !== "missing") throw error;
  }
}
