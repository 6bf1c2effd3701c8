/** One file, with as many tries as are worth it: a bounded number without headway, and none counted while offline. */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { type Result, err, ok } from "../../shared/result.ts";
import { type FetchOnce, fetchOnce } from "./fetch-once.ts";
import type { Refusal } from "./refusal.ts";

export type Waiting = {
  readonly error: ShelfError;
  readonly tryNumber: number;
  readonly tries: number;
};

export type FetchFile = Omit<FetchOnce, "onBytes"> & {
  readonly onBytes: (bytes: number) => void;
  /** A try failed; the next one comes by itself. */
  readonly onWait: (waiting: Waiting) => void;
  readonly onTry: () => void;
};

/** Tries in a row that brought nothing worth mentioning. */
export const TRIES = 6;
const HEADWAY_BYTES = 256 * 1024;
const FIRST_DELAY_SECONDS = 1;
const LONGEST_DELAY_SECONDS = 15;

/** Fine when all its bytes are in the store. When the signal is aborted, the error means nothing. */
export async function fetchFile(job: FetchFile): Promise<Result<undefined, ShelfError>> {
  const { order, sink, surroundings, signal } = job;
  let tryNumber = 0;
  while (sink.bytes() !== order.wantedBytes) {
    job.onTry();
    let headway = 0;
    const onBytes = (bytes: number) => {
      headway += bytes;
      job.onBytes(bytes);
    };
    const fetched = await fetchOnce({ ...job, onBytes });
    if (fetched.ok) break;
    const refusal = fetched.error;
    if (signal.aborted) return err(refusal.error);
    if (headway >= HEADWAY_BYTES) tryNumber = 0;
    const isOffline = refusal.error.type === "shelf-offline";
    if (!isOffline) tryNumber += 1;
    if (!refusal.isTransient || tryNumber >= TRIES) return err(explain(refusal, job));
    job.onWait({ error: refusal.error, tryNumber, tries: TRIES });
    if (isOffline) await surroundings.waitUntilOnline(signal);
    else await surroundings.wait(delaySeconds(refusal, tryNumber) * 1000, signal);
    if (signal.aborted) return err(refusal.error);
  }
  return ok(undefined);
}

/** Twice as long after each try; a server that names a time is asked no sooner. */
function delaySeconds({ waitSeconds = 0 }: Refusal, tryNumber: number): number {
  const own = Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** (tryNumber - 1));
  return Math.max(own, waitSeconds);
}

/** Of a file that the server has another version of, a wrong size is no news. */
function explain({ error }: Refusal, { memory, order }: FetchFile): ShelfError {
  const isChanged = memory.hasChanged && error.type === "shelf-wrong-size";
  return isChanged ? { type: "shelf-changed-on-host", file: order.name } : error;
}
