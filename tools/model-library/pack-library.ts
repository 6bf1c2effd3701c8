/**
 * Makes a copy of the library for one model: appends a data segment with the model's sizes and metadata, which lands in
 * the memory that `source/model.h` reads. The faults a test wants of its model are packed the same way.
 */
import type { ModelShape } from "../test-models/shape.ts";

/** Faults that a packed library meets on purpose; a forward pass is counted from 1, and the first is the prompt's. */
export type Faults = {
  readonly failAtForward?: number;
  readonly loseDeviceAtForward?: number;
  /** Every forward pass is computed this many times. */
  readonly repeatForward?: number;
  /** The metadata forgets the last of the weights. */
  readonly losesTensor?: boolean;
};

export type PackedModel = {
  readonly shape: ModelShape;
  readonly isQuantised: boolean;
  /** The text WebLLM gets for `_metadata`. */
  readonly metadata: string;
  readonly faults: Faults;
};

const MODEL_ADDRESS = 1024;
const ROOM = 65_536 - MODEL_ADDRESS;
const MODEL_MARK = 0x42524343;
const HEADER_BYTES = 64;
const DATA_SECTION = 11;
const DATA_COUNT_SECTION = 12;

/** The library's bytes with the model in them. */
export function packLibrary(library: Uint8Array, model: PackedModel): Uint8Array<ArrayBuffer> {
  const contents = writeModel(model);
  if (contents.length > ROOM)
    throw new Error(`The metadata of this model needs ${contents.length} bytes; ${ROOM} are free.`);
  const sections = readSections(library).map((section) => appendSegment(section, contents));
  return concatenate([
    library.subarray(0, 8),
    ...sections.flatMap(({ id, body }) => [Uint8Array.of(id), writeUnsigned(body.length), body]),
  ]);
}

function writeModel({ shape, isQuantised, metadata, faults }: PackedModel): Uint8Array {
  const text = new TextEncoder().encode(metadata);
  const bytes = new Uint8Array(HEADER_BYTES + text.length);
  const view = new DataView(bytes.buffer);
  const whole = [
    MODEL_MARK,
    shape.vocabularySize,
    shape.hiddenSize,
    shape.layers,
    shape.heads,
    shape.keyValueHeads,
    shape.headSize,
    shape.intermediateSize,
    shape.contextLength,
    isQuantised ? 1 : 0,
  ];
  whole.forEach((number, i) => view.setInt32(i * 4, number, true));
  view.setFloat32(40, shape.ropeBase, true);
  view.setFloat32(44, shape.epsilon, true);
  view.setInt32(48, faults.failAtForward ?? 0, true);
  view.setInt32(52, faults.loseDeviceAtForward ?? 0, true);
  view.setInt32(56, faults.repeatForward ?? 1, true);
  view.setInt32(60, text.length, true);
  bytes.set(text, HEADER_BYTES);
  return bytes;
}

type Section = { readonly id: number; readonly body: Uint8Array };

function readSections(wasm: Uint8Array): readonly Section[] {
  const sections: Section[] = [];
  for (let at = 8; at < wasm.length;) {
    const { value: length, end } = readUnsigned(wasm, at + 1);
    sections.push({ id: wasm[at] ?? 0, body: wasm.subarray(end, end + length) });
    at = end + length;
  }
  return sections;
}

/** One more segment in the data section, and one more in its announced count. */
function appendSegment({ id, body }: Section, contents: Uint8Array): Section {
  if (id !== DATA_SECTION && id !== DATA_COUNT_SECTION) return { id, body };
  const { value: count, end } = readUnsigned(body, 0);
  const segments = body.subarray(end);
  if (id === DATA_COUNT_SECTION) return { id, body: writeUnsigned(count + 1) };
  const ACTIVE = 0;
  const CONSTANT = 0x41;
  const END = 0x0b;
  const head = concatenate([
    Uint8Array.of(ACTIVE, CONSTANT),
    writeSigned(MODEL_ADDRESS),
    Uint8Array.of(END),
    writeUnsigned(contents.length),
  ]);
  return { id, body: concatenate([writeUnsigned(count + 1), segments, head, contents]) };
}

function readUnsigned(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  let end = start;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[end] ?? 0;
    end += 1;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return { value, end };
  }
}

function writeUnsigned(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Uint8Array.from([...bytes, rest]);
}

/** LEB128 of a number that is not negative: one more byte where the sign bit would be taken. */
function writeSigned(value: number): Uint8Array {
  const bytes = writeUnsigned(value);
  const last = bytes.at(-1) ?? 0;
  if (last < 64) return bytes;
  return Uint8Array.from([...bytes.subarray(0, -1), last | 128, 0]);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
