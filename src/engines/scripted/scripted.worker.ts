/** The scripted engine's worker. Its name is its number, from 0. */
import { createScopePort } from "../engine-port.ts";
import { createSystemTimer } from "../timer.ts";
import { serveScripted } from "./serve-scripted.ts";

declare const self: DedicatedWorkerGlobalScope;

serveScripted({
  port: createScopePort(self),
  timer: createSystemTimer(),
  worker: Number(self.name) || 0,
  crash: () => reportError(new Error("A crash that a script asked for")),
  hang: () => {
    while (self.name !== "") performance.now();
  },
});
