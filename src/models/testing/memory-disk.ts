/** A private file system in memory: it outlives the tabs of a test, fills up at a byte, and throws what the real one does. */
import type { Folder } from "../store/folder.ts";

type Bytes = Uint8Array<ArrayBuffer>;
export type MemoryFolder = Map<string, Bytes | MemoryFolder>;

export type MemoryDisk = {
  readonly root: MemoryFolder;
  /** Paths that someone has open for writing. */
  readonly open: Set<string>;
  /** Most bytes of all files together. */
  capacity: number;
};

/** An empty disk without an end. */
export function createMemoryDisk(): MemoryDisk {
  return { root: new Map(), open: new Set(), capacity: Number.POSITIVE_INFINITY };
}

/** The disk as the writing worker sees it. */
export function openMemoryRoot(disk: MemoryDisk): Folder {
  return openFolder(disk, disk.root, "");
}

/** The bytes of a file, or undefined. */
export function peek(disk: MemoryDisk, path: string): Bytes | undefined {
  let here: Bytes | MemoryFolder | undefined = disk.root;
  for (const name of path.split("/")) here = here instanceof Map ? here.get(name) : undefined;
  return here instanceof Map ? undefined : here;
}

/** The paths of all files. */
export function listPaths(disk: MemoryDisk, folder = disk.root, path = ""): readonly string[] {
  return [...folder].flatMap(([name, entry]) =>
    entry instanceof Map ? listPaths(disk, entry, `${path}${name}/`) : [`${path}${name}`],
  );
}

/** What all files take. */
export function usedBytes(disk: MemoryDisk): number {
  return listPaths(disk).reduce((sum, path) => sum + (peek(disk, path)?.length ?? 0), 0);
}

function missing(): DOMException {
  return new DOMException("Not there", "NotFoundError");
}

function openFolder(disk: MemoryDisk, folder: MemoryFolder, path: string): Folder {
  return {
    openForWriting: async (name) => openFile(disk, folder, name, `${path}${name}`),
    readFile: async (name) => {
      const bytes = folder.get(name);
      if (bytes === undefined || bytes instanceof Map) throw missing();
      return new Blob([bytes]);
    },
    list: async () =>
      [...folder].map(([name, entry]) =>
        entry instanceof Map
          ? { name, kind: "folder", bytes: 0 }
          : { name, kind: "file", bytes: entry.length },
      ),
    remove: async (name) => {
      const isOpen = [...disk.open].some((open) => `${open}/`.startsWith(`${path}${name}/`));
      if (isOpen) throw new DOMException("Open", "NoModificationAllowedError");
      if (!folder.delete(name)) throw missing();
    },
    openFolder: async (name, create) => {
      const known = folder.get(name);
      if (known instanceof Map) return openFolder(disk, known, `${path}${name}/`);
      if (!create) throw missing();
      const made: MemoryFolder = new Map();
      folder.set(name, made);
      return openFolder(disk, made, `${path}${name}/`);
    },
  };
}

function openFile(disk: MemoryDisk, folder: MemoryFolder, name: string, path: string) {
  if (disk.open.has(path)) throw new DOMException("Open", "NoModificationAllowedError");
  disk.open.add(path);
  const read = (): Bytes => {
    const bytes = folder.get(name);
    return bytes === undefined || bytes instanceof Map ? new Uint8Array() : bytes;
  };
  folder.set(name, read());
  return {
    getSize: () => read().length,
    truncate: (size: number) => void folder.set(name, read().slice(0, size)),
    flush: () => undefined,
    close: () => void disk.open.delete(path),
    read: (into: Bytes, at: number) => {
      const part = read().subarray(at, at + into.length);
      into.set(part);
      return part.length;
    },
    write: (bytes: Bytes, at: number) => {
      const grown = Math.max(read().length, at + bytes.length);
      if (usedBytes(disk) - read().length + grown > disk.capacity)
        throw new DOMException("Full", "QuotaExceededError");
      const next = new Uint8Array(grown);
      next.set(read());
      next.set(bytes, at);
      folder.set(name, next);
      return bytes.length;
    },
  };
}
