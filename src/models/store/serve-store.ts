/** The worker's half of the store: one request after another, and every fault of the disk as a word. */
import { assertNever } from "../../shared/assert.ts";
import { createFileWork, type FileWork } from "./file-work.ts";
import type { Folder } from "./folder.ts";
import { readFailure } from "./store-failure.ts";
import type { StoreAnswer, StoreAsk, StoreReply, StoreRequest } from "./store-messages.ts";

export type StorePort = {
  readonly post: (reply: StoreReply, transfer: readonly Transferable[]) => void;
  readonly listen: (listener: (request: StoreRequest) => void) => void;
};

type ServeParts = {
  readonly port: StorePort;
  readonly openRoot: () => Promise<Folder>;
};

type Reporting = {
  readonly isStopped: () => boolean;
  readonly onProgress: (bytes: number) => void;
};

const NOTHING: StoreAnswer = { bytes: 0, sha256: "", md5: "", content: undefined, entries: [] };

/** Serves the file system at the port for as long as the worker lives. */
export function serveStore({ port, openRoot }: ServeParts): void {
  const work = createFileWork(openRoot);
  const running = new Map<number, AbortController>();
  const turns = createTurns();
  port.listen(({ requestId, ask }) => {
    if (ask.type === "stop") {
      running.get(requestId)?.abort();
      return;
    }
    const { signal } = register(running, requestId);
    const onProgress = (bytes: number) => port.post({ type: "progress", requestId, bytes }, []);
    void turns.take(turnOf(ask), async () => {
      const reply = await answer(work, ask, { isStopped: () => signal.aborted, onProgress });
      running.delete(requestId);
      if ("failure" in reply) port.post({ type: "failed", requestId, failure: reply.failure }, []);
      else {
        const lent = reply.content === undefined ? [] : [reply.content.buffer];
        port.post({ type: "done", requestId, answer: { ...NOTHING, ...reply } }, lent);
      }
    });
  });
}

function register(running: Map<number, AbortController>, requestId: number): AbortController {
  const controller = new AbortController();
  running.set(requestId, controller);
  return controller;
}

/** What changes files of one pack happens in the order asked for; reading waits for nobody. */
function turnOf(ask: StoreAsk): string | undefined {
  if (ask.type === "list" || ask.type === "read") return undefined;
  if (ask.type === "hash" || ask.type === "hash-source") return undefined;
  const path = ask.type === "release" ? ask.folder : [...ask.place.folder, ask.place.name];
  return path.slice(0, 2).join("/");
}

function createTurns() {
  const last = new Map<string, Promise<void>>();
  return {
    take: (turn: string | undefined, work: () => Promise<void>): Promise<void> => {
      if (turn === undefined) return work();
      const next = (last.get(turn) ?? Promise.resolve()).then(work);
      last.set(turn, next);
      return next;
    },
  };
}

type Reply = Partial<StoreAnswer> | { readonly failure: ReturnType<typeof readFailure> };

async function answer(work: FileWork, ask: StoreAsk, reporting: Reporting): Promise<Reply> {
  try {
    return await perform(work, ask, reporting);
  } catch (error) {
    return { failure: readFailure(error) };
  }
}

async function perform(work: FileWork, ask: StoreAsk, reporting: Reporting): Promise<Partial<StoreAnswer>> {
  switch (ask.type) {
    case "append":
      return { bytes: await work.append(ask.place, ask.chunk) };
    case "restart":
      await work.restart(ask.place);
      return {};
    case "finish":
      return work.finish(ask.place);
    case "copy":
      return work.copy(ask, reporting);
    case "hash":
      return work.hash(ask.place, reporting);
    case "hash-source":
      return work.hashSource(ask.file, reporting);
    case "read":
      return { content: await work.read(ask.place, ask.from, ask.to) };
    case "put":
      await work.put(ask.place, ask.content);
      return {};
    case "list":
      return { entries: await work.list(ask.folder) };
    case "release":
      work.release(ask.folder);
      return {};
    case "remove":
      await work.remove(ask.place);
      return {};
    default:
      return assertNever(ask);
  }
}
