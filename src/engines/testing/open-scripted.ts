/** Scripted engines for tests: page and worker in one process, a real message channel between them. */
import type { ClientNotice, Engine } from "../../contracts/engine.ts";
import type { Script, ScriptFault, ScriptFaultKind } from "../../contracts/engine-script.ts";
import { createEngineClient } from "../engine-client.ts";
import { ENGINE_LIMITS, type EngineLimits } from "../engine-limits.ts";
import { serveScripted } from "../scripted/serve-scripted.ts";
import type { TestWorld } from "./test-world.ts";

/** A client of a scripted engine in this world. */
export function openScripted(
  { timer, createChannel }: TestWorld,
  limits: EngineLimits = ENGINE_LIMITS,
): Engine<ClientNotice> {
  return createEngineClient({
    timer,
    limits,
    createPort: (worker) => {
      const { page, worker: port, crash, hang } = createChannel();
      serveScripted({ port, timer, worker, crash, hang });
      return page;
    },
  });
}

const OPENINGS = [
  "The calf is tender",
  "A leg that swells",
  "Breathlessness of sudden onset",
  "First the calf",
];

/** A text of so many numbered remarks, none like another. */
function remarks(opening: string, count: number): string {
  const lines = Array.from({ length: count }, (_, place) => `remark ${place * 7 + 3} of ${count}`);
  return `${opening}: ${lines.join("; ")}.`;
}

/** A script that answers anything, at about a token a frame so that every token can be stopped at. */
export function longScript(faults: readonly ScriptFault[] = []): Script {
  const texts = OPENINGS.map((opening) => remarks(opening, 60));
  return {
    id: "long",
    answers: [
      { when: "infection", texts: [remarks("No fever and a clear film", 60)] },
      { when: "", texts },
    ],
    tokensPerSecond: 60,
    contextTokens: 4096,
    faults,
  };
}

/** A fault of the first generation of the first so many workers. */
export function fault(kind: ScriptFaultKind, token = 0, workers = 1): ScriptFault {
  return { kind, generation: 0, token, workers };
}
