/** What the shelf is made of, and what it lends to installations from disk and to downloads. */
import type { DeviceReport } from "../contracts/device-report.ts";
import type { ShelfError } from "../contracts/model-shelf-error.ts";
import { ok } from "../shared/result.ts";
import { readPinned } from "./catalogue/read-catalogue.ts";
import type { DownloadParts } from "./download/download-job.ts";
import type { Reach } from "./download/hosts.ts";
import type { Surroundings } from "./download/surroundings.ts";
import type { Tabs } from "./download/tabs.ts";
import type { DiskParts } from "./install/disk-parts.ts";
import { installFetched } from "./install/install-fetched.ts";
import { findSameBytes } from "./install/make-pack.ts";
import type { FileStore, WorkerLike } from "./store/file-store.ts";
import type { IncomingStore } from "./store/incoming.ts";
import { listPacks, removePack } from "./store/installed-packs.ts";
import { packFolder } from "./store/pack-places.ts";
import { changeRecord } from "./store/pack-records.ts";
import type { Locks } from "./store/store-locks.ts";

export type ModelShelfParts = {
  /** Starts `store/pack-writer.worker.ts`. */
  readonly createWorker: () => WorkerLike;
  readonly locks: Locks;
  readonly tabs: Tabs;
  /** Tells other tabs that the list of packs changed, and hears of it. */
  readonly packNews: PackNews;
  readonly surroundings: Surroundings;
  readonly reach: Reach;
  readonly readReport: () => Promise<DeviceReport>;
  /** Milliseconds since 1970. */
  readonly readClock: () => number;
  /** Some letters that no other id has. */
  readonly createUnique: () => string;
  /** Why no model can be kept here at all; undefined where one can. */
  readonly obstacle: ShelfError | undefined;
};

export type PackNews = {
  readonly tell: () => void;
  readonly listen: (listener: () => void) => void;
};

/** The parts with what is made of them. */
export type ShelfDesk = ModelShelfParts & { readonly store: FileStore; readonly incoming: IncomingStore };

async function readFreeBytes({ readReport }: ShelfDesk): Promise<number | undefined> {
  return (await readReport()).room?.freeBytes;
}

/** For installations from disk. */
export function partsForDisk(shelf: ShelfDesk): DiskParts {
  const { store, incoming, readReport, readClock, surroundings } = shelf;
  return {
    store,
    incoming,
    readReport,
    readClock,
    now: surroundings.now,
    wait: surroundings.wait,
    readFreeBytes: () => readFreeBytes(shelf),
    listPacks: () => listPacks(store),
    listPinned: () => readPinned(store),
    replace: async ({ pack, lastUsedAt }, packId) => {
      await changeRecord(store, packId, { name: pack.name, lastUsedAt });
      await removePack(shelf, pack.id);
    },
  };
}

/** For downloads. */
export function partsForDownloads(shelf: ShelfDesk): DownloadParts {
  const { store, incoming, surroundings, reach, readClock } = shelf;
  return {
    incoming,
    surroundings,
    reach,
    readClock,
    readFreeBytes: () => readFreeBytes(shelf),
    readBytesAtHand: async (jobId) => {
      const listed = await store.ask({ type: "list", folder: packFolder(jobId) });
      return listed.ok ? listed.value.entries.reduce((sum, { bytes }) => sum + bytes, 0) : 0;
    },
    findInstalled: async ({ files }) => {
      const packs = await listPacks(store);
      const whole = packs.ok ? packs.value.filter(({ isDamaged }) => !isDamaged) : [];
      return findSameBytes(whole, files)?.pack.id;
    },
    install: async (entry, files, into) => {
      const installedAt = readClock();
      const { ownOrigin } = surroundings;
      const installed = await installFetched({ entry, files, incoming: into, ownOrigin, installedAt });
      if (!installed.ok) return installed;
      await changeRecord(store, installed.value, { isDamaged: false, verifiedAt: installedAt });
      shelf.packNews.tell();
      return ok(installed.value);
    },
  };
}
