/**
 * A plain forward pass in double precision, one token at a time, against which the kernels are tested. Nothing here is
 * clever on purpose.
 */
import type { ModelShape } from "./shape.ts";
import type { Matrix } from "./weights.ts";

export type Reference = {
  /** Reads one token and gives the logits of the next. */
  readonly read: (token: number) => Float64Array;
};

type Layer = {
  readonly attentionGain: Matrix;
  readonly mixing: Matrix;
  readonly output: Matrix;
  readonly forwardGain: Matrix;
  readonly gate: Matrix;
  readonly down: Matrix;
  readonly keys: Float64Array[];
  readonly values: Float64Array[];
};

/** A fresh context over the weights of `createWeights`, or over what their quantised form stands for. */
export function createReference(shape: ModelShape, matrices: readonly Matrix[]): Reference {
  const embedding = take(matrices, 0);
  const gain = take(matrices, matrices.length - 1);
  const layers = Array.from({ length: shape.layers }, (_, i) => createLayer(matrices, 1 + 6 * i));
  let position = 0;
  return {
    read: (token) => {
      const width = shape.hiddenSize;
      let state: Float64Array = Float64Array.from(
        embedding.values.subarray(token * width, (token + 1) * width),
      );
      for (const layer of layers) state = readLayer(shape, layer, state, position);
      position += 1;
      return multiply(embedding, normalise(shape, state, gain));
    },
  };
}

function take(matrices: readonly Matrix[], index: number): Matrix {
  const matrix = matrices[index];
  if (matrix === undefined) throw new Error(`There is no weight ${index} among ${matrices.length}`);
  return matrix;
}

function createLayer(matrices: readonly Matrix[], first: number): Layer {
  return {
    attentionGain: take(matrices, first),
    mixing: take(matrices, first + 1),
    output: take(matrices, first + 2),
    forwardGain: take(matrices, first + 3),
    gate: take(matrices, first + 4),
    down: take(matrices, first + 5),
    keys: [],
    values: [],
  };
}

function readLayer(shape: ModelShape, layer: Layer, state: Float64Array, position: number): Float64Array {
  const mixed = multiply(layer.mixing, normalise(shape, state, layer.attentionGain));
  rotate(shape, mixed, position);
  const queries = shape.heads * shape.headSize;
  const keys = shape.keyValueHeads * shape.headSize;
  layer.keys.push(mixed.slice(queries, queries + keys));
  layer.values.push(mixed.slice(queries + keys));
  const attended = add(state, multiply(layer.output, attend(shape, layer, mixed)));
  const gated = multiply(layer.gate, normalise(shape, attended, layer.forwardGain));
  const size = shape.intermediateSize;
  const kept = Float64Array.from({ length: size }, (_, i) => {
    const gate = gated[i] ?? 0;
    return (gate / (1 + Math.exp(-gate))) * (gated[size + i] ?? 0);
  });
  return add(attended, multiply(layer.down, kept));
}

function multiply({ plan, values }: Matrix, vector: Float64Array): Float64Array {
  const product = new Float64Array(plan.rows);
  for (let row = 0; row < plan.rows; row += 1) {
    let sum = 0;
    const first = row * plan.columns;
    for (let i = 0; i < plan.columns; i += 1) sum += (values[first + i] ?? 0) * (vector[i] ?? 0);
    product[row] = sum;
  }
  return product;
}

function normalise(shape: ModelShape, state: Float64Array, gain: Matrix): Float64Array {
  const squares = state.reduce((sum, value) => sum + value * value, 0);
  const factor = 1 / Math.sqrt(squares / state.length + shape.epsilon);
  return state.map((value, i) => value * factor * (gain.values[i] ?? 0));
}

function add(left: Float64Array, right: Float64Array): Float64Array {
  return left.map((value, i) => value + (right[i] ?? 0));
}

/** Turns the pairs (depth, depth + half) of all query and key heads by the position. */
function rotate(shape: ModelShape, mixed: Float64Array, position: number): void {
  const half = shape.headSize / 2;
  for (let head = 0; head < shape.heads + shape.keyValueHeads; head += 1) {
    for (let depth = 0; depth < half; depth += 1) {
      const angle = position * shape.ropeBase ** ((-2 * depth) / shape.headSize);
      const at = head * shape.headSize + depth;
      const [x, y] = [mixed[at] ?? 0, mixed[at + half] ?? 0];
      mixed[at] = x * Math.cos(angle) - y * Math.sin(angle);
      mixed[at + half] = y * Math.cos(angle) + x * Math.sin(angle);
    }
  }
}

function attend(shape: ModelShape, { keys, values }: Layer, mixed: Float64Array): Float64Array {
  const { heads, keyValueHeads, headSize } = shape;
  const result = new Float64Array(heads * headSize);
  for (let head = 0; head < heads; head += 1) {
    const query = mixed.subarray(head * headSize, (head + 1) * headSize);
    const first = Math.floor(head / (heads / keyValueHeads)) * headSize;
    const scores = keys.map((key) => dot(query, key, first) / Math.sqrt(headSize));
    const weights = softmax(scores);
    weights.forEach((weight, t) => {
      for (let d = 0; d < headSize; d += 1)
        result[head * headSize + d] =
          (result[head * headSize + d] ?? 0) + weight * (values[t]?.[first + d] ?? 0);
    });
  }
  return result;
}

function dot(left: Float64Array, right: Float64Array, first: number): number {
  return left.reduce((sum, value, i) => sum + value * (right[first + i] ?? 0), 0);
}

function softmax(scores: readonly number[]): readonly number[] {
  const largest = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** The natural logarithms of the probabilities that logits stand for. */
export function toLogProbabilities(logits: Float64Array): Float64Array {
  const largest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0);
  return logits.map((logit) => logit - largest - Math.log(total));
}
