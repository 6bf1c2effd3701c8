import { expect, test } from "vitest";
import type { EngineError } from "../../contracts/engine-error.ts";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { engineErrorText } from "./engine-errors.ts";
import { shelfErrorText } from "./shelf-errors.ts";

type Examples<Union extends { readonly type: string }> = {
  readonly [Type in Union["type"]]: Extract<Union, { readonly type: Type }>;
};

const GB = 1e9;
const GIB = 1024 ** 3;

/** One of each; a new error without an example does not compile. */
const SHELF: Examples<ShelfError> = {
  "shelf-unavailable": { type: "shelf-unavailable", why: "insecure" },
  "shelf-busy-elsewhere": { type: "shelf-busy-elsewhere" },
  "shelf-not-a-model": { type: "shelf-not-a-model", found: "zip" },
  "shelf-incomplete": { type: "shelf-incomplete", missing: ["a.bin", "b.bin", "c.bin", "d.bin", "e.bin"] },
  "shelf-unreadable-file": { type: "shelf-unreadable-file", file: "tokenizer.json" },
  "shelf-unknown-architecture": { type: "shelf-unknown-architecture", architecture: "mamba9" },
  "shelf-unknown-template": { type: "shelf-unknown-template" },
  "shelf-several-models": { type: "shelf-several-models", files: ["a.gguf", "b.gguf"] },
  "shelf-in-parts": { type: "shelf-in-parts", parts: 4 },
  "shelf-needs-webgpu": { type: "shelf-needs-webgpu" },
  "shelf-needs-half-precision": { type: "shelf-needs-half-precision" },
  "shelf-needs-memory": { type: "shelf-needs-memory", neededBytes: 6.4 * GIB, freeBytes: 4 * GIB },
  "shelf-needs-buffer": { type: "shelf-needs-buffer", neededBytes: 2 * GB, largestBytes: 1 * GB },
  "shelf-needs-workgroup-memory": {
    type: "shelf-needs-workgroup-memory",
    neededBytes: 32_768,
    largestBytes: 16_384,
  },
  "shelf-no-room": { type: "shelf-no-room", neededBytes: 6 * GB, freeBytes: 3 * GB },
  "shelf-disk-full": { type: "shelf-disk-full" },
  "shelf-wrong-size": { type: "shelf-wrong-size", file: "a.bin", bytes: 10, wanted: 20 },
  "shelf-wrong-hash": { type: "shelf-wrong-hash", file: "a.bin" },
  "shelf-already-installed": { type: "shelf-already-installed", packId: "a" },
  "shelf-pack-missing": { type: "shelf-pack-missing" },
  "shelf-pack-in-use": { type: "shelf-pack-in-use" },
  "shelf-not-pinned": { type: "shelf-not-pinned" },
  "shelf-offline": { type: "shelf-offline" },
  "shelf-unreachable": { type: "shelf-unreachable", host: "models.example" },
  "shelf-http-status": { type: "shelf-http-status", file: "a.bin", status: 503 },
  "shelf-got-web-page": { type: "shelf-got-web-page", file: "a.bin" },
  "shelf-redirected": { type: "shelf-redirected", host: "cdn.example" },
  "shelf-unlisted-host": { type: "shelf-unlisted-host", host: "cdn.example" },
  "shelf-stalled": { type: "shelf-stalled", seconds: 30 },
  "shelf-changed-on-host": { type: "shelf-changed-on-host", file: "a.bin" },
  "shelf-catalogue-unreadable": { type: "shelf-catalogue-unreadable", place: "entry 3" },
  "shelf-files-gone": { type: "shelf-files-gone" },
  "shelf-unexpected": { type: "shelf-unexpected" },
};

const ENGINE: Examples<EngineError> = {
  "engine-unsupported": { type: "engine-unsupported", missing: "half-precision" },
  "engine-model-unfit": { type: "engine-model-unfit" },
  "engine-not-loaded": { type: "engine-not-loaded" },
  "engine-device-lost": { type: "engine-device-lost" },
  "engine-device-error": { type: "engine-device-error" },
  "engine-out-of-memory": { type: "engine-out-of-memory" },
  "engine-crashed": { type: "engine-crashed" },
  "engine-stalled": { type: "engine-stalled", step: "first-token" },
  "engine-broken-stream": { type: "engine-broken-stream", how: "missing-batch" },
  "engine-prompt-too-long": { type: "engine-prompt-too-long", promptTokens: 9100, contextTokens: 8192 },
  "engine-cannot": { type: "engine-cannot", feature: "grammar" },
  "engine-bad-grammar": { type: "engine-bad-grammar" },
  "engine-empty-answer": { type: "engine-empty-answer" },
  "engine-off-script": { type: "engine-off-script" },
  "engine-request-invalid": { type: "engine-request-invalid" },
  "engine-busy": { type: "engine-busy" },
  "engine-device-in-use": { type: "engine-device-in-use" },
  "engine-given-up": { type: "engine-given-up" },
  "engine-pack-missing": { type: "engine-pack-missing" },
  "engine-pack-busy": { type: "engine-pack-busy" },
  "engine-pack-damaged": { type: "engine-pack-damaged", file: "params_shard_0.bin" },
  "engine-context-too-large": { type: "engine-context-too-large", contextTokens: 8192, mostTokens: 2048 },
  "engine-canary-failed": { type: "engine-canary-failed" },
  "engine-unexpected": { type: "engine-unexpected", where: "generate" },
};

const WORDS = [
  ...Object.values(SHELF).map((error) => ({ error, text: shelfErrorText(error) })),
  ...Object.values(ENGINE).map((error) => ({ error, text: engineErrorText(error) })),
];

test.each(WORDS)("$error.type has a sentence and a way on in plain words", ({ text: { title, wayOn } }) => {
  expect(title).toMatch(/^[A-Z\w].*\.$/u);
  expect(wayOn).toMatch(/^[A-Z].{20,}$/u);
  expect(`${title} ${wayOn}`).not.toMatch(/undefined|NaN|\[object|engine-|shelf-/u);
});

/** How a fact of an error would read in its sentence; undefined for what need not be said. */
function toldAs(name: string, fact: unknown): RegExp | undefined {
  if (typeof fact === "number" && /bytes|wanted/iu.test(name)) return /\d(?:bytes|kB|MB|GB)/u;
  const isSaid = typeof fact === "number" || /^(?:file|host|architecture|place)$/u.test(name);
  return isSaid ? new RegExp(String(fact).replaceAll(" ", ""), "u") : undefined;
}

test.each(WORDS)("$error.type tells every number and name it holds", ({ error, text: { title, wayOn } }) => {
  const told = `${title} ${wayOn}`.replaceAll(/[,\s]/gu, "");
  const unsaid = Object.entries(error).filter(([name, fact]) => toldAs(name, fact)?.test(told) === false);
  expect(unsaid).toEqual([]);
});

test("no two errors share a sentence", () => {
  expect(new Set(WORDS.map(({ text }) => text.title)).size).toBeGreaterThanOrEqual(WORDS.length - 1);
});

test("memory is told in the units it is bought in", () => {
  const { title } = shelfErrorText(SHELF["shelf-needs-memory"]);
  expect(title).toBe("It needs 6.4 GB of memory; this device has 4.0 GB for it.");
});

test("a long list of missing files is cut, and says how many more there are", () => {
  const { title } = shelfErrorText(SHELF["shelf-incomplete"]);
  expect(title).toContain("a.bin, b.bin, c.bin and 2 more files are missing");
});
