/** A browser for the tests of the shelf: one disk, several tabs, and a device of the test's choice. */
import type { DeviceReport } from "../../contracts/device-report.ts";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { InstallJob, ModelShelf } from "../../contracts/model-shelf.ts";
import { createModelShelf } from "../create-model-shelf.ts";
import { createVirtualSurroundings } from "../download/testing/virtual-surroundings.ts";
import type { WorkerLike } from "../store/file-store.ts";
import { serveStore } from "../store/serve-store.ts";
import type { StoreReply, StoreRequest } from "../store/store-messages.ts";
import { createLockHouse, type LockHouse } from "./memory-locks.ts";
import { createMemoryDisk, openMemoryRoot, usedBytes, type MemoryDisk } from "./memory-disk.ts";

export type TestBrowser = {
  readonly disk: MemoryDisk;
  readonly locks: LockHouse;
  readonly openTab: () => TestTab;
  /** What the server answers under an address; 404 for all others. */
  readonly served: Map<string, Response>;
  report: DeviceReport;
};

export type TestTab = {
  readonly shelf: ModelShelf;
  /** As the browser does it: no warning, locks given back, the worker gone. */
  readonly close: () => void;
  /** Resolves with the job once it is in one of these states. */
  readonly until: (jobId: string, ...states: readonly InstallJob["state"]["type"][]) => Promise<InstallJob>;
};

/** A desktop computer with a good graphics card. */
export const GOOD_DEVICE: DeviceReport = {
  gpu: {
    type: "gpu-ready",
    name: "Test adapter",
    hasHalfPrecision: true,
    largestBufferBytes: 2 * 1024 ** 3,
    workgroupBytes: 32 * 1024,
    isSoftware: false,
  },
  threads: 8,
  isolated: true,
  memory: { type: "memory-at-least", bytes: 8 * 1024 ** 3 },
  room: { freeBytes: 50 * 1024 ** 3, isPersistent: true },
};

/** A new browser with nothing in it; or one that keeps no files, and why. */
export function createTestBrowser(obstacle?: ShelfError): TestBrowser {
  const disk = createMemoryDisk();
  const locks = createLockHouse();
  const news = new Set<() => void>();
  let tabs = 0;
  const browser: TestBrowser = {
    disk,
    locks,
    served: new Map(),
    report: GOOD_DEVICE,
    openTab: () => {
      tabs += 1;
      return openTab(browser, `tab ${tabs}`, { news, obstacle });
    },
  };
  return browser;
}

type Rest = { readonly news: Set<() => void>; readonly obstacle: ShelfError | undefined };

function openTab(browser: TestBrowser, tab: string, { news, obstacle }: Rest): TestTab {
  const { disk, locks, served } = browser;
  const life = { isOver: false };
  const ownNews = new Set<() => void>();
  let unique = 0;
  const shelf = createModelShelf({
    createWorker: () => createLocalWorker(disk, life),
    locks: locks.forTab(tab),
    tabs: {
      tell: () => undefined,
      listen: () => undefined,
      isWorkedOn: async () => false,
      untilFree: () => new Promise(() => undefined),
    },
    packNews: {
      tell: () => {
        for (const listener of news) if (!ownNews.has(listener)) listener();
      },
      listen: (listener) => {
        news.add(listener);
        ownNews.add(listener);
      },
    },
    surroundings: createVirtualSurroundings(async (address) => {
      return served.get(address)?.clone() ?? new Response("", { status: 404 });
    }),
    reach: "own-server",
    readReport: async () => withRoom(browser),
    readClock: () => 1_800_000_000_000,
    createUnique: () => `${tab.replace(" ", "")}n${(unique += 1)}`,
    obstacle,
  });
  return {
    shelf,
    close: () => {
      life.isOver = true;
      locks.close(tab);
      for (const path of disk.open) disk.open.delete(path);
    },
    until: (jobId, ...states) => untilState(shelf, jobId, states),
  };
}

/** The browser's estimate follows what is stored. */
function withRoom({ report, disk }: TestBrowser): DeviceReport {
  if (!Number.isFinite(disk.capacity) || report.room === undefined) return report;
  return { ...report, room: { ...report.room, freeBytes: disk.capacity - usedBytes(disk) } };
}

function untilState(
  shelf: ModelShelf,
  jobId: string,
  states: readonly InstallJob["state"]["type"][],
): Promise<InstallJob> {
  return new Promise((resolve) => {
    const look = () => {
      const job = shelf.readJobs().find(({ id }) => id === jobId);
      if (job === undefined || !states.includes(job.state.type)) return;
      stop();
      resolve(job);
    };
    const stop = shelf.subscribe(look);
    setTimeout(look, 0);
  });
}

/** The worker's real program on this thread. A worker whose tab is closed neither hears nor says anything. */
function createLocalWorker(disk: MemoryDisk, life: { readonly isOver: boolean }): WorkerLike {
  const hearers: ((request: StoreRequest) => void)[] = [];
  const listeners: ((event: MessageEvent<StoreReply>) => void)[] = [];
  serveStore({
    port: {
      post: (reply) => {
        if (!life.isOver)
          for (const listener of listeners) listener(new MessageEvent("message", { data: reply }));
      },
      listen: (listener) => void hearers.push(listener),
    },
    openRoot: async () => {
      if (life.isOver) throw new Error("This tab is closed");
      return openMemoryRoot(disk);
    },
  });
  return {
    postMessage: (request) => {
      queueMicrotask(() => {
        if (!life.isOver) for (const hear of hearers) hear(request);
      });
    },
    addEventListener: (type, listener) => {
      if (type === "message") listeners.push(listener);
    },
    terminate: () => undefined,
  };
}
