/** The page's half of the store: asks the writing worker, which is started at the first question. */
import { err, ok, type Result } from "../../shared/result.ts";
import type { StoreAnswer, StoreAsk, StoreFailure, StoreReply, StoreRequest } from "./store-messages.ts";

/** As much of a `Worker` as the store needs. */
export type WorkerLike = {
  readonly postMessage: (message: StoreRequest, transfer: Transferable[]) => void;
  readonly addEventListener: (
    type: "message" | "error" | "messageerror",
    listener: (event: MessageEvent<StoreReply> | Event) => void,
  ) => void;
  readonly terminate: () => void;
};

export type AskOptions = {
  readonly onProgress?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type FileStore = {
  /** What is handed over in a request is gone from this side afterwards. */
  readonly ask: (ask: StoreAsk, options?: AskOptions) => Promise<Result<StoreAnswer, StoreFailure>>;
};

type Waiting = {
  readonly resolve: (result: Result<StoreAnswer, StoreFailure>) => void;
  readonly onProgress: ((bytes: number) => void) | undefined;
};

type Client = {
  readonly createWorker: () => WorkerLike;
  readonly waiting: Map<number, Waiting>;
  worker: WorkerLike | undefined;
  requests: number;
};

/** The files of this site. A worker that dies fails what it was asked, and the next question starts another. */
export function createFileStore(createWorker: () => WorkerLike): FileStore {
  const client: Client = { createWorker, waiting: new Map(), worker: undefined, requests: 0 };
  return { ask: (ask, options) => askWorker(client, ask, options ?? {}) };
}

function askWorker(
  client: Client,
  ask: StoreAsk,
  { onProgress, signal }: AskOptions,
): Promise<Result<StoreAnswer, StoreFailure>> {
  if (signal?.aborted === true) return Promise.resolve(err("stopped"));
  client.worker ??= startWorker(client);
  const { worker } = client;
  client.requests += 1;
  const requestId = client.requests;
  return new Promise((resolve) => {
    const stop = () => worker.postMessage({ requestId, ask: { type: "stop" } }, []);
    signal?.addEventListener("abort", stop);
    client.waiting.set(requestId, {
      onProgress,
      resolve: (result) => {
        signal?.removeEventListener("abort", stop);
        resolve(result);
      },
    });
    worker.postMessage({ requestId, ask }, listTransfers(ask));
  });
}

/** Large pieces change hands instead of being copied. */
function listTransfers(ask: StoreAsk): Transferable[] {
  return ask.type === "append" ? [ask.chunk.buffer] : [];
}

function startWorker(client: Client): WorkerLike {
  const worker = client.createWorker();
  worker.addEventListener("message", (event) => {
    if ("data" in event) hear(client, event.data);
  });
  const fail = () => {
    worker.terminate();
    if (client.worker === worker) client.worker = undefined;
    const lost = [...client.waiting.values()];
    client.waiting.clear();
    for (const { resolve } of lost) resolve(err("unexpected"));
  };
  worker.addEventListener("error", fail);
  worker.addEventListener("messageerror", fail);
  return worker;
}

function hear({ waiting }: Client, reply: StoreReply): void {
  const asked = waiting.get(reply.requestId);
  if (asked === undefined) return;
  if (reply.type === "progress") {
    asked.onProgress?.(reply.bytes);
    return;
  }
  waiting.delete(reply.requestId);
  asked.resolve(reply.type === "done" ? ok(reply.answer) : err(reply.failure));
}
