/** The installations from disk of this tab, and those that a closed page left cut short. */
import type { InstallJob } from "../../contracts/model-shelf.ts";
import { forgetJob } from "../store/leftovers.ts";
import type { JobNote } from "../store/job-note.ts";
import { createDiskJob, type DiskJob } from "./disk-job.ts";
import type { DiskParts } from "./disk-parts.ts";
import { createPackId } from "./make-pack.ts";

export type DiskJobs = {
  readonly readJobs: () => readonly InstallJob[];
  readonly start: (files: readonly File[]) => string;
  /** Shows copies that a closed page cut short; their bytes are gone already. */
  readonly showCut: (notes: readonly JobNote[]) => void;
  readonly has: (jobId: string) => boolean;
  readonly pause: (jobId: string) => void;
  readonly resume: (jobId: string) => void;
  readonly cancel: (jobId: string) => void;
  readonly dismiss: (jobId: string) => void;
};

type Options = {
  readonly parts: DiskParts;
  /** Some letters that no other id has. */
  readonly createUnique: () => string;
  readonly onChange: (job: InstallJob) => void;
};

/** No jobs yet. */
export function createDiskJobs({ parts, createUnique, onChange }: Options): DiskJobs {
  const jobs = new Map<string, DiskJob>();
  const tell = (id: string) => {
    const job = jobs.get(id);
    if (job !== undefined) onChange(job.read());
  };
  const takeOff = (id: string) => {
    const job = jobs.get(id);
    if (job === undefined) return;
    jobs.delete(id);
    onChange(job.read());
  };
  return {
    readJobs: () => [...jobs.values()].map(({ read }) => read()),
    start: (files) => {
      const id = createPackId(nameOf(files), createUnique());
      jobs.set(id, createDiskJob({ id, files, parts, onChange: () => tell(id) }));
      tell(id);
      return id;
    },
    showCut: (notes) => {
      for (const note of notes) {
        if (!jobs.has(note.id))
          jobs.set(
            note.id,
            createCutJob(note, () => forgetJob(parts.store, note.id)),
          );
        tell(note.id);
      }
    },
    has: (id) => jobs.has(id),
    pause: (id) => jobs.get(id)?.pause(),
    resume: (id) => jobs.get(id)?.resume(),
    cancel: (id) => {
      void jobs.get(id)?.cancel();
      takeOff(id);
    },
    dismiss: (id) => {
      const state = jobs.get(id)?.read().state.type;
      if (state === "failed") void jobs.get(id)?.cancel();
      if (state === "failed" || state === "done") takeOff(id);
    },
  };
}

function nameOf([first]: readonly File[]): string {
  const folder = first?.webkitRelativePath.split("/", 1)[0] ?? "";
  return folder === "" ? (first?.name.replace(/\.[a-z]{1,5}$/iu, "") ?? "") : folder;
}

/** Nothing can be done about it but read it. */
function createCutJob({ id, name, source, totalBytes }: JobNote, forget: () => Promise<void>): DiskJob {
  const job: InstallJob = {
    id,
    name,
    source,
    state: { type: "failed", error: { type: "shelf-files-gone" }, canResume: false },
    doneBytes: 0,
    totalBytes,
    bytesPerSecond: undefined,
    secondsLeft: undefined,
    repeatedBytes: 0,
    isElsewhere: false,
  };
  return { read: () => job, pause: () => undefined, resume: () => undefined, cancel: forget };
}
