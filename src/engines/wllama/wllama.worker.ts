/** wllama's worker: the only place where that library runs. */
import { createCanaryFile } from "../pack-files/canary-file.ts";
import { openPack } from "../pack-files/open-pack.ts";
import { createPackSource } from "../pack-files/pack-source.ts";
import { createScopePort } from "../engine-port.ts";
import { serveEngine } from "../serve-engine.ts";
import { createSystemTimer } from "../timer.ts";
import { createDevice } from "./device.ts";
import { createOpenRuntime } from "./open-runtime.ts";
import { admitOwnBlobs } from "./own-blobs.ts";
import { createWllamaEngine } from "./wllama-engine.ts";

declare const self: DedicatedWorkerGlobalScope;

const source = createPackSource(navigator);
const timer = createSystemTimer();
admitOwnBlobs(self);

serveEngine({
  engine: createWllamaEngine({
    openPack: (packId) => openPack(source, packId),
    openCanary: (packId, device) =>
      createCanaryFile(() => navigator.storage.getDirectory(), packId, `${device} ${navigator.userAgent}`),
    openRuntime: createOpenRuntime(timer),
    timer,
    device: createDevice(self),
  }),
  port: createScopePort(self),
  timer,
});
