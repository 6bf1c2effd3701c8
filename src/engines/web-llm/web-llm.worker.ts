/** WebLLM's worker: the only place where that library runs, and one from which nothing can be fetched. */
import { createCanaryFile } from "../pack-files/canary-file.ts";
import { openPack } from "../pack-files/open-pack.ts";
import { createPackSource } from "../pack-files/pack-source.ts";
import { createScopePort } from "../engine-port.ts";
import { serveEngine } from "../serve-engine.ts";
import { createSystemTimer } from "../timer.ts";
import { closeWorker } from "./closed-worker.ts";
import { createGraphics } from "./graphics.ts";
import { createWebLlmEngine } from "./web-llm-engine.ts";

declare const self: DedicatedWorkerGlobalScope;

const source = createPackSource(navigator);
const timer = createSystemTimer();
const { showCaches } = closeWorker(self);

serveEngine({
  engine: createWebLlmEngine({
    openPack: (packId) => openPack(source, packId),
    openCanary: (packId, device) =>
      createCanaryFile(() => navigator.storage.getDirectory(), packId, `${device} ${navigator.userAgent}`),
    graphics: createGraphics(navigator),
    timer,
    showCaches,
    threads: navigator.hardwareConcurrency,
  }),
  port: createScopePort(self),
  timer,
});
