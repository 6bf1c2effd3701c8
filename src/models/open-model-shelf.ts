/** The shelf of this browser, with the browser's own locks, tabs, disk and network. */
import type { ShelfError } from "../contracts/model-shelf-error.ts";
import type { ModelShelf } from "../contracts/model-shelf.ts";
import { createModelShelf } from "./create-model-shelf.ts";
import type { Reach } from "./download/hosts.ts";
import { createSurroundings } from "./download/surroundings.ts";
import { createTabs } from "./download/tabs.ts";
import { readDeviceReport } from "./read-device-report.ts";
import type { PackNews } from "./shelf-parts.ts";
import type { WorkerLike } from "./store/file-store.ts";

type Opening = {
  /** Starts `store/pack-writer.worker.ts`; the document knows its address and its policy. */
  readonly createWorker: () => WorkerLike;
  /** What the policy of this document lets it reach. */
  readonly reach: Reach;
  /** Milliseconds since 1970. */
  readonly readClock: () => number;
  /** Some letters that no other id has. */
  readonly createUnique: () => string;
};

const CHANNEL = "curbside-packs";

/** Opens it; where this browser keeps no files for this page, everything it is asked answers with the reason. */
export function openModelShelf(opening: Opening): ModelShelf {
  return createModelShelf({
    ...opening,
    locks: navigator.locks,
    tabs: createTabs(navigator.locks),
    packNews: createPackNews(),
    surroundings: createSurroundings(),
    readReport: readDeviceReport,
    obstacle: findObstacle(),
  });
}

function findObstacle(): ShelfError | undefined {
  if (!globalThis.isSecureContext) return { type: "shelf-unavailable", why: "insecure" };
  const hasFiles = "storage" in navigator && "getDirectory" in navigator.storage && "locks" in navigator;
  return hasFiles ? undefined : { type: "shelf-unavailable", why: "no-file-system" };
}

function createPackNews(): PackNews {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    tell: () => channel.postMessage("changed"),
    listen: (listener) => channel.addEventListener("message", () => listener()),
  };
}
