/** The worker that writes, hashes and reads model files, so that the page never waits for a disk. */
import { openPrivateRoot } from "./opfs-folder.ts";
import { serveStore } from "./serve-store.ts";
import type { StoreRequest } from "./store-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

serveStore({
  port: {
    post: (reply, transfer) => self.postMessage(reply, [...transfer]),
    listen: (listener) =>
      self.addEventListener("message", ({ data }: MessageEvent<StoreRequest>) => listener(data)),
  },
  openRoot: openPrivateRoot,
});
