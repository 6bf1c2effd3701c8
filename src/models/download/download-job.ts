/**
 * One download from "may it begin" to an installed pack. It can be paused and resumed at any moment; what it has
 * written stays on the disk, and only a cancel clears it away.
 */
import type { CatalogueEntry, InstallJob } from "../../contracts/model-shelf.ts";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { PackFile } from "../../contracts/pack.ts";
import { type Result, err } from "../../shared/result.ts";
import { findNoRoom } from "../install/room.ts";
import type { Incoming, IncomingStore } from "../store/incoming.ts";
import { type FetchEvents, fetchEntry } from "./fetch-entry.ts";
import type { FileMemory } from "./fetch-once.ts";
import { type Reach, addressOf, findUnlistedHost } from "./hosts.ts";
import { type JobProgress, createJobProgress } from "./job-progress.ts";
import type { Surroundings } from "./surroundings.ts";

/** What a download needs of the shelf. */
export type DownloadParts = {
  readonly incoming: IncomingStore;
  readonly surroundings: Surroundings;
  readonly reach: Reach;
  /** Milliseconds since 1970. */
  readonly readClock: () => number;
  /** What this site may still store; undefined where the browser does not say. */
  readonly readFreeBytes: () => Promise<number | undefined>;
  /** What lies of a job on the disk, finished or not. */
  readonly readBytesAtHand: (jobId: string) => Promise<number>;
  /** The installed pack that is this entry already. */
  readonly findInstalled: (entry: CatalogueEntry) => Promise<string | undefined>;
  /** Makes the pack of the files and commits it; the answer is its id. */
  readonly install: (
    entry: CatalogueEntry,
    files: readonly PackFile[],
    incoming: Incoming,
  ) => Promise<Result<string, ShelfError>>;
};

export type DownloadJob = {
  readonly read: () => InstallJob;
  /** Begins or goes on. */
  readonly resume: () => void;
  readonly pause: () => void;
  /** Resolves when everything it had written is gone. */
  readonly cancel: () => Promise<void>;
};

type Run = {
  readonly parts: DownloadParts;
  readonly entry: CatalogueEntry;
  readonly progress: JobProgress;
  readonly memories: Map<string, FileMemory>;
  readonly signal: AbortSignal;
};

type Options = {
  readonly entry: CatalogueEntry;
  readonly parts: DownloadParts;
  /** Already on the disk, from an earlier page. */
  readonly doneBytes?: number;
  readonly onChange: () => void;
};

/** A download that has not begun: `resume` begins it. */
export function createDownloadJob({ entry, parts, doneBytes = 0, onChange }: Options): DownloadJob {
  const { surroundings } = parts;
  const progress = createJobProgress({
    entry,
    source: sourceOf(entry, surroundings.ownOrigin),
    state: { type: "paused" },
    doneBytes,
    surroundings,
    onChange,
  });
  const memories = new Map<string, FileMemory>();
  let end: AbortController | undefined;
  let last: Promise<void> = Promise.resolve();
  /** One run after the other, whatever is pressed in which order. */
  const run = (work: (run: Run) => Promise<void>) => {
    const { signal } = (end = new AbortController());
    last = last.then(() => work({ parts, entry, progress, memories, signal }));
    return last;
  };
  return {
    read: progress.read,
    resume: () => {
      if (end !== undefined && !end.signal.aborted && isRunning(progress.read())) return;
      progress.setState({ type: "checking" });
      void run(download);
    },
    pause: () => {
      if (!isRunning(progress.read())) return;
      end?.abort();
      progress.setState({ type: "paused" });
    },
    cancel: () => {
      end?.abort();
      // Whoever still reads it sees that nothing moves any more.
      progress.setState({ type: "paused" });
      return run(clearAway);
    },
  };
}

function isRunning({ state }: InstallJob): boolean {
  return state.type !== "paused" && state.type !== "failed" && state.type !== "done";
}

function sourceOf(entry: CatalogueEntry, ownOrigin: string): InstallJob["source"] {
  const address = addressOf(entry, "", ownOrigin);
  return address !== undefined && new URL(address).origin === ownOrigin ? "server" : "host";
}

async function download(run: Run): Promise<void> {
  if (run.signal.aborted) return;
  try {
    const refused = await refuse(run);
    const opened = refused === undefined ? await openWhenFree(run) : err(refused);
    if (!opened.ok) return fail(run, opened.error);
    const installed = await fill(run, opened.value).catch((): Result<string, ShelfError> => {
      return err({ type: "shelf-unexpected" });
    });
    if (installed.ok) return run.progress.setState({ type: "done", packId: installed.value });
    await opened.value.close();
    return fail(run, installed.error);
  } catch {
    return fail(run, { type: "shelf-unexpected" });
  }
}

/** Everything between an open job and an installed pack. When the signal is aborted, the error means nothing. */
async function fill(run: Run, incoming: Incoming): Promise<Result<string, ShelfError>> {
  const { parts, entry, progress, memories, signal } = run;
  const { surroundings } = parts;
  const fetched = await fetchEntry({
    entry,
    incoming,
    surroundings,
    signal,
    memories,
    events: eventsOf(run),
  });
  if (!fetched.ok) return fetched;
  if (signal.aborted) return err({ type: "shelf-unexpected" });
  progress.setState({ type: "verifying" });
  return parts.install(entry, fetched.value, incoming);
}

/** What was paused or cancelled meanwhile has its state already. */
function fail({ progress, signal }: Run, error: ShelfError): void {
  if (!signal.aborted) progress.setState({ type: "failed", error, canResume: !POINTLESS.has(error.type) });
}

/** Another try of the same cannot end otherwise. */
const POINTLESS: ReadonlySet<ShelfError["type"]> = new Set([
  "shelf-unlisted-host",
  "shelf-already-installed",
  "shelf-not-pinned",
]);

/** Everything that can be known before a byte moves. */
async function refuse({ parts, entry }: Run): Promise<ShelfError | undefined> {
  const { surroundings, reach } = parts;
  if (entry.files.length === 0) return { type: "shelf-not-pinned" };
  const unlisted = findUnlistedHost(entry, reach, surroundings.ownOrigin);
  if (unlisted !== undefined) return unlisted;
  const packId = await parts.findInstalled(entry);
  if (packId !== undefined) return { type: "shelf-already-installed", packId };
  const freeBytes = await parts.readFreeBytes();
  const totalBytes = entry.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const leftBytes = Math.max(0, totalBytes - (await parts.readBytesAtHand(entry.id)));
  return findNoRoom(leftBytes, freeBytes);
}

const LOOK_AGAIN_MS = 1000;

/** There is one installation at a time in this browser; this one waits for its turn. */
async function openWhenFree(run: Run): Promise<Result<Incoming, ShelfError>> {
  const { parts, entry, progress, signal } = run;
  const { ownOrigin, wait } = parts.surroundings;
  const note = {
    version: 1,
    id: entry.id,
    name: entry.name,
    source: sourceOf(entry, ownOrigin),
    entry,
    startedAt: parts.readClock(),
    totalBytes: progress.read().totalBytes,
    finished: [],
  } as const;
  while (!signal.aborted) {
    const opened = await parts.incoming.open(note);
    if (opened.ok || opened.error.type !== "shelf-busy-elsewhere") return opened;
    progress.setState({ type: "waiting" });
    await wait(LOOK_AGAIN_MS, signal);
  }
  return err({ type: "shelf-busy-elsewhere" });
}

function eventsOf({ progress, signal }: Run): FetchEvents {
  const setState = (state: InstallJob["state"]) => {
    if (!signal.aborted) progress.setState(state);
  };
  return {
    onDone: progress.setDone,
    onRepeat: progress.addRepeated,
    onTry: () => setState({ type: "downloading" }),
    onWait: (waiting) => setState({ type: "retrying", ...waiting }),
  };
}

async function clearAway(run: Run): Promise<void> {
  const opened = await openWhenFree(run);
  if (opened.ok) await opened.value.discard();
}
