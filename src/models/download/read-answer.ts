/**
 * What a server's answer to "this file, from this byte on" means, before its body is read. A host on another origin may
 * keep any header but a few to itself, so a header that is absent proves nothing: the hash at the end does.
 */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { type Result, err, ok } from "../../shared/result.ts";
import { type Refusal, lasting, refuseStatus } from "./refusal.ts";

export type Asked = {
  readonly file: string;
  /** As the catalogue says. */
  readonly wantedBytes: number;
  /** Bytes already here; the request asked for what follows them. */
  readonly offset: number;
  /** What the server called its version of the file when these bytes came. */
  readonly etag: string | undefined;
};

export type AnswerStart =
  /** The body goes on where the bytes at hand end. */
  | { readonly type: "rest"; readonly etag: string | undefined }
  /** The body is the file from its first byte: the server ignored the range, or has another version. */
  | { readonly type: "whole"; readonly etag: string | undefined; readonly hasChanged: boolean }
  /** The part sent cannot follow the bytes at hand: ask again, for the whole file. */
  | { readonly type: "start-again"; readonly hasChanged: boolean };

/** Reads status and headers; a web page in place of a file and a file of another size are refused here. */
export function readAnswer(response: Response, asked: Asked): Result<AnswerStart, Refusal> {
  if (response.status === 416) return readBeyond(response, asked);
  if (response.status !== 200 && response.status !== 206) return err(refuseStatus(asked.file, response));
  if (isWebPage(response.headers.get("Content-Type")))
    return err(lasting({ type: "shelf-got-web-page", file: asked.file }));
  const etag = response.headers.get("ETag") ?? undefined;
  const hasChanged = isOtherVersion(asked.etag, etag);
  return response.status === 206
    ? readPart(response, asked, etag, hasChanged)
    : readWhole(response, asked, etag, hasChanged);
}

function readWhole(
  response: Response,
  asked: Asked,
  etag: string | undefined,
  hasChanged: boolean,
): Result<AnswerStart, Refusal> {
  const bytes = readLength(response);
  if (bytes !== undefined && bytes !== asked.wantedBytes)
    return err(lasting(wrongSize(asked, bytes, hasChanged)));
  return ok({ type: "whole", etag, hasChanged });
}

function readPart(
  response: Response,
  asked: Asked,
  etag: string | undefined,
  hasChanged: boolean,
): Result<AnswerStart, Refusal> {
  const range = readContentRange(response.headers.get("Content-Range"));
  if (range?.total !== undefined && range.total !== asked.wantedBytes)
    return err(lasting(wrongSize(asked, range.total, hasChanged)));
  if (hasChanged || (range?.from !== undefined && range.from !== asked.offset))
    return ok({ type: "start-again", hasChanged });
  return ok({ type: "rest", etag });
}

/** The server's file ends before the bytes at hand do, or it cannot tell where it ends. */
function readBeyond(response: Response, asked: Asked): Result<AnswerStart, Refusal> {
  const total = readContentRange(response.headers.get("Content-Range"))?.total;
  const hasChanged = isOtherVersion(asked.etag, response.headers.get("ETag") ?? undefined);
  if (total !== undefined && total !== asked.wantedBytes)
    return err(lasting(wrongSize(asked, total, hasChanged)));
  return asked.offset > 0 ? ok({ type: "start-again", hasChanged }) : err(refuseStatus(asked.file, response));
}

function wrongSize({ file, wantedBytes }: Asked, bytes: number, hasChanged: boolean): ShelfError {
  return hasChanged
    ? { type: "shelf-changed-on-host", file }
    : { type: "shelf-wrong-size", file, bytes, wanted: wantedBytes };
}

/** The length of the file, where the header speaks of the file and not of its compressed form on the way. */
function readLength({ headers, type }: Response): number | undefined {
  const length = headers.get("Content-Length");
  // Across origins the header that would tell of compression cannot be read.
  if (length === null || headers.has("Content-Encoding") || type === "cors") return undefined;
  return Number(length);
}

function readContentRange(
  header: string | null,
): { readonly from: number | undefined; readonly total: number | undefined } | undefined {
  const [, from, total] = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(header ?? "") ?? [];
  if (total === undefined) return undefined;
  return {
    from: from === undefined ? undefined : Number(from),
    total: total === "*" ? undefined : Number(total),
  };
}

function isWebPage(contentType: string | null): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? "");
}

/** Weak marks count too: the hash has the last word about the bytes. */
function isOtherVersion(before: string | undefined, now: string | undefined): boolean {
  return before !== undefined && now !== undefined && bareTag(before) !== bareTag(now);
}

function bareTag(etag: string): string {
  return etag.replace(/^W\//, "");
}
