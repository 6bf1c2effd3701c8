/** The real model shelf of the workbench, with what only this document has. Fetched apart from the first screen. */
import type { ModelShelf } from "../contracts/model-shelf.ts";
import { openModelShelf } from "../models/open-model-shelf.ts";
// oxlint-disable-next-line import/default -- With this query Vite exports the address, whatever the file exports.
import packWriterUrl from "../models/store/pack-writer.worker.ts?worker&url";
import { scriptUrl } from "./script-url.ts";

/** A shelf that reaches this app's own server and no other host. */
export function loadShelf(): ModelShelf {
  return openModelShelf({
    createWorker: () => new Worker(scriptUrl(packWriterUrl), { type: "module", name: "packs" }),
    reach: "own-server",
    readClock: () => Date.now(),
    createUnique: () => crypto.randomUUID(),
  });
}
