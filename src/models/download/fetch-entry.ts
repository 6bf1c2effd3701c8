/**
 * All files of one entry of the catalogue into the store, small ones first so that what is wrong shows early. What is
 * there already is not fetched again; a file is done when its hash is the catalogue's.
 */
import type { CatalogueEntry, CatalogueFile } from "../../contracts/model-shelf.ts";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { PackFile } from "../../contracts/pack.ts";
import { invariant } from "../../shared/assert.ts";
import { type Result, err, ok } from "../../shared/result.ts";
import type { Incoming, IncomingFile } from "../store/incoming.ts";
import { type Waiting, fetchFile } from "./fetch-file.ts";
import type { FileMemory, FileSink } from "./fetch-once.ts";
import { addressOf } from "./hosts.ts";
import type { Surroundings } from "./surroundings.ts";

/** What a download tells of its way. */
export type FetchEvents = {
  /** Bytes at hand of all files together; fewer than before when a file had to start again. */
  readonly onDone: (doneBytes: number) => void;
  readonly onRepeat: (bytes: number) => void;
  readonly onWait: (waiting: Waiting) => void;
  readonly onTry: () => void;
};

export type FetchEntry = {
  readonly entry: CatalogueEntry;
  readonly incoming: Incoming;
  readonly surroundings: Surroundings;
  readonly signal: AbortSignal;
  /** Lives as long as the job on this page, so that a pause does not forget which version the bytes are of. */
  readonly memories: Map<string, FileMemory>;
  readonly events: FetchEvents;
};

/** The files as they lie in the store, each held to its hash. When the signal is aborted, the error means nothing. */
export async function fetchEntry(job: FetchEntry): Promise<Result<readonly PackFile[], ShelfError>> {
  const state = await job.incoming.readState();
  if (!state.ok) return state;
  const sizes = new Map(state.value.map(({ name, bytes }) => [name, bytes]));
  const fetched: PackFile[] = [];
  for (const wanted of job.entry.files.toSorted((a, b) => a.bytes - b.bytes)) {
    const file = await fetchOne(job, wanted, state.value, sizes);
    if (!file.ok) return file;
    fetched.push(file.value);
  }
  return ok(fetched);
}

async function fetchOne(
  job: FetchEntry,
  wanted: CatalogueFile,
  state: readonly IncomingFile[],
  sizes: Map<string, number>,
): Promise<Result<PackFile, ShelfError>> {
  const here = state.find(({ name }) => name === wanted.name);
  if (here?.sha256 === wanted.sha256)
    return ok({ name: wanted.name, bytes: wanted.bytes, sha256: wanted.sha256 });
  const sink = createSink(job, wanted.name, sizes);
  // Finished as something else, or longer than it should be: of no use.
  if (here?.sha256 !== undefined || sink.bytes() > wanted.bytes) {
    const cleared = await sink.clear();
    if (!cleared.ok) return cleared;
  }
  const fetched = await fetchFile({ ...orderOf(job, wanted), sink });
  if (!fetched.ok) return fetched;
  if (job.signal.aborted) return err({ type: "shelf-unexpected" });
  return verify(job, wanted, sink);
}

function orderOf(job: FetchEntry, { name, path, bytes }: CatalogueFile) {
  const { surroundings, signal, events } = job;
  const address = addressOf(job.entry, path, surroundings.ownOrigin);
  invariant(address !== undefined, "an entry is fetched whose addresses were not looked at");
  return {
    order: { name, address, wantedBytes: bytes },
    memory: memoryOf(job, name),
    surroundings,
    signal,
    onBytes: () => undefined,
    onRepeat: events.onRepeat,
    onTry: events.onTry,
    onWait: events.onWait,
  };
}

function memoryOf({ memories }: FetchEntry, name: string): FileMemory {
  const memory = memories.get(name) ?? { etag: undefined, hasChanged: false };
  memories.set(name, memory);
  return memory;
}

/** The end of one file in the store, with what is counted of it. */
function createSink({ incoming, events }: FetchEntry, name: string, sizes: Map<string, number>): FileSink {
  const set = (bytes: number) => {
    sizes.set(name, bytes);
    events.onDone(sum(sizes));
  };
  set(sizes.get(name) ?? 0);
  return {
    bytes: () => sizes.get(name) ?? 0,
    append: async (piece) => {
      const written = await incoming.write(name, piece);
      if (!written.ok) return written;
      set(written.value);
      return ok(undefined);
    },
    clear: async () => {
      const cleared = await incoming.restart(name);
      if (cleared.ok) set(0);
      return cleared;
    },
  };
}

function sum(sizes: ReadonlyMap<string, number>): number {
  return [...sizes.values()].reduce((total, bytes) => total + bytes, 0);
}

/** A file that is not what the catalogue pinned is cleared; the others stay. */
async function verify(
  job: FetchEntry,
  { name, sha256 }: CatalogueFile,
  sink: FileSink,
): Promise<Result<PackFile, ShelfError>> {
  const finished = await job.incoming.finish(name);
  if (!finished.ok || finished.value.sha256 === sha256) return finished;
  const cleared = await sink.clear();
  if (!cleared.ok) return cleared;
  const { hasChanged } = memoryOf(job, name);
  job.memories.delete(name);
  return err(
    hasChanged ? { type: "shelf-changed-on-host", file: name } : { type: "shelf-wrong-hash", file: name },
  );
}
