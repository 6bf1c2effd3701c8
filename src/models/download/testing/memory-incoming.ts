/** The store of incoming files with memory for a disk: it outlives the "pages" of a test and can be full. */
import { createSHA256 } from "hash-wasm";
import type { ShelfError } from "../../../contracts/model-shelf-error.ts";
import type { Pack, PackFile } from "../../../contracts/pack.ts";
import { type Result, err, ok } from "../../../shared/result.ts";
import type { Incoming, IncomingStore } from "../../store/incoming.ts";
import type { JobNote } from "../../store/job-note.ts";

type Folder = Map<string, Uint8Array<ArrayBuffer>>;

export type MemoryDisk = {
  readonly notes: Map<string, JobNote>;
  readonly folders: Map<string, Folder>;
  readonly packs: Pack[];
  /** Jobs that some page holds open. */
  readonly held: Set<string>;
  /** Bytes that still fit. */
  roomLeft: number;
};

/** An empty disk. */
export function createMemoryDisk(): MemoryDisk {
  return {
    notes: new Map(),
    folders: new Map(),
    packs: [],
    held: new Set(),
    roomLeft: Number.POSITIVE_INFINITY,
  };
}

/** What lies of a job on the disk. */
export function bytesOnDisk(disk: MemoryDisk, jobId: string): number {
  return [...(disk.folders.get(jobId)?.values() ?? [])].reduce((sum, { length }) => sum + length, 0);
}

/** One page's view of the disk. */
export function createMemoryIncoming(disk: MemoryDisk): IncomingStore {
  return {
    listNotes: async () => ok([...disk.notes.values()]),
    open: async (wanted) => {
      // Opening takes its time, as the real one does.
      await Promise.resolve();
      if (disk.held.size > 0) return err({ type: "shelf-busy-elsewhere" });
      disk.held.add(wanted.id);
      if (!disk.notes.has(wanted.id)) disk.notes.set(wanted.id, wanted);
      const folder: Folder = disk.folders.get(wanted.id) ?? new Map();
      disk.folders.set(wanted.id, folder);
      return ok(createIncoming(disk, wanted.id, folder));
    },
  };
}

function createIncoming(disk: MemoryDisk, id: string, folder: Folder): Incoming {
  const read = (name: string) => folder.get(name) ?? new Uint8Array();
  return {
    id,
    readState: async () =>
      ok(
        [...folder].map(([name, { length }]) => ({
          name,
          bytes: length,
          sha256: finishedOf(disk, id).find((file) => file.name === name)?.sha256,
        })),
      ),
    write: async (name, chunk) => write(disk, folder, name, chunk),
    restart: async (name) => {
      disk.roomLeft += read(name).length;
      folder.delete(name);
      setFinished(
        disk,
        id,
        finishedOf(disk, id).filter((file) => file.name !== name),
      );
      return ok(undefined);
    },
    finish: async (name) => {
      const hasher = await createSHA256();
      const file = { name, bytes: read(name).length, sha256: hasher.update(read(name)).digest() };
      setFinished(disk, id, [...finishedOf(disk, id), file]);
      return ok(file);
    },
    copy: async () => err({ type: "shelf-unexpected" }),
    read: async (name, from, to) => ok(read(name).slice(from, to)),
    commit: async (pack) => {
      disk.packs.push(pack);
      disk.notes.delete(id);
      disk.held.delete(id);
      return ok(undefined);
    },
    close: async () => void disk.held.delete(id),
    discard: async () => {
      disk.notes.delete(id);
      disk.folders.delete(id);
      disk.held.delete(id);
    },
  };
}

function write(
  disk: MemoryDisk,
  folder: Folder,
  name: string,
  chunk: Uint8Array<ArrayBuffer>,
): Result<number, ShelfError> {
  const before = folder.get(name) ?? new Uint8Array();
  // Handed over: whoever still reads the piece afterwards finds it empty.
  const moved = structuredClone(chunk, { transfer: [chunk.buffer] });
  if (moved.length > disk.roomLeft) return err({ type: "shelf-disk-full" });
  disk.roomLeft -= moved.length;
  const after = new Uint8Array(before.length + moved.length);
  after.set(before);
  after.set(moved, before.length);
  folder.set(name, after);
  return ok(after.length);
}

function finishedOf(disk: MemoryDisk, id: string): readonly PackFile[] {
  return disk.notes.get(id)?.finished ?? [];
}

function setFinished(disk: MemoryDisk, id: string, finished: readonly PackFile[]): void {
  const note = disk.notes.get(id);
  if (note !== undefined) disk.notes.set(id, { ...note, finished });
}
