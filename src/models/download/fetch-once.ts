/**
 * One request for one file, from the byte where the bytes at hand end, piece by piece into the store. Everything that
 * can be wrong with it comes back as a value that says whether asking again can help.
 */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { type Result, err, ok } from "../../shared/result.ts";
import { beginsLikeWebPage } from "./first-bytes.ts";
import { type Asked, type AnswerStart, readAnswer } from "./read-answer.ts";
import { type Refusal, lasting, passing } from "./refusal.ts";
import type { Surroundings } from "./surroundings.ts";

/** One file to fetch. */
export type FileOrder = { readonly name: string; readonly address: string; readonly wantedBytes: number };

/** Where its bytes go and stay, page or no page. */
export type FileSink = {
  readonly bytes: () => number;
  readonly append: (piece: Uint8Array<ArrayBuffer>) => Promise<Result<undefined, ShelfError>>;
  readonly clear: () => Promise<Result<undefined, ShelfError>>;
};

/** What is remembered of a file from one request to the next. */
export type FileMemory = {
  /** What the server called the version that the bytes at hand are of. */
  etag: string | undefined;
  /** The server offered another version since the first request. */
  hasChanged: boolean;
};

export type FetchOnce = {
  readonly order: FileOrder;
  readonly sink: FileSink;
  readonly memory: FileMemory;
  readonly surroundings: Surroundings;
  /** Aborted by a pause or a cancel. */
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
  /** So many bytes at hand had to be thrown away. */
  readonly onRepeat: (bytes: number) => void;
};

/** A connection that says nothing for so long is given up. */
export const STALL_SECONDS = 30;

/** Fine when every byte that the catalogue promises is in the store; its hash is another matter. */
export async function fetchOnce(job: FetchOnce): Promise<Result<undefined, Refusal>> {
  const { signal } = job;
  const end = new AbortController();
  const endToo = () => end.abort();
  signal.addEventListener("abort", endToo);
  // One that was aborted before tells nobody any more.
  if (signal.aborted) end.abort();
  try {
    const answer = await askUntilUsable(job, end.signal);
    return answer.ok ? await readBody(job, answer.value) : answer;
  } finally {
    signal.removeEventListener("abort", endToo);
    // Ends the body too, wherever reading it stopped.
    end.abort();
  }
}

type Answered = { readonly response: Response; readonly start: AnswerStart };

async function ask(job: FetchOnce, signal: AbortSignal): Promise<Result<Answered, Refusal>> {
  const { order, sink, memory, surroundings } = job;
  const stopsBefore = surroundings.readPolicyStops();
  const offset = sink.bytes();
  try {
    const response = await beforeStall(
      surroundings,
      surroundings.fetch(order.address, { ...REQUEST, headers: headersOf(job, offset), signal }),
    );
    if (response === "stalled") return err(passing({ type: "shelf-stalled", seconds: STALL_SECONDS }));
    const asked: Asked = { file: order.name, wantedBytes: order.wantedBytes, offset, etag: memory.etag };
    const start = readAnswer(response, asked);
    return start.ok ? ok({ response, start: start.value }) : start;
  } catch {
    return err(await explainFailure(job, stopsBefore));
  }
}

const REQUEST = {
  mode: "cors",
  credentials: "omit",
  cache: "no-store",
  referrerPolicy: "no-referrer",
} as const satisfies RequestInit;

/**
 * `If-Range` only to our own server: across origins it would need a preflight, and hosts that redirect answer none.
 * The version of what comes is compared again in any case.
 */
function headersOf({ order, memory, surroundings }: FetchOnce, offset: number): Record<string, string> {
  if (offset === 0) return {};
  const range = { Range: `bytes=${offset}-` };
  const isOwn = new URL(order.address).origin === surroundings.ownOrigin;
  const strong = memory.etag?.startsWith('"') === true ? memory.etag : undefined;
  return isOwn && strong !== undefined ? { ...range, "If-Range": strong } : range;
}

/** An answer whose body can be written after what is here. A server that sends the wrong part is asked for the whole. */
async function askUntilUsable(job: FetchOnce, signal: AbortSignal): Promise<Result<Response, Refusal>> {
  const { memory } = job;
  for (let tries = 0; tries < 2; tries += 1) {
    const answer = await ask(job, signal);
    if (!answer.ok) return answer;
    const { start, response } = answer.value;
    if (start.type === "rest") {
      memory.etag ??= start.etag;
      return ok(response);
    }
    memory.hasChanged ||= start.hasChanged;
    memory.etag = start.type === "whole" ? start.etag : undefined;
    const cleared = await clearAll(job);
    if (!cleared.ok) return cleared;
    if (start.type === "whole") return ok(response);
    // What is not wanted need not arrive; a body that is already over has nothing to cancel.
    await response.body?.cancel().catch(() => undefined);
  }
  return err(lasting({ type: "shelf-http-status", file: job.order.name, status: 206 }));
}

async function clearAll({ sink, onRepeat }: FetchOnce): Promise<Result<undefined, Refusal>> {
  const bytes = sink.bytes();
  if (bytes === 0) return ok(undefined);
  const cleared = await sink.clear();
  if (!cleared.ok) return err(lasting(cleared.error));
  onRepeat(bytes);
  return ok(undefined);
}

async function readBody(job: FetchOnce, response: Response): Promise<Result<undefined, Refusal>> {
  const { order, sink, surroundings, onBytes } = job;
  const reader = response.body?.getReader();
  if (reader === undefined) return finish(job);
  for (;;) {
    const read = await beforeStall(surroundings, reader.read()).catch(() => "broken" as const);
    if (read === "stalled") return err(passing({ type: "shelf-stalled", seconds: STALL_SECONDS }));
    if (read === "broken") return err(await explainFailure(job, surroundings.readPolicyStops()));
    if (read.done || job.signal.aborted) return finish(job);
    const piece = read.value;
    const refused = refusePiece(order, sink.bytes(), piece);
    if (refused !== undefined) return err(refused);
    // Appending hands the piece over for good.
    const { length } = piece;
    const appended = await sink.append(piece);
    if (!appended.ok) return err(lasting(appended.error));
    onBytes(length);
  }
}

function refusePiece({ name, wantedBytes }: FileOrder, offset: number, piece: Uint8Array) {
  if (offset === 0 && beginsLikeWebPage(piece)) return lasting({ type: "shelf-got-web-page", file: name });
  const bytes = offset + piece.length;
  if (bytes <= wantedBytes) return undefined;
  return lasting({ type: "shelf-wrong-size", file: name, bytes, wanted: wantedBytes });
}

/** An end before the last byte is a connection that broke politely. */
function finish({ order, sink }: FetchOnce): Result<undefined, Refusal> {
  const bytes = sink.bytes();
  if (bytes === order.wantedBytes) return ok(undefined);
  return err(passing({ type: "shelf-wrong-size", file: order.name, bytes, wanted: order.wantedBytes }));
}

async function beforeStall<Value>({ wait }: Surroundings, work: Promise<Value>): Promise<Value | "stalled"> {
  const end = new AbortController();
  const late = wait(STALL_SECONDS * 1000, end.signal).then(() => "stalled" as const);
  try {
    return await Promise.race([work, late]);
  } finally {
    end.abort();
  }
}

/** The browser tells of a stopped connection in a task of its own, a little after the request failed. */
const POLICY_TELLS_WITHIN_MS = 50;

/** What can be found out of a request that failed without an answer. */
async function explainFailure(job: FetchOnce, stopsBefore: number): Promise<Refusal> {
  const { order, surroundings, signal } = job;
  const { host, origin } = new URL(order.address);
  if (!surroundings.isOnline()) return passing({ type: "shelf-offline" });
  await surroundings.wait(POLICY_TELLS_WITHIN_MS, signal);
  if (surroundings.readPolicyStops() > stopsBefore) return lasting({ type: "shelf-redirected", host });
  // What has answered with bytes before is not sent on; its connection broke.
  const isOpen = origin !== surroundings.ownOrigin || job.sink.bytes() > 0;
  const sentOn = isOpen ? "no" : await isSentOn(job);
  if (sentOn === "yes") return lasting({ type: "shelf-redirected", host });
  return passing({ type: sentOn === "likely" ? "shelf-redirected" : "shelf-unreachable", host });
}

/** A file of every build: whether our own server answers at all. */
const CONTROL = "/version.json";

/**
 * A browser that enforces the connection allowlist refuses every redirect without saying so, even one that is not to be
 * followed: then nothing but this file fails, and it fails before it has answered anything.
 */
async function isSentOn({ order, surroundings, signal }: FetchOnce): Promise<"yes" | "likely" | "no"> {
  const look = async (address: string) => {
    const init: RequestInit = { ...REQUEST, method: "HEAD", redirect: "manual", signal };
    const response = await beforeStall(surroundings, surroundings.fetch(address, init));
    return response === "stalled" ? "stalled" : response.type;
  };
  const answer = await look(order.address).catch(() => "refused" as const);
  if (answer !== "refused") return answer === "opaqueredirect" ? "yes" : "no";
  const control = await look(new URL(CONTROL, surroundings.ownOrigin).href).catch(() => "refused" as const);
  return control !== "refused" && control !== "stalled" ? "likely" : "no";
}
