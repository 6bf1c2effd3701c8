/** A host that answers each request for its one file as the test's script says, and afterwards as it should. */
import { assertNever } from "../../../shared/assert.ts";

export type Asked = {
  readonly method: string;
  readonly range: string | null;
  readonly ifRange: string | null;
};

/** One answer. What it does not name is as a good server would have it. */
export type Scripted =
  | { readonly type: "good"; readonly etag?: string; readonly content?: Uint8Array }
  | { readonly type: "status"; readonly status: number; readonly headers?: Record<string, string> }
  | { readonly type: "page"; readonly contentType: string }
  | { readonly type: "ignores-range"; readonly etag?: string }
  | { readonly type: "wrong-range" }
  /** Breaks off after so many bytes, by an error or as if that were all. */
  | { readonly type: "breaks"; readonly after: number; readonly isPolite?: boolean }
  /** Sends so many bytes and then nothing more. */
  | { readonly type: "stalls"; readonly after: number }
  | { readonly type: "silent" }
  | { readonly type: "unreachable"; readonly before?: () => void }
  | { readonly type: "hides-headers" }
  /** Refused by the browser on its way to somewhere else; what a request that does not follow sees of it. */
  | { readonly type: "sends-on" }
  /** The same in a browser that does not let even that be seen. */
  | { readonly type: "refused" };

export type ScriptedHost = {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly asked: Asked[];
};

const PIECE = 1000;
export const ETAG = '"first"';

/** Serves `content`; the script's answers come first, one a request, and are used up. */
export function createScriptedHost(content: Uint8Array, script: Scripted[]): ScriptedHost {
  const asked: Asked[] = [];
  return {
    asked,
    fetch: async (address, init) => {
      init.signal?.throwIfAborted();
      if (address.endsWith("/version.json") && script[0]?.type === "refused") return new Response("{}");
      const headers = new Headers(init.headers);
      const request = { range: headers.get("Range"), ifRange: headers.get("If-Range") };
      asked.push({ method: init.method ?? "GET", ...request });
      // A question whether a request is sent on does not use up an answer.
      const scripted = (init.method === "HEAD" ? script[0] : script.shift()) ?? { type: "good" };
      return answer(content, scripted, request, init);
    },
  };
}

type Request = Pick<Asked, "range" | "ifRange">;

async function answer(
  content: Uint8Array,
  scripted: Scripted,
  request: Request,
  init: RequestInit,
): Promise<Response> {
  const signal = init.signal ?? new AbortController().signal;
  switch (scripted.type) {
    case "good":
      return serve(scripted.content ?? content, request, scripted.etag ?? ETAG);
    case "status":
      return new Response("no", { status: scripted.status, headers: scripted.headers ?? {} });
    case "page":
      return new Response("<!DOCTYPE html><title>Sign in</title>", {
        headers: { "Content-Type": scripted.contentType },
      });
    case "ignores-range":
      return serve(content, { range: null, ifRange: null }, scripted.etag ?? ETAG);
    case "wrong-range":
      return serve(content, { range: "bytes=1-", ifRange: null }, ETAG);
    case "breaks":
      return broken(content, request, scripted.after, scripted.isPolite === true);
    case "stalls":
      return stalled(content, request, scripted.after, signal);
    case "silent":
      return failOnAbort(signal);
    case "unreachable":
      scripted.before?.();
      throw new TypeError("Failed to fetch");
    case "hides-headers":
      return new Response(bodyOf(partOf(content, request)), { status: statusOf(request) });
    case "refused":
      throw new TypeError("Failed to fetch");
    case "sends-on":
      if (init.redirect !== "manual") throw new TypeError("Failed to fetch");
      return withType(new Response(null), "opaqueredirect");
    default:
      return assertNever(scripted);
  }
}

function failOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_done, fail) => {
    signal.addEventListener("abort", () => fail(new Error("aborted")));
  });
}

function serve(content: Uint8Array, request: Request, etag: string): Response {
  const isCurrent = request.ifRange === null || request.ifRange === etag;
  const part = isCurrent ? request : { range: null, ifRange: null };
  const from = offsetOf(part);
  if (from > content.length) {
    return new Response("no", { status: 416, headers: { "Content-Range": `bytes */${content.length}` } });
  }
  const body = content.subarray(from);
  const headers = new Headers({ ETag: etag, "Content-Length": String(body.length) });
  if (part.range !== null) {
    headers.set("Content-Range", `bytes ${from}-${content.length - 1}/${content.length}`);
  }
  return new Response(bodyOf(body), { status: statusOf(part), headers });
}

function offsetOf({ range }: Request): number {
  return Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
}

function statusOf({ range }: Request): number {
  return range === null ? 200 : 206;
}

function partOf(content: Uint8Array, request: Request): Uint8Array {
  return content.subarray(offsetOf(request));
}

function bodyOf(bytes: Uint8Array, end?: (controller: ReadableStreamDefaultController) => void) {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (at >= bytes.length) {
        if (end === undefined) controller.close();
        else end(controller);
        return;
      }
      controller.enqueue(bytes.slice(at, at + PIECE));
      at += PIECE;
    },
  });
}

function broken(content: Uint8Array, request: Request, after: number, isPolite: boolean): Response {
  const part = partOf(content, request).subarray(0, after);
  const body = bodyOf(part, (controller) => {
    if (isPolite) controller.close();
    else controller.error(new TypeError("network error"));
  });
  return new Response(body, { status: statusOf(request), headers: { ETag: ETAG } });
}

function stalled(content: Uint8Array, request: Request, after: number, signal: AbortSignal): Response {
  const part = partOf(content, request).subarray(0, after);
  const body = bodyOf(part, (controller) => {
    const end = () => controller.error(new Error("aborted"));
    if (signal.aborted) end();
    else signal.addEventListener("abort", end);
  });
  return new Response(body, { status: statusOf(request), headers: { ETag: ETAG } });
}

function withType(response: Response, type: ResponseType): Response {
  Object.defineProperty(response, "type", { value: type });
  return response;
}
