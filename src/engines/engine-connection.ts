/**
 * One worker, seen from the page: one exchange at a time, a deadline on every wait, a heartbeat while something runs.
 * A worker that fails is ended for good; what comes next is the client's to decide.
 */
import type { EngineNotice } from "../contracts/engine.ts";
import type { EngineError, EngineStep } from "../contracts/engine-error.ts";
import { parseEngineEvent, type EngineEvent, type EngineRequest } from "../contracts/engine-messages.ts";
import { err, ok, type Result } from "../shared/result.ts";
import type { EngineLimits } from "./engine-limits.ts";
import type { EnginePort } from "./engine-port.ts";
import type { Timer } from "./timer.ts";

type EndType = Extract<EngineEvent["type"], `${string}-end`>;
type EventOf<Type extends EngineEvent["type"]> = Extract<EngineEvent, { readonly type: Type }>;
type Wait = { readonly step: EngineStep; readonly limitMs: number };

export type Exchange<Type extends EndType> = {
  readonly request: EngineRequest;
  readonly endType: Type;
  /** What it waits for first. */
  readonly first: Wait;
  /** Takes what comes before the end; returns what to wait for next. */
  readonly onEvent?: (event: EngineEvent) => Wait;
};

export type EngineConnection = {
  readonly exchange: <Type extends EndType>(
    exchange: Exchange<Type>,
  ) => Promise<Result<EventOf<Type>, EngineError>>;
  /** Asks the running exchange to stop; a worker that does not within its time is ended. */
  readonly interrupt: () => void;
  readonly end: () => void;
};

export type ConnectionParts = {
  readonly port: EnginePort<EngineRequest>;
  readonly timer: Timer;
  readonly limits: EngineLimits;
  readonly onNotice: (notice: EngineNotice) => void;
};

type Running = {
  readonly requestId: number;
  readonly take: (event: EngineEvent) => void;
  readonly fail: (error: EngineError) => void;
  isStopping: boolean;
};

type Line = ConnectionParts & {
  running: Running | undefined;
  /** Why the worker was ended. */
  death: EngineError | undefined;
  heardMs: number;
  callOffWait: (() => void) | undefined;
  callOffBeat: (() => void) | undefined;
};

/** Connects to a worker that was just started. */
export function createEngineConnection(parts: ConnectionParts): EngineConnection {
  const line: Line = {
    ...parts,
    running: undefined,
    death: undefined,
    heardMs: 0,
    callOffWait: undefined,
    callOffBeat: undefined,
  };
  parts.port.listen({
    onMessage: (data) => hear(line, data),
    onFailure: () => die(line, { type: "engine-crashed" }),
  });
  return {
    exchange: (exchange) =>
      new Promise((resolve) => {
        if (line.death === undefined) start(line, exchange, resolve);
        else resolve(err(line.death));
      }),
    interrupt: () => stop(line),
    end: () => die(line, { type: "engine-crashed" }),
  };
}

function start<Type extends EndType>(
  line: Line,
  { request, endType, first, onEvent }: Exchange<Type>,
  resolve: (result: Result<EventOf<Type>, EngineError>) => void,
): void {
  const finish = (result: Result<EventOf<Type>, EngineError>): void => {
    line.running = undefined;
    line.callOffWait?.();
    line.callOffBeat?.();
    resolve(result);
  };
  const running: Running = {
    requestId: request.requestId,
    isStopping: false,
    fail: (error) => finish(err(error)),
    take: (event) => {
      if (isOfType(event, endType)) return finish(ok(event));
      if (event.type === "failed") return finish(err(event.error));
      const next = onEvent?.(event);
      if (next !== undefined && !running.isStopping) setLimit(line, next);
      return undefined;
    },
  };
  line.running = running;
  line.heardMs = line.timer.now();
  line.port.post(request);
  setLimit(line, first);
  beatLater(line);
}

function stop(line: Line): void {
  const { running, port, limits } = line;
  if (running === undefined || running.isStopping) return;
  running.isStopping = true;
  port.post({ type: "interrupt", requestId: running.requestId });
  setLimit(line, { step: "interrupt", limitMs: limits.interruptMs });
}

function hear(line: Line, data: unknown): void {
  if (line.death !== undefined) return;
  line.heardMs = line.timer.now();
  const event = parseEngineEvent(data);
  if (event === undefined) return die(line, { type: "engine-broken-stream", how: "unreadable-message" });
  if (event.type === "notice") return hearNotice(line, event.notice);
  // Whatever belongs to an exchange that is over comes too late to matter.
  if (event.type !== "pong" && event.requestId === line.running?.requestId) line.running.take(event);
  return undefined;
}

function hearNotice(line: Line, notice: EngineNotice): void {
  line.onNotice(notice);
  if (notice.type === "device-lost") die(line, { type: "engine-device-lost" });
  else if (notice.type === "device-error") die(line, { type: "engine-device-error" });
}

function setLimit(line: Line, { step, limitMs }: Wait): void {
  line.callOffWait?.();
  line.callOffWait = line.timer.after(limitMs, () => die(line, { type: "engine-stalled", step }));
}

function beatLater(line: Line): void {
  line.callOffBeat = line.timer.after(line.limits.heartbeatEveryMs, () => beat(line));
}

/** A worker that runs in a circle answers no ping, however long the step may take. */
function beat(line: Line): void {
  const { running, timer, limits, port } = line;
  if (running === undefined) return;
  if (timer.now() - line.heardMs >= limits.heartbeatMs) {
    die(line, { type: "engine-stalled", step: "heartbeat" });
    return;
  }
  port.post({ type: "ping", requestId: running.requestId });
  beatLater(line);
}

function die(line: Line, error: EngineError): void {
  if (line.death !== undefined) return;
  line.death = error;
  line.port.close();
  line.running?.fail(error);
}

function isOfType<Type extends EngineEvent["type"]>(event: EngineEvent, type: Type): event is EventOf<Type> {
  return event.type === type;
}
