/**
 * A worker's port that loses, doubles and mixes up messages as its script asks. It stands outside the engine, where
 * such things happen: it reads the faults from the script as that passes by.
 */
import { parseEngineRequest, type EngineEvent } from "../../contracts/engine-messages.ts";
import type { ScriptFault, ScriptFaultKind } from "../../contracts/engine-script.ts";
import type { EnginePort } from "../engine-port.ts";

type Tamper = {
  faults: readonly ScriptFault[];
  generation: number;
  /** A batch that waits to be overtaken. */
  overtaken: EngineEvent | undefined;
};

/** The port as this worker's script wants it. */
export function createFaultyPort(port: EnginePort<unknown>, worker: number): EnginePort<EngineEvent> {
  const tamper: Tamper = { faults: [], generation: 0, overtaken: undefined };
  return {
    ...port,
    listen: ({ onMessage, onFailure }) =>
      port.listen({
        onFailure,
        onMessage: (data) => {
          const request = parseEngineRequest(data);
          if (request?.type === "load" && request.source.type === "script") {
            tamper.faults = request.source.script.faults.filter(({ workers }) => worker < workers);
            tamper.generation = 0;
          }
          onMessage(data);
        },
      }),
    post: (event) => {
      for (const message of distort(tamper, event)) port.post(message);
    },
  };
}

function distort(tamper: Tamper, event: EngineEvent): readonly unknown[] {
  const has = (kind: ScriptFaultKind): boolean =>
    tamper.faults.some((fault) => fault.kind === kind && fault.generation === tamper.generation);
  if (event.type === "generate-end") return distortEnd(tamper, event, has("late-token"));
  if (event.type !== "tokens") return [event];
  if (tamper.overtaken !== undefined) {
    const { overtaken } = tamper;
    tamper.overtaken = undefined;
    return [event, overtaken];
  }
  if (has("duplicate-batch")) return [event, event];
  if (event.batch === 1 && has("missing-batch")) return [];
  if (event.batch === 1 && has("unreadable-message")) return [{ ...event, texts: "not a list" }];
  if (event.batch === 1 && has("reordered-batch")) {
    tamper.overtaken = event;
    return [];
  }
  return [event];
}

function distortEnd(
  tamper: Tamper,
  event: Extract<EngineEvent, { readonly type: "generate-end" }>,
  isFollowed: boolean,
): readonly unknown[] {
  tamper.generation += 1;
  const { requestId, batches } = event;
  const late = { type: "tokens", requestId, batch: batches, texts: ["too late"], chances: undefined };
  return isFollowed ? [event, late] : [event];
}
