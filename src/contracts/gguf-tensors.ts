/** The number formats that weights of a GGUF file may have: how many values make a block, and its size in bytes. */

type Format = readonly [name: string, values: number, bytes: number];

/** By the number that the file gives them; numbers that fell out of use are missing. */
const FORMATS: ReadonlyMap<number, Format> = new Map([
  [0, ["F32", 1, 4]],
  [1, ["F16", 1, 2]],
  [2, ["Q4_0", 32, 18]],
  [3, ["Q4_1", 32, 20]],
  [6, ["Q5_0", 32, 22]],
  [7, ["Q5_1", 32, 24]],
  [8, ["Q8_0", 32, 34]],
  [9, ["Q8_1", 32, 36]],
  [10, ["Q2_K", 256, 84]],
  [11, ["Q3_K", 256, 110]],
  [12, ["Q4_K", 256, 144]],
  [13, ["Q5_K", 256, 176]],
  [14, ["Q6_K", 256, 210]],
  [15, ["Q8_K", 256, 292]],
  [16, ["IQ2_XXS", 256, 66]],
  [17, ["IQ2_XS", 256, 74]],
  [18, ["IQ3_XXS", 256, 98]],
  [19, ["IQ1_S", 256, 50]],
  [20, ["IQ4_NL", 32, 18]],
  [21, ["IQ3_S", 256, 110]],
  [22, ["IQ2_S", 256, 82]],
  [23, ["IQ4_XS", 256, 136]],
  [24, ["I8", 1, 1]],
  [25, ["I16", 1, 2]],
  [26, ["I32", 1, 4]],
  [27, ["I64", 1, 8]],
  [28, ["F64", 1, 8]],
  [29, ["IQ1_M", 256, 56]],
  [30, ["BF16", 1, 2]],
  [34, ["TQ1_0", 256, 54]],
  [35, ["TQ2_0", 256, 66]],
  [39, ["MXFP4", 32, 17]],
]);

export type GgufTensor = {
  readonly format: string;
  readonly bytes: number;
  /** From where the weights begin. */
  readonly offset: number;
};

/** A tensor as the header describes it; of a format that nobody here knows, the size counts as none. */
export function describeTensor(dimensions: readonly number[], format: number, offset: number): GgufTensor {
  const [name, values, bytes] = FORMATS.get(format) ?? [`type ${format}`, 1, 0];
  const count = dimensions.reduce((product, size) => product * size, 1);
  return { format: name, bytes: Math.ceil(count / values) * bytes, offset };
}

/** The format that most bytes of the weights are in. */
export function mainFormat(tensors: readonly GgufTensor[]): string {
  const sizes = new Map<string, number>();
  for (const { format, bytes } of tensors) sizes.set(format, (sizes.get(format) ?? 0) + bytes);
  const [largest] = [...sizes].toSorted(([, a], [, b]) => b - a);
  return largest?.[0] ?? "none";
}
