import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseCatalogue } from "../../src/models/catalogue/catalogue-file.ts";
import { parsePackList } from "../../src/models/install/pack-list.ts";
import { makeTestModels } from "../test-models/make-test-models.ts";
import { writeCatalogue } from "./write-catalogue.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "curbside-catalogue-"));
  makeTestModels(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

test("lists every model of a folder so that the app takes the list, and leaves out what the app would refuse", async () => {
  writeFileSync(join(folder, "cut-off.gguf"), readFileSync(join(folder, "f32.gguf")).subarray(0, 90_000));
  writeFileSync(join(folder, "notes.txt"), "x");
  const { entries, leftOut } = await writeCatalogue(folder);
  expect(entries).toHaveLength(12);
  expect(leftOut.map(({ name }) => name)).toEqual(["cut-off.gguf"]);
  expect(parseCatalogue(readFileSync(join(folder, "catalogue.json"), "utf8"))).toEqual(entries);
  const webLlm = entries.find(({ id }) => id === "web-llm-f32");
  expect(webLlm).toMatchObject({
    address: "/models/web-llm-f32/",
    template: "chatml",
    format: "web-llm",
    licence: "",
  });
  const gguf = entries.find(({ id }) => id === "q8_0.gguf");
  expect(gguf).toMatchObject({ address: "/models/", files: [{ path: "q8_0.gguf", name: "q8_0.gguf" }] });
});

test("lays a list of hashes beside every package, and writes the same the second time", async () => {
  await writeCatalogue(folder);
  const place = join(folder, "web-llm-q4f32", "curbside-pack.json");
  const first = readFileSync(place, "utf8");
  expect(parsePackList(JSON.parse(first))?.map(({ name }) => name)).toContain("params_shard_0.bin");
  await writeCatalogue(folder);
  expect(readFileSync(place, "utf8")).toBe(first);
});
