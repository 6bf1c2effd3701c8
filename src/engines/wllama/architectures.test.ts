import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { GGUF_ARCHITECTURES } from "../../contracts/gguf-fit.ts";

test("every kind of network that the shelf lets in is one that the pinned library names", () => {
  const library = readFileSync("node_modules/@wllama/wllama/esm/wasm/wllama.wasm");
  // A name ends with a zero byte; its beginning may be shared with a longer one.
  const missing = [...GGUF_ARCHITECTURES].filter((name) => !library.includes(`${name}\0`));
  expect(missing).toEqual([]);
  expect(library.includes("a-network-nobody-knows\0")).toBe(false);
});
