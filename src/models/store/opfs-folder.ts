/** This site's private file system, with access handles: only a worker has them, and they are the fast way to write. */
import type { Folder } from "./folder.ts";
import type { FolderEntry } from "./store-messages.ts";

/** The root of the private file system; rejects where the browser has none or refuses it. */
export async function openPrivateRoot(): Promise<Folder> {
  return createFolder(await navigator.storage.getDirectory());
}

function createFolder(handle: FileSystemDirectoryHandle): Folder {
  return {
    openForWriting: async (name) => {
      const file = await handle.getFileHandle(name, { create: true });
      const access = await file.createSyncAccessHandle();
      return {
        getSize: () => access.getSize(),
        truncate: (size) => access.truncate(size),
        flush: () => access.flush(),
        close: () => access.close(),
        read: (into, at) => access.read(into, { at }),
        write: (bytes, at) => access.write(bytes, { at }),
      };
    },
    readFile: async (name) => (await handle.getFileHandle(name)).getFile(),
    list: async () => {
      const entries: FolderEntry[] = [];
      for await (const [name, entry] of handle.entries()) entries.push(await describe(name, entry));
      return entries;
    },
    remove: async (name) => handle.removeEntry(name, { recursive: true }),
    openFolder: async (name, create) => createFolder(await handle.getDirectoryHandle(name, { create })),
  };
}

async function describe(
  name: string,
  entry: FileSystemDirectoryHandle | FileSystemFileHandle,
): Promise<FolderEntry> {
  if (entry.kind === "directory") return { name, kind: "folder", bytes: 0 };
  return { name, kind: "file", bytes: (await entry.getFile()).size };
}
