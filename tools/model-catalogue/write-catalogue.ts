/**
 * `node tools/run-ts.mjs tools/model-catalogue/write-catalogue.ts FOLDER` writes `catalogue.json` into a folder of
 * models that a server will offer as `/models/`, and beside every WebLLM package a `curbside-pack.json` with its hashes,
 * so that the folder can be handed on by other ways as well and is checked there too. See docs/models.md.
 */
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { CatalogueEntry } from "../../src/contracts/model-shelf.ts";
import { describeModel } from "./describe-model.ts";

export type CatalogueReport = {
  readonly entries: readonly CatalogueEntry[];
  /** What looked like a model and is not listed, with the reason. */
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
};

/** Writes the lists, and returns what is in them and what is not. */
export async function writeCatalogue(folder: string): Promise<CatalogueReport> {
  const entries: CatalogueEntry[] = [];
  const leftOut: { readonly name: string; readonly why: string }[] = [];
  for (const name of readdirSync(folder).toSorted()) {
    const path = join(folder, name);
    if (!isModel(path)) continue;
    const described = await describeModel(path);
    if (described.ok) {
      entries.push(described.value);
      if (statSync(path).isDirectory()) writePackList(path, described.value);
    } else leftOut.push({ name, why: JSON.stringify(described.error) });
  }
  writeFileSync(join(folder, "catalogue.json"), `${JSON.stringify({ version: 1, entries }, undefined, 1)}\n`);
  return { entries, leftOut };
}

function isModel(path: string): boolean {
  return statSync(path).isDirectory()
    ? existsSync(join(path, "mlc-chat-config.json"))
    : path.toLowerCase().endsWith(".gguf");
}

/** Under the names that the files have here. */
function writePackList(folder: string, { files }: CatalogueEntry): void {
  const listed = files.map(({ path, bytes, sha256 }) => ({ name: decodeURIComponent(path), bytes, sha256 }));
  const text = JSON.stringify({ version: 1, files: listed }, undefined, 1);
  writeFileSync(join(folder, "curbside-pack.json"), `${text}\n`);
}

async function main([folder]: readonly string[]): Promise<void> {
  if (folder === undefined || !existsSync(folder)) {
    console.error("Say which folder of models to list: write-catalogue.ts FOLDER");
    process.exitCode = 2;
    return;
  }
  const { entries, leftOut } = await writeCatalogue(folder);
  for (const { name, why } of leftOut) console.error(`Left out ${name}: ${why}`);
  console.log(`Listed ${entries.length} models in ${join(folder, "catalogue.json")}`);
  if (leftOut.length > 0) process.exitCode = 1;
}

if (process.argv[1] === resolve("tools/model-catalogue/write-catalogue.ts"))
  await main(process.argv.slice(2));
