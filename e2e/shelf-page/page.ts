/**
 * The page half of the shelf tests: the app's own shelf and worker, without a screen around them. A test calls what is
 * on `globalThis.shelfPage` and gets plain values back.
 */
import type { InstallJob, ModelShelf } from "../../src/contracts/model-shelf.ts";
import { openModelShelf } from "../../src/models/open-model-shelf.ts";
import { packWriterUrl } from "../../src/models/store/pack-writer-url.ts";

export type ShelfPage = {
  readonly shelf: ModelShelf;
  /** Installs what lies in a file input; gives the job's id. */
  readonly installPicked: (input: "folder" | "file") => string;
  /** Resolves with the job once it is in one of these states. */
  readonly until: (
    jobId: string,
    states: readonly InstallJob["state"]["type"][],
    leastBytes?: number,
  ) => Promise<InstallJob>;
  /** Paths and sizes of everything in the private file system. */
  readonly listFiles: () => Promise<readonly string[]>;
  /** Changes one bit of a file in the private file system. */
  readonly flipBit: (path: string, at: number) => Promise<void>;
  /** Holds a pack as an engine does, for as long as this document lives. */
  readonly usePack: (packId: string) => Promise<void>;
  readonly readUsage: () => Promise<number>;
};

declare global {
  var shelfPage: ShelfPage;
}

const policy = globalThis.trustedTypes?.createPolicy("app", {
  createScriptURL: (url) => {
    if (url !== packWriterUrl) throw new TypeError("Not the shelf's worker");
    return url;
  },
});

const shelf = openModelShelf({
  createWorker: () =>
    new Worker(policy?.createScriptURL(packWriterUrl) ?? packWriterUrl, { type: "module", name: "packs" }),
  reach: "own-server",
  readClock: () => Date.now(),
  createUnique: () => crypto.randomUUID(),
});

function until(
  jobId: string,
  states: readonly InstallJob["state"]["type"][],
  leastBytes = 0,
): Promise<InstallJob> {
  return new Promise((resolve) => {
    const look = () => {
      const job = shelf.readJobs().find(({ id }) => id === jobId);
      if (job === undefined || !states.includes(job.state.type) || job.doneBytes < leastBytes) return;
      stop();
      resolve(job);
    };
    const stop = shelf.subscribe(look);
    look();
  });
}

async function listFolder(folder: FileSystemDirectoryHandle, path: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const [name, entry] of folder.entries())
    found.push(...(await listEntry(entry, `${path}${name}`)));
  return found;
}

/** What is removed while it is looked at is not there. */
async function listEntry(
  entry: FileSystemDirectoryHandle | FileSystemFileHandle,
  path: string,
): Promise<readonly string[]> {
  try {
    if (entry.kind === "directory") return await listFolder(entry, `${path}/`);
    return [`${path} ${(await entry.getFile()).size}`];
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return [];
    throw error;
  }
}

async function flipBit(path: string, at: number): Promise<void> {
  const names = path.split("/");
  let folder = await navigator.storage.getDirectory();
  for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
  const handle = await folder.getFileHandle(names.at(-1) ?? "");
  const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  const writable = await handle.createWritable({ keepExistingData: true });
  await writable.write({ type: "write", position: at, data: Uint8Array.of((bytes[at] ?? 0) ^ 1) });
  await writable.close();
}

globalThis.shelfPage = {
  shelf,
  installPicked: (input) => {
    const element = document.querySelector<HTMLInputElement>(`#${input}`);
    return shelf.installFiles([...(element?.files ?? [])]);
  },
  until,
  listFiles: async () => listFolder(await navigator.storage.getDirectory(), ""),
  flipBit,
  usePack: (packId) =>
    new Promise((held) => {
      void navigator.locks.request(`curbside-pack-${packId}`, { mode: "shared" }, () => {
        held();
        return new Promise(() => undefined);
      });
    }),
  readUsage: async () => (await navigator.storage.estimate()).usage ?? 0,
};
