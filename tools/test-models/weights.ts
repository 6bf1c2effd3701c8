/**
 * Seeded random weights of a model, the same on every machine. Words the model should not say (raw bytes beyond ASCII,
 * markers) get a direction of their own against them, so that greedy text is readable and valid UTF-8.
 */
import { type ModelShape, type TensorPlan, planTensors } from "./shape.ts";

export type Matrix = { readonly plan: TensorPlan; readonly values: Float32Array };

/** Uniform numbers in [0, 1) by xorshift, enough for weights. */
export function createDice(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/** How strongly column 0 of the embedding speaks for a speakable token and against the others. */
const LEAN = 0.15;

/** How much the output head listens to that column. */
const LEAN_GAIN = 500;

/** All weights of a model; `isSpeakable` says which tokens the model may choose by itself. */
export function createWeights(
  shape: ModelShape,
  seed: number,
  isSpeakable: (token: number) => boolean = () => true,
): readonly Matrix[] {
  const dice = createDice(seed);
  return planTensors(shape).map((plan) => {
    const values = new Float32Array(plan.rows * plan.columns);
    const spread = plan.kind === "embedding" ? 0.3 : 5 / Math.sqrt(plan.columns);
    for (let i = 0; i < values.length; i += 1)
      values[i] = plan.kind === "norm" ? 1 : Math.fround((dice() - 0.5) * spread);
    lean(plan, values, isSpeakable);
    return { plan, values };
  });
}

/**
 * Column 0 of the state only ever holds what the embedding of the last token put there, because no layer adds to it;
 * so the output head, which is the embedding again, prefers speakable tokens after speakable ones.
 */
function lean(plan: TensorPlan, values: Float32Array, isSpeakable: (token: number) => boolean): void {
  if (plan.kind === "embedding")
    for (let row = 0; row < plan.rows; row += 1) values[row * plan.columns] = isSpeakable(row) ? LEAN : -LEAN;
  if (plan.kind === "output" || plan.kind === "down") values.fill(0, 0, plan.columns);
  if (plan.name === "model.norm") values[0] = LEAN_GAIN;
}
