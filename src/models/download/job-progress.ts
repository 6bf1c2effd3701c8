/** How far one download is, and when that is worth telling: state at once, numbers a few times a second. */
import type { CatalogueEntry, InstallJob } from "../../contracts/model-shelf.ts";
import type { Surroundings } from "./surroundings.ts";
import { createTransferRate, secondsLeft } from "./transfer-rate.ts";

export type JobProgress = {
  readonly read: () => InstallJob;
  readonly setState: (state: InstallJob["state"]) => void;
  readonly setDone: (doneBytes: number) => void;
  readonly addRepeated: (bytes: number) => void;
};

type Parts = {
  readonly entry: CatalogueEntry;
  readonly source: InstallJob["source"];
  readonly doneBytes: number;
  readonly state: InstallJob["state"];
  readonly surroundings: Pick<Surroundings, "now" | "wait">;
  readonly onChange: () => void;
};

/** Numbers are told this often while they change; speed and time left change in silence too. */
const TELL_EVERY_MS = 250;

/** The download's side of an `InstallJob`. */
export function createJobProgress({ entry, source, surroundings, onChange, ...first }: Parts): JobProgress {
  const { now, wait } = surroundings;
  const totalBytes = entry.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const rate = createTransferRate();
  let { state, doneBytes } = first;
  let repeatedBytes = 0;
  let toldBytes = doneBytes;
  let ticker = new AbortController();
  const tell = () => {
    toldBytes = doneBytes;
    onChange();
  };
  const tick = async ({ signal }: AbortController) => {
    for (;;) {
      await wait(TELL_EVERY_MS, signal);
      if (signal.aborted) return;
      if (doneBytes !== toldBytes || (rate.read(now()) ?? 0) > 0) tell();
    }
  };
  return {
    read: () => {
      const bytesPerSecond = state.type === "downloading" ? rate.read(now()) : undefined;
      return {
        id: entry.id,
        name: entry.name,
        source,
        state,
        doneBytes,
        totalBytes,
        bytesPerSecond,
        secondsLeft: secondsLeft(totalBytes - doneBytes, bytesPerSecond),
        repeatedBytes,
        isElsewhere: false,
      };
    },
    setState: (next) => {
      const isSame = next.type === state.type && (next.type === "downloading" || next.type === "waiting");
      if (isSame) return;
      ticker.abort();
      ticker = new AbortController();
      if (next.type === "downloading") void tick(ticker);
      else rate.reset();
      state = next;
      tell();
    },
    setDone: (bytes) => {
      if (bytes > doneBytes) rate.note(bytes - doneBytes, now());
      doneBytes = bytes;
    },
    addRepeated: (bytes) => void (repeatedBytes += bytes),
  };
}
