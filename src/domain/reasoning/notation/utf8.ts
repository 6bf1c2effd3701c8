/**
 * UTF-8 both ways, without the platform's decoder (domain has none): what is damaged becomes U+FFFD and says so.
 * Works on whole lines, so that where the bytes were cut on their way here can never show in the text.
 */

const REPLACEMENT = "\uFFFD";
/** Small enough for one call with that many arguments in every browser. */
const ASCII_RUN = 4096;

export type DecodedText = { readonly text: string; readonly damaged: boolean };

/** Decodes bytes to text; every maximal damaged stretch becomes one replacement character. */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  const parts: string[] = [];
  let damaged = false;
  let at = 0;
  while (at < bytes.length) {
    const end = asciiRunEnd(bytes, at);
    if (end > at) {
      parts.push(String.fromCharCode(...bytes.subarray(at, end)));
      at = end;
      continue;
    }
    const { codePoint, length } = readSequence(bytes, at);
    damaged ||= codePoint === undefined;
    parts.push(codePoint === undefined ? REPLACEMENT : String.fromCodePoint(codePoint));
    at += length;
  }
  return { text: parts.join(""), damaged };
}

function asciiRunEnd(bytes: Uint8Array, start: number): number {
  const limit = Math.min(bytes.length, start + ASCII_RUN);
  let end = start;
  while (end < limit && (bytes[end] ?? 0x80) < 0x80) end += 1;
  return end;
}

type Sequence = { readonly codePoint: number | undefined; readonly length: number };

function readSequence(bytes: Uint8Array, at: number): Sequence {
  const lead = bytes[at] ?? 0;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return { codePoint: undefined, length: 1 };
  let codePoint = lead & (0x7f >> size);
  for (let step = 1; step < size; step += 1) {
    const next = bytes[at + step];
    if (next === undefined || !isContinuation(lead, step, next))
      return { codePoint: undefined, length: step };
    codePoint = (codePoint << 6) | (next & 0x3f);
  }
  return { codePoint, length: size };
}

/** The second byte's range is narrower after four leads: no overlong forms, no surrogates, nothing past U+10FFFF. */
function isContinuation(lead: number, step: number, byte: number): boolean {
  const low = step > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = step > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return byte >= low && byte <= high;
}

/** Encodes text; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    length = writeSequence(bytes, length, codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint);
  }
  return bytes.slice(0, length);
}

function writeSequence(bytes: Uint8Array, at: number, codePoint: number): number {
  if (codePoint < 0x80) {
    bytes[at] = codePoint;
    return at + 1;
  }
  const size = codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  bytes[at] = ((0xf00 >> size) & 0xff) | (codePoint >> (6 * (size - 1)));
  for (let step = 1; step < size; step += 1) {
    bytes[at + step] = 0x80 | ((codePoint >> (6 * (size - 1 - step))) & 0x3f);
  }
  return at + size;
}
