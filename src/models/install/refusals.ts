/** Downloads that were refused before they began, and those that are being looked at: shown as jobs like any other. */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { CatalogueEntry, InstallJob } from "../../contracts/model-shelf.ts";

type Wanted = Pick<CatalogueEntry, "id" | "name"> & Partial<Pick<CatalogueEntry, "roughBytes" | "address">>;

export type Refusals = {
  readonly readJobs: () => readonly InstallJob[];
  /** Shows that something is being looked at. */
  readonly check: (wanted: Wanted) => void;
  /** Shows why it is not begun; gives the job's id. */
  readonly add: (wanted: Wanted, error: ShelfError) => string;
  readonly has: (jobId: string) => boolean;
  readonly pause: (jobId: string) => void;
  readonly resume: (jobId: string) => void;
  readonly cancel: (jobId: string) => void;
  readonly dismiss: (jobId: string) => void;
};

/** Nothing refused yet. */
export function createRefusals(onChange: () => void): Refusals {
  const jobs = new Map<string, InstallJob>();
  const show = (wanted: Wanted, state: InstallJob["state"]) => {
    jobs.set(wanted.id, describe(wanted, state));
    onChange();
  };
  const takeOff = (jobId: string) => {
    if (jobs.delete(jobId)) onChange();
  };
  return {
    readJobs: () => [...jobs.values()],
    check: (wanted) => show(wanted, { type: "checking" }),
    add: (wanted, error) => {
      show(wanted, { type: "failed", error, canResume: false });
      return wanted.id;
    },
    has: (jobId) => jobs.has(jobId),
    pause: () => undefined,
    resume: () => undefined,
    cancel: takeOff,
    dismiss: takeOff,
  };
}

function describe({ id, name, roughBytes = 0, address }: Wanted, state: InstallJob["state"]): InstallJob {
  const source = address === undefined ? "file" : address.startsWith("https:") ? "host" : "server";
  return {
    id,
    name,
    source,
    state,
    doneBytes: 0,
    totalBytes: roughBytes,
    bytesPerSecond: undefined,
    secondsLeft: undefined,
    repeatedBytes: 0,
    isElsewhere: false,
  };
}
