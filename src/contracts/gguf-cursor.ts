/**
 * A cursor over the beginning of a GGUF file that never reads past what it was given: behind the end every read is
 * nothing, and `isCut` tells. So a file that lies about a length costs one look and not the reader's life.
 */

export type GgufValue = number | string | boolean | readonly number[];

export type GgufCursor = {
  readonly u32: () => number;
  readonly u64: () => number;
  readonly text: () => string;
  /** A value of a type as the file numbers it; undefined for what nobody here needs: lists of words, long lists. */
  readonly value: (type: number) => GgufValue | undefined;
  readonly place: () => number;
  /** Whether something was asked for that lies behind the end. */
  readonly isCut: () => boolean;
  /** Whether something was met that no GGUF holds. */
  readonly isBroken: () => boolean;
};

const TEXT = 8;
const LIST = 9;
/** Longer lists are vocabularies. */
const LONGEST_LIST = 1024;

type ReadNumber = (view: DataView, at: number) => number;

type PlainType = readonly [bytes: number, read: ReadNumber];

const UNSIGNED_32: PlainType = [4, (view, at) => view.getUint32(at, true)];
const UNSIGNED_64: PlainType = [8, (view, at) => Number(view.getBigUint64(at, true))];

/** Size in bytes and reader of every plain type, by its number. */
const PLAIN: ReadonlyMap<number, PlainType> = new Map([
  [0, [1, (view, at) => view.getUint8(at)]],
  [1, [1, (view, at) => view.getInt8(at)]],
  [2, [2, (view, at) => view.getUint16(at, true)]],
  [3, [2, (view, at) => view.getInt16(at, true)]],
  [4, UNSIGNED_32],
  [5, [4, (view, at) => view.getInt32(at, true)]],
  [6, [4, (view, at) => view.getFloat32(at, true)]],
  [7, [1, (view, at) => view.getUint8(at)]],
  [10, UNSIGNED_64],
  [11, [8, (view, at) => Number(view.getBigInt64(at, true))]],
  [12, [8, (view, at) => view.getFloat64(at, true)]],
]);
const FLAG = 7;

type Reading = {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  at: number;
  isCut: boolean;
  isBroken: boolean;
};

/** A cursor at the first byte. */
export function createGgufCursor(bytes: Uint8Array): GgufCursor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reading: Reading = { bytes, view, at: 0, isCut: false, isBroken: false };
  return {
    u32: () => readNumber(reading, UNSIGNED_32),
    u64: () => readNumber(reading, UNSIGNED_64),
    text: () => readText(reading),
    value: (type) => readValue(reading, type),
    place: () => reading.at,
    isCut: () => reading.isCut,
    isBroken: () => reading.isBroken,
  };
}

/** Where the next so many bytes lie; undefined, and the end reached, when they are not all there. */
function take(reading: Reading, length: number): number | undefined {
  const from = reading.at;
  const end = reading.bytes.byteLength;
  reading.isCut ||= from + length > end;
  reading.at = reading.isCut ? end : from + length;
  return reading.isCut ? undefined : from;
}

function readNumber(reading: Reading, [size, read]: PlainType): number {
  const from = take(reading, size);
  return from === undefined ? 0 : read(reading.view, from);
}

function readText(reading: Reading): string {
  const length = readNumber(reading, UNSIGNED_64);
  const from = take(reading, length);
  return from === undefined ? "" : new TextDecoder().decode(reading.bytes.subarray(from, from + length));
}

function readValue(reading: Reading, type: number): GgufValue | undefined {
  if (type === TEXT) return readText(reading);
  if (type === LIST) return readList(reading);
  const plain = PLAIN.get(type);
  reading.isBroken ||= plain === undefined;
  if (plain === undefined) return undefined;
  const value = readNumber(reading, plain);
  return type === FLAG ? value !== 0 : value;
}

function readList(reading: Reading): readonly number[] | undefined {
  const type = readNumber(reading, UNSIGNED_32);
  const count = readNumber(reading, UNSIGNED_64);
  const plain = PLAIN.get(type);
  if (plain !== undefined) return readNumbers(reading, plain, count);
  // Lists of lists exist on paper only.
  if (type === TEXT) skipTexts(reading, count);
  else reading.isBroken = true;
  return undefined;
}

function readNumbers(
  reading: Reading,
  [size, read]: PlainType,
  count: number,
): readonly number[] | undefined {
  const from = take(reading, size * count);
  if (from === undefined || count > LONGEST_LIST) return undefined;
  return Array.from({ length: count }, (_, i) => read(reading.view, from + i * size));
}

function skipTexts(reading: Reading, count: number): void {
  for (let i = 0; i < count && !reading.isCut; i += 1) take(reading, readNumber(reading, UNSIGNED_64));
}
