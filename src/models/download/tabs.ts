/**
 * What tabs of this browser tell each other about downloads: how far the one that works is, and what was pressed in
 * another. Who works is known by a lock, which the browser gives back when that tab is gone.
 */
import {
  type Guard,
  isBetween,
  isCount,
  isFilledText,
  isMaybe,
  isShape,
  isTagged,
  isWordOf,
} from "../../contracts/guards.ts";
import type { InstallJob } from "../../contracts/model-shelf.ts";
import { jobLockName } from "../store/store-locks.ts";

/** A job as its tab tells of it, while it holds the job: before and after, the disk knows as much. */
export type ToldJob = Omit<InstallJob, "state" | "isElsewhere"> & {
  readonly stage: "downloading" | "verifying";
};

export type TabMessage =
  | { readonly type: "job"; readonly job: ToldJob }
  /** A job began, ended, or was let go of: look at the disk again. */
  | { readonly type: "changed" }
  | { readonly type: "command"; readonly jobId: string; readonly command: "pause" | "cancel" };

export type Tabs = {
  readonly tell: (message: TabMessage) => void;
  readonly listen: (listener: (message: TabMessage) => void) => void;
  /** Whether some tab works on this job now. */
  readonly isWorkedOn: (jobId: string) => Promise<boolean>;
  /** Resolves when nobody works on it any more. */
  readonly untilFree: (jobId: string) => Promise<void>;
};

const isAmount = isBetween(0, Number.MAX_SAFE_INTEGER);

const isToldJob: Guard<ToldJob> = isShape<ToldJob>({
  id: isFilledText,
  name: isFilledText,
  source: isWordOf(["folder", "file", "server", "host"]),
  stage: isWordOf(["downloading", "verifying"]),
  doneBytes: isCount,
  totalBytes: isCount,
  bytesPerSecond: isMaybe(isAmount),
  secondsLeft: isMaybe(isAmount),
  repeatedBytes: isCount,
});

const isTabMessage = isTagged<TabMessage>({
  job: isShape({ type: isWordOf(["job"]), job: isToldJob }),
  changed: isShape({ type: isWordOf(["changed"]) }),
  command: isShape({
    type: isWordOf(["command"]),
    jobId: isFilledText,
    command: isWordOf(["pause", "cancel"]),
  }),
});

const CHANNEL = "curbside-downloads";

/** The real tabs, over a channel of this origin. */
export function createTabs(locks: Pick<LockManager, "request" | "query">): Tabs {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    tell: (message) => channel.postMessage(message),
    listen: (listener) =>
      channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        if (isTabMessage(data)) listener(data);
      }),
    isWorkedOn: async (jobId) => {
      const { held = [] } = await locks.query();
      return held.some(({ name }) => name === jobLockName(jobId));
    },
    // Shared, so that those who wait are let in together and are gone at once.
    untilFree: (jobId) => locks.request(jobLockName(jobId), { mode: "shared" }, () => undefined),
  };
}
