/**
 * The downloads of this browser as this tab sees them: its own, those that another tab works on, and those that a
 * closed page left behind. Shown as `InstallJob`, like every other installation.
 */
import type { CatalogueEntry, InstallJob } from "../../contracts/model-shelf.ts";
import { type DownloadJob, type DownloadParts, createDownloadJob } from "./download-job.ts";
import type { TabMessage, Tabs, ToldJob } from "./tabs.ts";

export type Downloads = {
  readonly readJobs: () => readonly InstallJob[];
  readonly subscribe: (onChange: () => void) => () => void;
  /** Looks at what a closed page left, and at what other tabs do. */
  readonly refresh: () => Promise<void>;
  /** Begins, or goes on with, the download of an entry; gives the job's id. */
  readonly start: (entry: CatalogueEntry) => string;
  readonly pause: (jobId: string) => void;
  readonly resume: (jobId: string) => void;
  /** Ends it and clears away what it had written. */
  readonly cancel: (jobId: string) => void;
  /** Takes a job that is done or failed off the list; what a failed one has fetched is cleared away. */
  readonly dismiss: (jobId: string) => void;
  /** Whether this id is a download's. */
  readonly has: (jobId: string) => boolean;
};

type Desk = {
  readonly parts: DownloadParts;
  readonly tabs: Tabs;
  readonly own: Map<string, DownloadJob>;
  readonly elsewhere: Map<string, InstallJob>;
  readonly listeners: Set<() => void>;
  /** Cancelled here, and not yet gone from the disk. */
  readonly leaving: Set<string>;
  /** The last look at the disk that was asked for. */
  looking: Promise<void>;
};

/** Nothing is shown before the first `refresh` or `start`. */
export function createDownloads(parts: DownloadParts, tabs: Tabs): Downloads {
  const desk: Desk = {
    parts,
    tabs,
    own: new Map(),
    elsewhere: new Map(),
    listeners: new Set(),
    leaving: new Set(),
    looking: Promise.resolve(),
  };
  tabs.listen((message) => hear(desk, message));
  return {
    readJobs: () => [...[...desk.own.values()].map(({ read }) => read()), ...desk.elsewhere.values()],
    subscribe: (onChange) => {
      desk.listeners.add(onChange);
      return () => void desk.listeners.delete(onChange);
    },
    refresh: () => refresh(desk),
    start: (entry) => {
      if (!desk.elsewhere.has(entry.id)) {
        const job = desk.own.get(entry.id) ?? addOwn(desk, entry, 0);
        job.resume();
      }
      return entry.id;
    },
    pause: (jobId) => press(desk, jobId, "pause"),
    resume: (jobId) => desk.own.get(jobId)?.resume(),
    cancel: (jobId) => press(desk, jobId, "cancel"),
    dismiss: (jobId) => dismiss(desk, jobId),
    has: (jobId) => desk.own.has(jobId) || desk.elsewhere.has(jobId),
  };
}

function notify({ listeners }: Desk): void {
  for (const listener of listeners) listener();
}

function addOwn(desk: Desk, entry: CatalogueEntry, doneBytes: number): DownloadJob {
  const onChange = () => {
    tell(desk, job.read());
    notify(desk);
  };
  const job = createDownloadJob({ entry, parts: desk.parts, doneBytes, onChange });
  desk.own.set(entry.id, job);
  return job;
}

function tell({ tabs }: Desk, { state, isElsewhere: _ours, ...job }: InstallJob): void {
  switch (state.type) {
    // Not yet, or not by us.
    case "checking":
    case "waiting":
      return undefined;
    case "downloading":
    case "verifying":
      return tabs.tell({ type: "job", job: { ...job, stage: state.type } });
    case "retrying":
    case "copying":
      return tabs.tell({ type: "job", job: { ...job, stage: "downloading" } });
    case "paused":
    case "failed":
    case "done":
      return tabs.tell({ type: "changed" });
  }
}

function press(desk: Desk, jobId: string, command: "pause" | "cancel"): void {
  const job = desk.own.get(jobId);
  if (job === undefined) return desk.tabs.tell({ type: "command", jobId, command });
  if (command === "pause") return job.pause();
  return clearAway(desk, jobId, job);
}

function dismiss(desk: Desk, jobId: string): void {
  const job = desk.own.get(jobId);
  const state = job?.read().state.type;
  if (job === undefined || (state !== "done" && state !== "failed")) return;
  if (state === "failed") return clearAway(desk, jobId, job);
  desk.own.delete(jobId);
  notify(desk);
}

/** Off the list at once; what it had written is gone a moment later. */
function clearAway(desk: Desk, jobId: string, job: DownloadJob): void {
  desk.own.delete(jobId);
  desk.leaving.add(jobId);
  notify(desk);
  void job.cancel().then(() => {
    desk.leaving.delete(jobId);
    desk.tabs.tell({ type: "changed" });
  });
}

function hear(desk: Desk, message: TabMessage): void {
  switch (message.type) {
    case "job":
      return hearJob(desk, message.job);
    case "changed":
      return void refresh(desk);
    case "command":
      return desk.own.has(message.jobId) ? press(desk, message.jobId, message.command) : undefined;
  }
}

/** A job that another tab works on is not ours, even where it lay here paused. */
function hearJob(desk: Desk, told: ToldJob): void {
  const own = desk.own.get(told.id)?.read().state.type;
  if (own !== undefined && own !== "paused" && own !== "failed") return;
  desk.own.delete(told.id);
  const { stage, ...job } = told;
  const isNew = !desk.elsewhere.has(told.id);
  desk.elsewhere.set(told.id, { ...job, state: { type: stage }, isElsewhere: true });
  if (isNew) watch(desk, told.id);
  notify(desk);
}

/** When the other tab lets go of it, or is gone, the disk says what has become of it. */
function watch(desk: Desk, jobId: string): void {
  void desk.tabs.untilFree(jobId).then(() => refresh(desk));
}

/** One look after the other: an older one that ends later would bring back what is gone. */
function refresh(desk: Desk): Promise<void> {
  desk.looking = desk.looking.then(() => look(desk));
  return desk.looking;
}

async function look(desk: Desk): Promise<void> {
  const { parts, tabs, own, elsewhere, leaving } = desk;
  const notes = await parts.incoming.listNotes();
  if (!notes.ok) return;
  const ids = new Set(notes.value.map(({ id }) => id));
  for (const [id, job] of own) if (!ids.has(id) && job.read().state.type === "paused") own.delete(id);
  for (const { id, entry, name, source, totalBytes } of notes.value) {
    const doneBytes = await parts.readBytesAtHand(id);
    const isWorkedOn = await tabs.isWorkedOn(id);
    if (entry === undefined || own.has(id) || leaving.has(id)) continue;
    const wasElsewhere = elsewhere.has(id);
    if (!isWorkedOn) {
      elsewhere.delete(id);
      addOwn(desk, entry, doneBytes);
    } else if (!wasElsewhere) {
      elsewhere.set(id, seenFromAfar({ id, name, source, doneBytes, totalBytes }));
      watch(desk, id);
    }
  }
  for (const id of elsewhere.keys()) if (!ids.has(id)) elsewhere.delete(id);
  notify(desk);
}

/** Until the other tab tells more. */
function seenFromAfar(
  job: Pick<InstallJob, "id" | "name" | "source" | "doneBytes" | "totalBytes">,
): InstallJob {
  return {
    ...job,
    state: { type: "downloading" },
    bytesPerSecond: undefined,
    secondsLeft: undefined,
    repeatedBytes: 0,
    isElsewhere: true,
  };
}
