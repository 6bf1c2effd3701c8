/** How far one download is, and when that is worth telling: state at once, numbers a few times a second. */
import type { CatalogueEntry, InstallJob } from "../../contracts/model-shelf.ts";
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
  readonly now: () => number;
  readonly onChange: () => void;
};

/** At most four times a second. */
const TELL_EVERY_MS = 250;

/** The download's side of an `InstallJob`. */
export function createJobProgress({ entry, source, now, onChange, ...first }: Parts): JobProgress {
  const totalBytes = entry.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const rate = createTransferRate();
  let { state, doneBytes } = first;
  let repeatedBytes = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = () => {
    toldAt = now();
    onChange();
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
      if (next.type !== "downloading") rate.reset();
      state = next;
      tell();
    },
    setDone: (bytes) => {
      if (bytes > doneBytes) rate.note(bytes - doneBytes, now());
      doneBytes = bytes;
      if (now() - toldAt >= TELL_EVERY_MS) tell();
    },
    addRepeated: (bytes) => void (repeatedBytes += bytes),
  };
}
