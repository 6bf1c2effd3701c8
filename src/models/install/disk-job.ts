/**
 * One installation from the person's disk: look, judge, copy, compare, and only then a pack. Whatever stops it on the
 * way, all room it took is given back.
 */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { CatalogueEntry, InstallJob } from "../../contracts/model-shelf.ts";
import type { PackFile } from "../../contracts/pack.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Incoming } from "../store/incoming.ts";
import { copyFiles } from "./copy-files.ts";
import { createCopyProgress } from "./copy-progress.ts";
import { sizeOf, type DiskParts, type DiskRun, type Outcome, type PickedPack } from "./disk-parts.ts";
import { inspectFiles } from "./inspect-files.ts";
import { findSameBytes, makePack } from "./make-pack.ts";
import { refuseEarly } from "./refuse-early.ts";

export type DiskJob = {
  readonly read: () => InstallJob;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Resolves when all it had written is gone. */
  readonly cancel: () => Promise<void>;
};

type Options = {
  readonly id: string;
  readonly files: readonly File[];
  readonly parts: DiskParts;
  readonly onChange: () => void;
};

/** An installation that begins at once. */
export function createDiskJob({ id, files, parts, onChange }: Options): DiskJob {
  const progress = createCopyProgress({
    id,
    name: files[0]?.name ?? "",
    source: files.length === 1 ? "file" : "folder",
    totalBytes: files.reduce((sum, { size }) => sum + size, 0),
    now: parts.now,
    onChange,
  });
  let end = new AbortController();
  let last: Promise<void> = Promise.resolve();
  const run = (work: (run: DiskRun) => Promise<void>) => {
    end = new AbortController();
    const { signal } = end;
    last = last.then(() => work({ id, files, parts, progress, signal }));
    return last;
  };
  void run(install);
  return {
    read: progress.read,
    pause: () => {
      const { type } = progress.read().state;
      if (type !== "copying" && type !== "waiting") return;
      end.abort();
      progress.setState({ type: "paused" });
    },
    resume: () => {
      const { state } = progress.read();
      if (state.type !== "paused" && !(state.type === "failed" && state.canResume)) return;
      progress.setState({ type: "checking" });
      void run(install);
    },
    cancel: () => {
      end.abort();
      return run(clearAway);
    },
  };
}

async function install(run: DiskRun): Promise<void> {
  const { progress, signal } = run;
  if (signal.aborted) return;
  const installed = await tryInstall(run).catch((): Result<string, ShelfError> => {
    return err({ type: "shelf-unexpected" });
  });
  if (signal.aborted) return;
  if (installed.ok) progress.setState({ type: "done", packId: installed.value });
  else progress.setState({ type: "failed", error: installed.error, canResume: mayHelp(installed.error) });
}

/** Whether the same files may do at a second try: after making room, or closing another tab. */
function mayHelp({ type }: ShelfError): boolean {
  return type === "shelf-disk-full" || type === "shelf-no-room" || type === "shelf-unexpected";
}

/** When the signal is aborted, the error means nothing. */
async function tryInstall(run: DiskRun): Outcome<string> {
  const inspected = await inspectFiles(run.files);
  if (!inspected.ok) return inspected;
  const { name, source, files } = inspected.value;
  run.progress.setPlan({ name, source, totalBytes: sizeOf(files) });
  const refused = await refuseEarly(run, inspected.value);
  if (refused !== undefined) return err(refused);
  const opened = await openWhenFree(run, inspected.value);
  if (!opened.ok) return opened;
  const incoming = opened.value;
  const installed = await fill(run, inspected.value, incoming).catch((): Result<string, ShelfError> => {
    return err({ type: "shelf-unexpected" });
  });
  if (!installed.ok) await (run.signal.aborted ? incoming.close() : incoming.discard());
  return installed;
}

const LOOK_AGAIN_MS = 500;

/** There is one installation at a time in this browser; this one waits for its turn. */
async function openWhenFree(
  { id, parts, progress, signal }: DiskRun,
  inspected: PickedPack,
): Outcome<Incoming> {
  const { name, source, files } = inspected;
  const note = {
    version: 1,
    id,
    name,
    source,
    entry: undefined,
    startedAt: parts.readClock(),
    totalBytes: sizeOf(files),
    finished: [],
  } as const;
  while (!signal.aborted) {
    const opened = await parts.incoming.open(note);
    if (opened.ok || opened.error.type !== "shelf-busy-elsewhere") return opened;
    progress.setState({ type: "waiting" });
    await parts.wait(LOOK_AGAIN_MS, signal);
  }
  return err({ type: "shelf-busy-elsewhere" });
}

/** Everything between an open job and an installed pack. */
async function fill(run: DiskRun, inspected: PickedPack, incoming: Incoming): Outcome<string> {
  const { id, parts, progress, signal } = run;
  progress.setState({ type: "copying" });
  const copied = await copyFiles(run, inspected.files, incoming);
  if (!copied.ok) return copied;
  const installed = await parts.listPacks();
  const same = findSameBytes(installed.ok ? installed.value : [], copied.value);
  if (same !== undefined && !same.isDamaged)
    return err({ type: "shelf-already-installed", packId: same.pack.id });
  const pinned = (await parts.listPinned()).find(({ files }) => isPinnedAs(files, copied.value));
  if (signal.aborted) return err({ type: "shelf-unexpected" });
  const pack = makePack({
    id,
    name: inspected.name,
    inspected,
    files: copied.value,
    origin: { type: inspected.source },
    catalogueId: pinned?.id,
    installedAt: parts.readClock(),
  });
  const committed = await incoming.commit(pack);
  if (!committed.ok) return committed;
  if (same !== undefined) await parts.replace(same, id);
  return ok(id);
}

/** Nobody else can hold a job that this tab began; only another installation may have to end first. */
async function clearAway({ id, parts, progress, signal }: DiskRun): Promise<void> {
  const { name, source, totalBytes } = progress.read();
  const note = {
    version: 1,
    id,
    name,
    source,
    entry: undefined,
    startedAt: 0,
    totalBytes,
    finished: [],
  } as const;
  while (!signal.aborted) {
    const opened = await parts.incoming.open(note);
    if (opened.ok) return opened.value.discard();
    if (opened.error.type !== "shelf-busy-elsewhere") return undefined;
    await parts.wait(LOOK_AGAIN_MS, signal);
  }
  return undefined;
}

function isPinnedAs(pinned: CatalogueEntry["files"], files: readonly PackFile[]): boolean {
  const hashes = new Set(files.map(({ sha256 }) => sha256));
  return pinned.length > 0 && pinned.every(({ sha256 }) => hashes.has(sha256));
}
