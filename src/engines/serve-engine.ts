/**
 * The worker's half of an engine: answers the page's requests, pushes tokens at most once a frame and waits for
 * nobody. What an engine forgets to guard against ends here: going in circles, empty answers, bugs.
 */
import type {
  Engine,
  GenerateRequest,
  GenerationEnd,
  ReadingProgress,
  TokenBatch,
} from "../contracts/engine.ts";
import type { EngineError, EnginePlace } from "../contracts/engine-error.ts";
import {
  parseEngineRequest,
  readRequestId,
  type EngineEvent,
  type EngineRequest,
} from "../contracts/engine-messages.ts";
import { assertNever } from "../shared/assert.ts";
import { err, ok, type Result } from "../shared/result.ts";
import type { EnginePort } from "./engine-port.ts";
import { createFrameBatcher, type FrameBatcher } from "./frame-batcher.ts";
import { createRepetitionDetector } from "./repetition.ts";
import type { Timer } from "./timer.ts";

const REPORT_READING_EVERY_MS = 100;

export type ServeParts = {
  readonly engine: Engine;
  readonly port: EnginePort<EngineEvent>;
  readonly timer: Timer;
};

type Server = ServeParts & {
  /** Number and held tokens of the generation that runs. */
  generating: { readonly requestId: number; readonly batcher: FrameBatcher } | undefined;
};

/** Serves the engine at the port for as long as the worker lives. */
export function serveEngine(parts: ServeParts): void {
  const server: Server = { ...parts, generating: undefined };
  const { engine, port } = parts;
  engine.subscribe((notice) => {
    // What was said before the device went is good; after an error of the device, what is held may not be.
    if (notice.type === "device-lost") server.generating?.batcher.flush();
    port.post({ type: "notice", requestId: 0, notice });
  });
  port.listen({
    onMessage: (data) => {
      const request = parseEngineRequest(data);
      if (request === undefined) fail(server, readRequestId(data), { type: "engine-request-invalid" });
      else void serve(server, request);
    },
    onFailure: () => undefined,
  });
}

async function serve(server: Server, request: EngineRequest): Promise<void> {
  const { engine, port } = server;
  const { requestId } = request;
  switch (request.type) {
    case "ping":
      return port.post({ type: "pong", requestId });
    case "interrupt":
      // A generation that is over cannot be stopped, and the next one must not be.
      if (server.generating?.requestId === requestId) engine.interrupt();
      return undefined;
    case "probe":
      return answer(server, requestId, "probe", async () =>
        withValue(await engine.probe(), (probe) => ({ type: "probe-end", requestId, probe })),
      );
    case "load":
      return answer(server, requestId, "load", async () =>
        withValue(
          await engine.load(request.source, (progress) =>
            port.post({ type: "load-progress", requestId, progress }),
          ),
          (model) => ({ type: "load-end", requestId, model }),
        ),
      );
    case "generate":
      return answer(server, requestId, "generate", () => generate(server, requestId, request.request));
    case "count-tokens":
      return answer(server, requestId, "count", async () =>
        withValue(await engine.countTokens(request.prompt), (tokens) => ({
          type: "count-tokens-end",
          requestId,
          tokens,
        })),
      );
    case "reset":
      return answer(server, requestId, "reset", async () =>
        withValue(await engine.reset(), () => ({ type: "reset-end", requestId })),
      );
    case "unload":
      return answer(server, requestId, "unload", async () =>
        withValue(await engine.unload(), () => ({ type: "unload-end", requestId })),
      );
    default:
      return assertNever(request);
  }
}

type Answered = Result<EngineEvent, EngineError>;

function withValue<Value>(
  result: Result<Value, EngineError>,
  toEvent: (value: Value) => EngineEvent,
): Answered {
  return result.ok ? ok(toEvent(result.value)) : result;
}

async function answer(
  server: Server,
  requestId: number,
  where: EnginePlace,
  work: () => Promise<Answered>,
): Promise<void> {
  try {
    const result = await work();
    if (result.ok) server.port.post(result.value);
    else fail(server, requestId, result.error);
  } catch {
    // What was thrown may quote a prompt, so only the place is told.
    fail(server, requestId, { type: "engine-unexpected", where });
  }
}

function fail({ port }: Server, requestId: number, error: EngineError): void {
  port.post({ type: "failed", requestId, error });
}

async function generate(server: Server, requestId: number, request: GenerateRequest): Promise<Answered> {
  if (server.generating !== undefined) return err({ type: "engine-busy" });
  const { engine, port, timer } = server;
  let batches = 0;
  const batcher = createFrameBatcher(timer, (batch) => {
    port.post({ type: "tokens", requestId, batch: batches, ...batch });
    batches += 1;
  });
  const watch = createWatch(engine);
  server.generating = { requestId, batcher };
  try {
    const result = await engine.generate(
      request,
      (batch) => {
        if (watch.take(batch)) batcher.push(batch);
      },
      createReadingReport(timer, (progress) => port.post({ type: "reading", requestId, progress })),
    );
    batcher.flush();
    return withValue(watch.judge(result), (end) => ({ type: "generate-end", requestId, end, batches }));
  } finally {
    batcher.flush();
    server.generating = undefined;
  }
}

/** Passes on how far a prompt is read, as often as a person can follow. */
function createReadingReport(
  timer: Timer,
  report: (progress: ReadingProgress) => void,
): (progress: ReadingProgress) => void {
  let reportedMs = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const nowMs = timer.now();
    if (nowMs - reportedMs < REPORT_READING_EVERY_MS) return;
    reportedMs = nowMs;
    report(progress);
  };
}

/** Listens in on a generation: stops it when it goes in circles, and knows whether anything was said. */
function createWatch(engine: Engine) {
  const detector = createRepetitionDetector();
  let hasWords = false;
  let isCircling = false;
  return {
    /** Whether this still belongs to the answer. */
    take: ({ texts }: TokenBatch): boolean => {
      if (isCircling) return false;
      for (const text of texts) {
        hasWords ||= text.trim() !== "";
        isCircling ||= detector.push(text);
      }
      if (isCircling) engine.interrupt();
      return true;
    },
    judge: (result: Result<GenerationEnd, EngineError>): Result<GenerationEnd, EngineError> => {
      if (!result.ok) return result;
      if (isCircling) return ok({ ...result.value, reason: "repetition" });
      const { reason } = result.value;
      const isSilent = !hasWords && (reason === "stop" || reason === "stop-string");
      return isSilent ? err({ type: "engine-empty-answer" }) : result;
    },
  };
}
