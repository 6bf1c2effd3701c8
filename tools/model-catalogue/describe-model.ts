/** What a model on this disk would be in a catalogue: looked at by the very code that will install it. */
import { createHash } from "node:crypto";
import { createReadStream, openSync, closeSync, readSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { CatalogueEntry, CatalogueFile } from "../../src/contracts/model-shelf.ts";
import type { ShelfError } from "../../src/contracts/model-shelf-error.ts";
import { OWN_ENTRIES } from "../../src/models/catalogue/own-entries.ts";
import { demandsOfInspected } from "../../src/models/device/demands.ts";
import type { InspectedPack } from "../../src/models/install/inspected-pack.ts";
import { readGgufFile } from "../../src/models/install/read-gguf-file.ts";
import { readWebLlmPackage } from "../../src/models/install/read-web-llm-package.ts";
import type { SourceFile } from "../../src/models/install/source-file.ts";
import { err, ok, type Result } from "../../src/shared/result.ts";

type DiskFile = SourceFile & { readonly path: string };
type Described = Result<CatalogueEntry, ShelfError | { readonly type: "no-template" }>;

/** The context that a catalogue's memory figures include. */
const CONTEXT = 4096;

/** Bits that a weight takes, by how the names of quantisations begin; the rest is counted as 4-bit. */
const BITS = [
  [/^q0f32|^F32/u, 32],
  [/^q0f16|^F16|^BF16/u, 16],
  [/^Q8/u, 8.5],
  [/^Q6/u, 6.6],
  [/^Q5/u, 5.5],
] as const;
const FOUR_BITS = 4.5;

/** Templates whose models think before each answer, or can be told not to. */
const THINKING: Readonly<Record<string, CatalogueEntry["thinking"]>> = {
  qwen3: "switchable",
  "qwen3.5": "switchable",
  "deepseek-r1": "always",
};

/** An entry for a package folder or a GGUF file that lies at `/models/NAME` of the app's own server. */
export async function describeModel(path: string): Promise<Described> {
  const isFolder = statSync(path).isDirectory();
  const inspected = isFolder ? await inspectFolder(path) : await readGgufFile(openFile(path));
  if (!inspected.ok) return inspected;
  const { template } = inspected.value.model;
  // Asked in the wrong words, a model still answers, only worse: nobody would notice.
  if (template === undefined) return err({ type: "no-template" });
  const files = await Promise.all(
    inspected.value.files.map(async ({ name, file }) => describeFile(file, name)),
  );
  const id = basename(path).replace(/[^\w.+-]/gu, "-");
  const address = isFolder ? `/models/${encodeURIComponent(basename(path))}/` : "/models/";
  return ok(describeEntry({ id, address, files, template, inspected: inspected.value }));
}

async function inspectFolder(folder: string): Promise<Result<InspectedPack<DiskFile>, ShelfError>> {
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  const files = new Map(names.map((name) => [name, openFile(join(folder, name))]));
  return readWebLlmPackage(files, basename(folder));
}

function openFile(path: string): DiskFile {
  const bytes = statSync(path).size;
  return {
    path,
    name: basename(path),
    bytes,
    read: async (from, to) => {
      const into = new Uint8Array(Math.max(0, Math.min(to, bytes) - from));
      const file = openSync(path, "r");
      readSync(file, into, 0, into.length, from);
      closeSync(file);
      return into;
    },
  };
}

async function describeFile({ path, bytes }: DiskFile, name: string): Promise<CatalogueFile> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return { name, path: encodeURIComponent(basename(path)), bytes, sha256: hash.digest("hex") };
}

type Facts = Pick<CatalogueEntry, "id" | "address" | "files" | "template"> & {
  readonly inspected: InspectedPack;
};

/** Facts that only people know are taken from our own list where the name is one of it. */
function describeEntry({ inspected, ...facts }: Facts): CatalogueEntry {
  const known = OWN_ENTRIES.find(({ id }) => id === facts.id);
  const { model, format, name, weightBytes } = inspected;
  const { fixedBytes, bytesPerContextToken } = demandsOfInspected(inspected);
  return {
    name: known?.name ?? name,
    family: known?.family ?? model.architecture,
    format,
    parameters: known?.parameters ?? countParameters(weightBytes, model.quantisation),
    quantisation: model.quantisation,
    contextTokens: model.contextTokens,
    bytesPerContextToken: model.bytesPerContextToken,
    memoryBytes:
      known?.memoryBytes ?? fixedBytes + bytesPerContextToken * Math.min(CONTEXT, model.contextTokens),
    roughBytes: facts.files.reduce((sum, { bytes }) => sum + bytes, 0),
    needsHalfPrecision: model.needsHalfPrecision,
    thinking: known?.thinking ?? THINKING[facts.template] ?? "never",
    licence: known?.licence ?? "",
    knownOf: known?.knownOf ?? "",
    revision: "",
    ...facts,
  };
}

function countParameters(weightBytes: number, quantisation: string): number {
  const bits = BITS.find(([name]) => name.test(quantisation))?.[1] ?? FOUR_BITS;
  return Math.round((weightBytes * 8) / bits);
}
