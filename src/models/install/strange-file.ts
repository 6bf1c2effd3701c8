/** What a file is that is no part of a model, told by its first bytes, because names lie. */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { SourceFile } from "./source-file.ts";

type Found = Extract<ShelfError, { readonly type: "shelf-not-a-model" }>["found"];

const LOOK_BYTES = 512;

/** A name for what someone took for a model. */
export async function recogniseStranger(file: SourceFile): Promise<Found> {
  if (file.bytes === 0) return "empty";
  const start = await file.read(0, LOOK_BYTES);
  if (startsWith(start, "PK\u0003\u0004") || startsWith(start, "PK\u0005\u0006")) return "zip";
  const text = new TextDecoder().decode(start).trimStart().toLowerCase();
  return /^<(?:!doctype html|html|head|body|\?xml)/u.test(text) ? "web-page" : "unknown";
}

/** Whether bytes begin with these characters. */
export function startsWith(bytes: Uint8Array, mark: string): boolean {
  return (
    bytes.length >= mark.length && Array.from(mark).every((letter, i) => bytes[i] === letter.charCodeAt(0))
  );
}
