/**
 * The page's half of an engine. Requests wait in one queue; a worker that fails is replaced and its model loaded again,
 * at most twice in a row. A request that had handed out nothing is asked again by itself; what was handed out before
 * a failure is never taken back or said twice.
 */
import type {
  ClientNotice,
  Engine,
  GenerateRequest,
  GenerationEnd,
  Listening,
  LoadProgress,
  ModelSource,
} from "../contracts/engine.ts";
import { isFatal, type EngineError } from "../contracts/engine-error.ts";
import type { EngineRequest } from "../contracts/engine-messages.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { createBatchOrder } from "./batch-order.ts";
import type { DeviceClaim } from "./device-claim.ts";
import { createEngineConnection, type EngineConnection } from "./engine-connection.ts";
import type { EngineLimits } from "./engine-limits.ts";
import { createMemoryWatch } from "./memory-watch.ts";
import type { EnginePort } from "./engine-port.ts";
import type { Timer } from "./timer.ts";

export type EngineClientParts = {
  /** Starts a worker; the number says the how-manieth it is, from 0. */
  readonly createPort: (worker: number) => EnginePort<EngineRequest>;
  readonly timer: Timer;
  readonly limits: EngineLimits;
  /** For engines that compute on the graphics device. */
  readonly claim?: DeviceClaim;
};

type Outcome<Value> = Result<Value, EngineError>;
type Loading = { readonly source: ModelSource; readonly onProgress: (progress: LoadProgress) => void };

/** A generation under way: whether it may be asked again, and whether it should. */
type Generation = { tokens: number; isStopped: boolean };

type Client = EngineClientParts & {
  readonly listeners: Set<(notice: ClientNotice) => void>;
  connection: EngineConnection | undefined;
  workers: number;
  requests: number;
  /** Workers lost in a row. */
  failures: number;
  /** The worker keeps more and more memory: the next request goes to a new one. */
  isBloated: boolean;
  loaded: Loading | undefined;
  generation: Generation | undefined;
  queue: Promise<unknown>;
};

/** An engine on this page that lives in workers made by `createPort`; none is started before it is needed. */
export function createEngineClient(parts: EngineClientParts): Engine<ClientNotice> {
  const client: Client = {
    ...parts,
    listeners: new Set(),
    connection: undefined,
    workers: 0,
    requests: 0,
    failures: 0,
    isBloated: false,
    loaded: undefined,
    generation: undefined,
    queue: Promise.resolve(),
  };
  return {
    probe: () => inTurn(client, () => probe(client)),
    load: (source, onProgress) => inTurn(client, () => load(client, { source, onProgress })),
    generate: (request, onTokens, onReading) =>
      inTurn(client, () => generate(client, request, { onTokens, onReading })),
    interrupt: () => {
      // Only what is being said can be stopped: a model that is loading must not be taken for one that hangs.
      if (client.generation === undefined) return;
      client.generation.isStopped = true;
      client.connection?.interrupt();
    },
    countTokens: (prompt) => inTurn(client, () => countTokens(client, prompt)),
    reset: () => inTurn(client, () => reset(client)),
    unload: () => inTurn(client, () => unload(client)),
    subscribe: (onNotice) => {
      client.listeners.add(onNotice);
      return () => void client.listeners.delete(onNotice);
    },
  };
}

function inTurn<Value>(client: Client, work: () => Promise<Value>): Promise<Value> {
  const result = client.queue.then(work);
  client.queue = result.catch(() => undefined);
  return result;
}

type Asked = { readonly requestId: number };

/** Runs a request on a worker that lives, and again on a new one while that can still help. */
async function attempt<Value>(
  client: Client,
  work: (connection: EngineConnection, asked: Asked) => Promise<Outcome<Value>>,
  mayRepeat: () => boolean = () => true,
): Promise<Outcome<Value>> {
  for (;;) {
    const connected = await connect(client);
    const result = connected.ok ? await work(connected.value, ask(client)) : connected;
    if (result.ok || !isFatal(result.error)) return result;
    drop(client);
    client.failures += 1;
    const isLast = client.failures > client.limits.rebuilds;
    if (isLast) client.claim?.release();
    if (isLast || !mayRepeat()) return result;
    tell(client, { type: "rebuilding", attempt: client.failures });
  }
}

function ask(client: Client): Asked {
  client.requests += 1;
  return { requestId: client.requests };
}

async function connect(client: Client): Promise<Outcome<EngineConnection>> {
  if (client.isBloated) drop(client);
  if (client.connection !== undefined) return ok(client.connection);
  if (client.failures > client.limits.rebuilds) return err({ type: "engine-given-up" });
  const { createPort, timer, limits } = client;
  const port = createPort(client.workers);
  client.workers += 1;
  const watch = createMemoryWatch();
  const connection = createEngineConnection({
    port,
    timer,
    limits,
    onNotice: (notice) => {
      if (notice.type === "memory") client.isBloated = watch.push(notice.usedBytes);
      tell(client, notice);
    },
  });
  client.connection = connection;
  if (client.loaded === undefined) return ok(connection);
  const loading = await sendLoad(client, connection, client.loaded);
  return loading.ok ? ok(connection) : loading;
}

function drop(client: Client): void {
  client.isBloated = false;
  client.connection?.end();
  client.connection = undefined;
}

function tell(client: Client, notice: ClientNotice): void {
  for (const listener of client.listeners) listener(notice);
}

async function probe(client: Client): ReturnType<Engine["probe"]> {
  const first = { step: "probe", limitMs: client.limits.answerMs } as const;
  const result = await attempt(client, (connection, asked) =>
    connection.exchange({ request: { ...asked, type: "probe" }, endType: "probe-end", first }),
  );
  return result.ok ? ok(result.value.probe) : result;
}

async function load(client: Client, loading: Loading): ReturnType<Engine["load"]> {
  client.failures = 0;
  client.loaded = undefined;
  if ((await client.claim?.take()) === false) return err({ type: "engine-device-in-use" });
  const result = await attempt(client, (connection) => sendLoad(client, connection, loading));
  if (!result.ok) {
    client.claim?.release();
    return result;
  }
  client.loaded = loading;
  return ok(result.value.model);
}

function sendLoad(client: Client, connection: EngineConnection, { source, onProgress }: Loading) {
  const wait = { step: "load", limitMs: client.limits.loadMs } as const;
  return connection.exchange({
    request: { ...ask(client), type: "load", source },
    endType: "load-end",
    first: wait,
    onEvent: (event) => {
      if (event.type === "load-progress") onProgress(event.progress);
      return wait;
    },
  });
}

async function generate(
  client: Client,
  request: GenerateRequest,
  listening: Listening,
): ReturnType<Engine["generate"]> {
  if (client.loaded === undefined) return err({ type: "engine-not-loaded" });
  const generation: Generation = { tokens: 0, isStopped: false };
  client.generation = generation;
  const result = await attempt(
    client,
    (connection, asked) =>
      sendGenerate(client, connection, { ...asked, type: "generate", request }, listening),
    () => generation.tokens === 0 && !generation.isStopped,
  );
  client.generation = undefined;
  // Asked to stop, it stopped: that the worker had to be ended for it is nobody's failure.
  const isStopped = generation.isStopped && !result.ok && isFatal(result.error);
  if (result.ok || isStopped) client.failures = 0;
  return isStopped ? ok(interruptedEnd(generation)) : result;
}

async function sendGenerate(
  client: Client,
  connection: EngineConnection,
  request: Extract<EngineRequest, { readonly type: "generate" }>,
  { onTokens, onReading }: Listening,
): Promise<Outcome<GenerationEnd>> {
  const { generation, limits } = client;
  if (generation?.isStopped === true) return ok(interruptedEnd(generation));
  const order = createBatchOrder();
  const first = { step: "first-token", limitMs: limits.firstTokenMs } as const;
  const result = await connection.exchange({
    request,
    endType: "generate-end",
    first,
    onEvent: (event) => {
      // However long a prompt is: while it is being read, the first token is still to come.
      if (event.type === "reading" && generation?.tokens === 0) {
        onReading?.(event.progress);
        return first;
      }
      if (event.type === "tokens") {
        for (const batch of order.take(event.batch, { texts: event.texts, chances: event.chances })) {
          if (generation !== undefined) generation.tokens += batch.texts.length;
          onTokens(batch);
        }
      }
      return { step: "next-token", limitMs: limits.nextTokenMs };
    },
  });
  if (!result.ok) return result;
  const isWhole = order.isComplete(result.value.batches);
  return isWhole ? ok(result.value.end) : err({ type: "engine-broken-stream", how: "missing-batch" });
}

function interruptedEnd({ tokens }: Generation): GenerationEnd {
  return { reason: "interrupted", tokens, promptTokens: 0, reusedTokens: 0 };
}

async function countTokens(
  client: Client,
  prompt: GenerateRequest["prompt"],
): ReturnType<Engine["countTokens"]> {
  if (client.loaded === undefined) return err({ type: "engine-not-loaded" });
  const first = { step: "count", limitMs: client.limits.answerMs } as const;
  const result = await attempt(client, (connection, asked) =>
    connection.exchange({
      request: { ...asked, type: "count-tokens", prompt },
      endType: "count-tokens-end",
      first,
    }),
  );
  return result.ok ? ok(result.value.tokens) : result;
}

/** Where a worker cannot forget, it is ended: the next one never knew. */
async function reset(client: Client): ReturnType<Engine["reset"]> {
  const { connection, limits } = client;
  const first = { step: "reset", limitMs: limits.answerMs } as const;
  const result = await connection?.exchange({
    request: { ...ask(client), type: "reset" },
    endType: "reset-end",
    first,
  });
  if (result?.ok === false) drop(client);
  return ok(undefined);
}

async function unload(client: Client): ReturnType<Engine["unload"]> {
  const { connection, limits } = client;
  const first = { step: "unload", limitMs: limits.answerMs } as const;
  await connection?.exchange({ request: { ...ask(client), type: "unload" }, endType: "unload-end", first });
  drop(client);
  client.claim?.release();
  client.loaded = undefined;
  client.failures = 0;
  return ok(undefined);
}
