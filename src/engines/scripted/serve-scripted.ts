/** Everything the scripted worker does, apart from being a worker: so it runs in a test as well. */
import type { EnginePort } from "../engine-port.ts";
import { serveEngine } from "../serve-engine.ts";
import { createFaultyPort } from "./faulty-port.ts";
import { createScriptedEngine, type ScriptedEngineParts } from "./scripted-engine.ts";

/** Serves a scripted engine at the port. */
export function serveScripted(parts: ScriptedEngineParts & { readonly port: EnginePort<unknown> }): void {
  const { port, timer, worker } = parts;
  serveEngine({ engine: createScriptedEngine(parts), port: createFaultyPort(port, worker), timer });
}
