import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, float32Array, property } from "fast-check";
import { expect, test } from "vitest";
import { packLibrary } from "../model-library/pack-library.ts";
import { interleave } from "./interleave.ts";
import { makeTestModels } from "./make-test-models.ts";
import { dequantise, quantise, toHalf } from "./quantise.ts";
import { smallShape } from "./shape.ts";
import { createVocabulary, encode } from "./tokenizer.ts";

function hashFolder(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).toSorted();
  return paths.map((path) => `${path.slice(folder.length)} ${hashFile(path)}`);
}

function hashFile(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

test("makes the same bytes every time, in all twelve forms", () => {
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), "curbside-test-models-")));
  const names = folders.map(makeTestModels);
  const [first, second] = folders.map(hashFolder);
  for (const folder of folders) rmSync(folder, { recursive: true });
  expect(names[0]).toHaveLength(12);
  expect(new Set(first?.map((line) => line.split(" ")[1])).size).toBeGreaterThan(15);
  expect(second).toEqual(first);
});

test("halves are those of IEEE 754", () => {
  const known = [
    [0, 0],
    [1, 0x3c00],
    [-2, 0xc000],
    [0.1, 0x2e66],
    [65504, 0x7bff],
    [1e9, 0x7c00],
  ] as const;
  for (const [value, bits] of known) expect(toHalf(value), String(value)).toBe(bits);
});

test("a quantised weight is off by half a step at most", () => {
  const weights = float32Array({ minLength: 64, maxLength: 64, min: -4, max: 4, noNaN: true });
  assert(
    property(weights, (values) => {
      const quantised = quantise(values);
      dequantise(quantised).forEach((value, i) => {
        const step = quantised.scales[Math.floor(i / 32)] ?? 0;
        expect(Math.abs(value - (values[i] ?? 0))).toBeLessThanOrEqual(step * 0.5001);
      });
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("rows lie side by side in blocks of sixteen, filled up with zeros", () => {
  const width = 2;
  const values = Float32Array.from({ length: 17 * width }, (_, i) => i + 1);
  const placed = interleave(values, width);
  expect(placed).toHaveLength(32 * width);
  expect(Array.from(placed.subarray(0, 3))).toEqual([1, 3, 5]);
  expect(placed[16]).toBe(2);
  expect(placed[32]).toBe(33);
  expect(placed[33]).toBe(0);
});

test("text is cut into words, and words are merged by rank", () => {
  const vocabulary = createVocabulary(2048);
  const words = encode(vocabulary, "the patient\n").map((token) => vocabulary.tokens[token]);
  expect(words.join("")).toBe("theĠpatientĊ");
  expect(words.length).toBeLessThan(10);
  expect(createVocabulary(300).tokens).toHaveLength(300);
});

test("a packed library is a program that imports only what WebLLM lends", async () => {
  const library = readFileSync("tools/model-library/library.wasm");
  const metadata = '{"model_type":"llama"}';
  const packed = packLibrary(library, { shape: smallShape, isQuantised: false, metadata, faults: {} });
  expect(Buffer.from(packed).includes(metadata)).toBe(true);
  const imports = WebAssembly.Module.imports(await WebAssembly.compile(packed)).map(({ name }) => name);
  expect(imports.toSorted()).toEqual(["TVMFFIWasmFunctionDeleter", "TVMFFIWasmSafeCall"]);
});

test("metadata that does not fit is refused", () => {
  const library = readFileSync("tools/model-library/library.wasm");
  const model = { shape: smallShape, isQuantised: false, metadata: "x".repeat(70_000), faults: {} };
  expect(() => packLibrary(library, model)).toThrow("64512 are free");
});
