import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MODEL_HOSTS, addressOf, findUnlistedHost, isWithinReach } from "./hosts.ts";

const OWN = "https://ward.example";

test("the hosts are those of the model page's policy", () => {
  const [, listed] = /const modelHosts = (\[[^\]]*\])/u.exec(readFileSync("tools/headers.mjs", "utf8")) ?? [];
  expect(JSON.parse(listed ?? "")).toEqual(MODEL_HOSTS);
});

test.each([
  ["https://ward.example/models/x", true, true],
  ["https://huggingface.co/x", false, true],
  ["https://us.aws.cdn.hf.co/x", false, true],
  ["https://hf.co/x", false, false],
  ["https://evilhf.co/x", false, false],
  ["https://huggingface.co.evil.example/x", false, false],
  ["https://huggingface.co:8443/x", false, false],
  ["http://huggingface.co/x", false, false],
  ["https://example.org/x", false, false],
])("%s is within reach of the workbench: %s, of the model page: %s", (address, workbench, modelPage) => {
  expect(isWithinReach(address, "own-server", OWN)).toBe(workbench);
  expect(isWithinReach(address, "model-hosts", OWN)).toBe(modelPage);
});

test("a file lies below its entry's address, or where its whole address says", () => {
  const entry = { address: "/models/tiny" };
  expect(addressOf(entry, "a.bin", OWN)).toBe(`${OWN}/models/tiny/a.bin`);
  expect(addressOf({ address: "/models/tiny/" }, "a.bin", OWN)).toBe(`${OWN}/models/tiny/a.bin`);
  expect(addressOf(entry, "https://huggingface.co/b.wasm", OWN)).toBe("https://huggingface.co/b.wasm");
  expect(addressOf({ address: "https://[" }, "a.bin", OWN)).toBeUndefined();
});

test("one file on an unlisted host is enough to refuse the entry, and so are words that are no address", () => {
  const file = { name: "a", bytes: 1, sha256: "0" };
  const entry = (address: string, path: string) => ({ address, files: [{ ...file, path }] });
  expect(findUnlistedHost(entry("/models/tiny", "a"), "own-server", OWN)).toBeUndefined();
  expect(findUnlistedHost(entry("/models/tiny", "https://cdn.example/a"), "model-hosts", OWN)).toEqual({
    type: "shelf-unlisted-host",
    host: "cdn.example",
  });
  expect(findUnlistedHost(entry("https://[", "a"), "model-hosts", OWN)).toEqual({
    type: "shelf-unlisted-host",
    host: "https://[",
  });
});
