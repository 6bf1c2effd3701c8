/** How far an installation from disk is, and when that is worth telling: state at once, numbers a few times a second. */
import type { InstallJob } from "../../contracts/model-shelf.ts";
import { createTransferRate, secondsLeft } from "../download/transfer-rate.ts";

export type CopyProgress = {
  readonly read: () => InstallJob;
  readonly setState: (state: InstallJob["state"]) => void;
  /** What it is is known only once it was looked at. */
  readonly setPlan: (plan: Partial<Pick<InstallJob, "name" | "source" | "totalBytes">>) => void;
  readonly setDone: (doneBytes: number) => void;
};

type Parts = {
  readonly id: string;
  readonly name: string;
  readonly source: InstallJob["source"];
  readonly totalBytes: number;
  /** Milliseconds; never runs backwards. */
  readonly now: () => number;
  readonly onChange: () => void;
};

const TELL_EVERY_MS = 250;

/** The side of a copy that is an `InstallJob`. */
export function createCopyProgress({ id, now, onChange, ...first }: Parts): CopyProgress {
  const rate = createTransferRate();
  let plan: Pick<InstallJob, "name" | "source" | "totalBytes"> = first;
  let state: InstallJob["state"] = { type: "checking" };
  let doneBytes = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = () => {
    toldAt = now();
    onChange();
  };
  return {
    read: () => {
      const bytesPerSecond = state.type === "copying" ? rate.read(now()) : undefined;
      const left = secondsLeft(plan.totalBytes - doneBytes, bytesPerSecond);
      return {
        id,
        ...plan,
        state,
        doneBytes,
        bytesPerSecond,
        secondsLeft: left,
        repeatedBytes: 0,
        isElsewhere: false,
      };
    },
    setState: (next) => {
      if (next.type === state.type && next.type !== "failed") return;
      if (next.type !== "copying") rate.reset();
      state = next;
      tell();
    },
    setPlan: (change) => {
      plan = { ...plan, ...change };
    },
    setDone: (bytes) => {
      if (bytes > doneBytes) rate.note(bytes - doneBytes, now());
      doneBytes = bytes;
      if (now() - toldAt >= TELL_EVERY_MS) tell();
    },
  };
}
