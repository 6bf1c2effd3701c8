/**
 * The shape of a small Llama-type model, and the tensors such a model has. Both packages, the reference pass and the
 * library agree on this list; its order is the order of parameters in a WebLLM package.
 */

export type ModelShape = {
  readonly vocabularySize: number;
  readonly hiddenSize: number;
  readonly layers: number;
  readonly heads: number;
  readonly keyValueHeads: number;
  readonly headSize: number;
  readonly intermediateSize: number;
  readonly contextLength: number;
  readonly ropeBase: number;
  readonly epsilon: number;
};

export type TensorKind = "embedding" | "norm" | "attention" | "output" | "gate" | "down";

export type TensorPlan = {
  readonly name: string;
  readonly kind: TensorKind;
  /** 1 for the gain of a norm. */
  readonly rows: number;
  readonly columns: number;
};

/** Attention keeps one score per position in shared memory, of which every adapter has 16 KiB; 80 bytes are its own. */
const MOST_CONTEXT = 4076;

/** About a million parameters: loads in half a second and answers fast enough for tests. */
export const smallShape: ModelShape = {
  vocabularySize: 2048,
  hiddenSize: 128,
  layers: 4,
  heads: 4,
  keyValueHeads: 2,
  headSize: 32,
  intermediateSize: 384,
  contextLength: 2048,
  ropeBase: 10_000,
  epsilon: 1e-5,
};

/** All tensors of a model, in the order of its parameters. */
export function planTensors(shape: ModelShape): readonly TensorPlan[] {
  const { hiddenSize: hidden, vocabularySize } = shape;
  return [
    { name: "model.embed_tokens", kind: "embedding", rows: vocabularySize, columns: hidden },
    ...Array.from({ length: shape.layers }, (_, layer) => planLayer(shape, `model.layers.${layer}`)).flat(),
    { name: "model.norm", kind: "norm", rows: 1, columns: hidden },
  ];
}

function planLayer(shape: ModelShape, name: string): readonly TensorPlan[] {
  const { hiddenSize: hidden, heads, keyValueHeads, headSize, intermediateSize } = shape;
  const mixed = (heads + 2 * keyValueHeads) * headSize;
  return [
    { name: `${name}.input_layernorm`, kind: "norm", rows: 1, columns: hidden },
    { name: `${name}.self_attn.qkv_proj`, kind: "attention", rows: mixed, columns: hidden },
    { name: `${name}.self_attn.o_proj`, kind: "output", rows: hidden, columns: heads * headSize },
    { name: `${name}.post_attention_layernorm`, kind: "norm", rows: 1, columns: hidden },
    { name: `${name}.mlp.gate_up_proj`, kind: "gate", rows: 2 * intermediateSize, columns: hidden },
    { name: `${name}.mlp.down_proj`, kind: "down", rows: hidden, columns: intermediateSize },
  ];
}

/** Why the library could not run a shape, or undefined. */
export function findShapeFault(shape: ModelShape, isQuantised: boolean): string | undefined {
  const step = isQuantised ? 32 : 4;
  const inputs = [shape.hiddenSize, shape.heads * shape.headSize, shape.intermediateSize];
  if (inputs.some((size) => size % step !== 0)) return `every input size must be a multiple of ${step}`;
  if (shape.headSize % 2 !== 0) return "the head size must be even";
  if (shape.heads % shape.keyValueHeads !== 0) return "key heads must divide the heads evenly";
  if (shape.contextLength > MOST_CONTEXT) return "the context is longer than shared memory holds scores for";
  return undefined;
}

/** The number of weights of a shape. */
export function countParameters(shape: ModelShape): number {
  return planTensors(shape).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
}
