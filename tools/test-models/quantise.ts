/**
 * The number formats of both packages: 4 bits in groups of 32 as the library computes with them, and the GGUF formats
 * F16, Q8_0 and Q4_0 as llama.cpp reads them.
 */

const GROUP = 32;

export type Quantised = {
  /** Eight 4-bit values to a word, the first in the lowest bits; a stored 7 means zero. */
  readonly words: Uint32Array;
  readonly scales: Float32Array;
};

/** Rounds every group of 32 weights of a row to the 15 values -7 to 7 times a scale. */
export function quantise(values: Float32Array): Quantised {
  const words = new Uint32Array(values.length / 8);
  const scales = new Float32Array(values.length / GROUP);
  for (let group = 0; group < scales.length; group += 1) {
    const part = values.subarray(group * GROUP, (group + 1) * GROUP);
    const scale = Math.fround(largest(part) / 7);
    scales[group] = scale;
    part.forEach((value, i) => {
      const stored = scale === 0 ? 7 : Math.min(14, Math.max(0, Math.round(value / scale) + 7));
      const word = (group * GROUP + i) >> 3;
      words[word] = (words[word] ?? 0) | (stored << ((i % 8) * 4));
    });
  }
  return { words, scales };
}

/** The weights that a quantised matrix stands for. */
export function dequantise({ words, scales }: Quantised): Float32Array {
  return Float32Array.from({ length: words.length * 8 }, (_, i) => {
    const stored = ((words[i >> 3] ?? 0) >>> ((i % 8) * 4)) & 15;
    return (stored - 7) * (scales[Math.floor(i / GROUP)] ?? 0);
  });
}

function largest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

const floatView = new Float32Array(1);
const bitView = new Uint32Array(floatView.buffer);

/** The bits of the nearest half-precision number; what is too small for a normal one becomes zero. */
export function toHalf(value: number): number {
  floatView[0] = value;
  const bits = bitView[0] ?? 0;
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 255) - 112;
  if (exponent <= 0) return sign;
  if (exponent >= 31) return sign | 0x7c00;
  return (sign | (exponent << 10) | ((bits & 0x7fffff) >> 13)) + ((bits >> 12) & 1);
}

export type GgufType = "F32" | "F16" | "Q8_0" | "Q4_0";

/** The bytes of weights in a GGUF format; the length must be a multiple of 32 for the Q formats. */
export function encodeForGguf(type: GgufType, values: Float32Array): Buffer {
  return GGUF_ENCODERS[type](values);
}

const GGUF_ENCODERS: Readonly<Record<GgufType, (values: Float32Array) => Buffer>> = {
  F32: (values) => Buffer.from(values.buffer, values.byteOffset, values.byteLength),
  F16: (values) => Buffer.from(Uint16Array.from(values, toHalf).buffer),
  Q8_0: (values) => encodeBlocks(values, 34, writeEightBitBlock),
  Q4_0: (values) => encodeBlocks(values, 18, writeFourBitBlock),
};

type WriteBlock = (to: Buffer, at: number, values: Float32Array) => void;

function encodeBlocks(values: Float32Array, blockBytes: number, write: WriteBlock): Buffer {
  const blocks = values.length / GROUP;
  const bytes = Buffer.alloc(blocks * blockBytes);
  for (let block = 0; block < blocks; block += 1)
    write(bytes, block * blockBytes, values.subarray(block * GROUP, (block + 1) * GROUP));
  return bytes;
}

function writeEightBitBlock(to: Buffer, at: number, values: Float32Array): void {
  const scale = largest(values) / 127;
  to.writeUInt16LE(toHalf(scale), at);
  values.forEach((value, i) => to.writeInt8(scale === 0 ? 0 : Math.round(value / scale), at + 2 + i));
}

/** The value of largest size becomes -8 times the scale; the first half of a block is in the low bits. */
function writeFourBitBlock(to: Buffer, at: number, values: Float32Array): void {
  const extreme = values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  const scale = extreme / -8;
  const stored = (value: number) =>
    scale === 0 ? 8 : Math.min(15, Math.max(0, Math.floor(value / scale + 8.5)));
  to.writeUInt16LE(toHalf(scale), at);
  for (let i = 0; i < 16; i += 1)
    to[at + 2 + i] = stored(values[i] ?? 0) | (stored(values[16 + i] ?? 0) << 4);
}
