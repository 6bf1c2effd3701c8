/** The worker of the steady engine, in the app's own worker shell. */
import { createScopePort } from "../../../src/engines/engine-port.ts";
import { serveEngine } from "../../../src/engines/serve-engine.ts";
import { createSystemTimer } from "../../../src/engines/timer.ts";
import { createSteadyEngine } from "./steady-engine.ts";

declare const self: Parameters<typeof createScopePort>[0];

const timer = createSystemTimer();
serveEngine({ engine: createSteadyEngine(timer), port: createScopePort(self), timer });
