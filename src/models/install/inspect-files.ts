/** Finds out what a person handed over, before a byte is copied: a model, half a model, or something else. */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { err, type Result } from "../../shared/result.ts";
import type { InspectedPack } from "./inspected-pack.ts";
import { readGgufFile } from "./read-gguf-file.ts";
import { CHAT_CONFIG, isPartOfPackage, readWebLlmPackage } from "./read-web-llm-package.ts";
import { fromPicked, type SourceFile } from "./source-file.ts";
import { recogniseStranger } from "./strange-file.ts";

export type PickedFile = SourceFile & { readonly picked: File };

const GGUF = /\.gguf$/iu;

/** What these files are, with what is known about the model; a folder may hold other files beside. */
export async function inspectFiles(
  picked: readonly File[],
): Promise<Result<InspectedPack<PickedFile>, ShelfError>> {
  const [only] = picked;
  if (only === undefined) return err({ type: "shelf-not-a-model", found: "empty" });
  try {
    const inFolder = filesBeside(
      picked,
      picked.find(({ name }) => name === CHAT_CONFIG) ?? picked.find(isPart),
    );
    if (inFolder.size > 0) return await readWebLlmPackage(inFolder, folderName(picked) ?? "WebLLM model");
    const files = picked.filter(({ name }) => GGUF.test(name));
    if (files.length > 1) return err({ type: "shelf-several-models", files: files.map(({ name }) => name) });
    const [file = only] = files;
    if (files.length === 1 || picked.length === 1) return await readGgufFile(toSource(file));
    return err({ type: "shelf-not-a-model", found: await recogniseAll(picked) });
  } catch {
    // The browser lends a file by its place and date: moved, changed or unplugged, it cannot be read any more.
    return err({ type: "shelf-files-gone" });
  }
}

function isPart({ name }: File): boolean {
  return isPartOfPackage(name);
}

/** The files in the folder that one of them lies in; a picked folder hands over everything below it. */
function filesBeside(picked: readonly File[], first: File | undefined): ReadonlyMap<string, PickedFile> {
  if (first === undefined) return new Map();
  const beside = picked.filter((file) => folderOf(file) === folderOf(first));
  return new Map(beside.map((file) => [file.name, toSource(file)]));
}

function toSource(file: File): PickedFile {
  return { ...fromPicked(file), picked: file };
}

function folderOf({ webkitRelativePath, name }: File): string {
  return webkitRelativePath.slice(0, Math.max(0, webkitRelativePath.length - name.length));
}

function folderName(picked: readonly File[]): string | undefined {
  const path = picked.find(({ webkitRelativePath }) => webkitRelativePath !== "")?.webkitRelativePath;
  return path?.split("/", 1)[0]?.slice(0, 100);
}

/** An empty folder is told by its files' being empty. */
async function recogniseAll(picked: readonly File[]): Promise<"unknown" | "empty"> {
  const found = await Promise.all(picked.slice(0, 20).map(async (file) => recogniseStranger(toSource(file))));
  return found.every((kind) => kind === "empty") ? "empty" : "unknown";
}
