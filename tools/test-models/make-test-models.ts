/**
 * `npm run make:test-models [-- FOLDER]` writes one set of seeded random weights as WebLLM packages and as GGUF files,
 * with and without a template that opens `<think>`. The same bytes on every machine, in seconds, never committed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { writeGguf } from "./gguf.ts";
import { type ModelShape, countParameters, smallShape } from "./shape.ts";
import { type Vocabulary, createVocabulary, isSpeakable } from "./tokenizer.ts";
import { writeWebLlmPackage } from "./web-llm-package.ts";
import { type Matrix, createWeights } from "./weights.ts";

const SEED = 8;

export type TestModel = {
  readonly shape: ModelShape;
  readonly vocabulary: Vocabulary;
  readonly matrices: readonly Matrix[];
};

/** A model of a shape with its vocabulary and the weights of a seed. */
export function createTestModel(shape: ModelShape = smallShape, seed: number = SEED): TestModel {
  const vocabulary = createVocabulary(shape.vocabularySize);
  const matrices = createWeights(shape, seed, (token) => isSpeakable(vocabulary, token));
  return { shape, vocabulary, matrices };
}

/** Writes every form of the test model into a folder, and returns their names. */
export function makeTestModels(folder: string): readonly string[] {
  const model = createTestModel();
  const packages = [false, true].flatMap((isQuantised) =>
    [false, true].map((opensThinking) => {
      const name = `web-llm-${isQuantised ? "q4f32" : "f32"}${opensThinking ? "-think" : ""}`;
      writeWebLlmPackage(join(folder, name), { ...model, isQuantised, opensThinking });
      return name;
    }),
  );
  mkdirSync(folder, { recursive: true });
  const files = (["F32", "F16", "Q8_0", "Q4_0"] as const).flatMap((type) =>
    [false, true].map((opensThinking) => {
      const name = `${type.toLowerCase()}${opensThinking ? "-think" : ""}.gguf`;
      writeFileSync(join(folder, name), writeGguf({ ...model, type, opensThinking }));
      return name;
    }),
  );
  return [...packages, ...files];
}

function main(words: readonly string[]): void {
  const folder = words[0] ?? ".cache/test-models";
  const names = makeTestModels(folder);
  console.log(`${countParameters(smallShape)} weights in ${folder}: ${names.join(", ")}`);
}

if (process.argv[1] === resolve("tools/test-models/make-test-models.ts")) main(process.argv.slice(2));
