/** Makes a pack of files that were downloaded: looked at like any others, because a listed file may still be no model. */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { CatalogueEntry } from "../../contracts/model-shelf.ts";
import type { PackFile, PackOrigin } from "../../contracts/pack.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { addressOf } from "../download/hosts.ts";
import type { Incoming } from "../store/incoming.ts";
import type { InspectedPack } from "./inspected-pack.ts";
import { makePack } from "./make-pack.ts";
import { readGgufFile } from "./read-gguf-file.ts";
import { readWebLlmPackage } from "./read-web-llm-package.ts";
import type { SourceFile } from "./source-file.ts";

type Fetched = {
  readonly entry: CatalogueEntry;
  readonly files: readonly PackFile[];
  readonly incoming: Incoming;
  readonly ownOrigin: string;
  readonly installedAt: number;
};

/** Commits it; the answer is the pack's id. */
export async function installFetched(fetched: Fetched): Promise<Result<string, ShelfError>> {
  const { entry, files, incoming, installedAt } = fetched;
  const inspected = await inspect(fetched);
  if (!inspected.ok) return inspected;
  const pack = makePack({
    id: incoming.id,
    name: entry.name,
    inspected: inspected.value,
    files: files.filter(({ name }) => inspected.value.files.some((file) => file.name === name)),
    origin: originOf(fetched),
    catalogueId: entry.id,
    installedAt,
  });
  // The catalogue knows the family; the files say it in their own words, which nobody may know here.
  const model = { ...pack.model, template: pack.model.template ?? entry.template };
  const committed = await incoming.commit({ ...pack, model });
  return committed.ok ? ok(incoming.id) : committed;
}

async function inspect({ entry, files, incoming }: Fetched): Promise<Result<InspectedPack, ShelfError>> {
  const sources = files.map(({ name, bytes }) => createSource(incoming, name, bytes));
  if (entry.format === "web-llm")
    return readWebLlmPackage(new Map(sources.map((source) => [source.name, source])), entry.name);
  const [file] = sources;
  return file === undefined ? err({ type: "shelf-incomplete", missing: ["*.gguf"] }) : readGgufFile(file);
}

function createSource(incoming: Incoming, name: string, bytes: number): SourceFile {
  return {
    name,
    bytes,
    read: async (from, to) => {
      const read = await incoming.read(name, from, to);
      return read.ok ? read.value : new Uint8Array();
    },
  };
}

function originOf({ entry, ownOrigin }: Fetched): PackOrigin {
  const address = addressOf(entry, "", ownOrigin) ?? entry.address;
  const isOurs = URL.canParse(address) && new URL(address).origin === ownOrigin;
  return isOurs
    ? { type: "server", address: new URL(address).pathname }
    : { type: "host", address, revision: entry.revision };
}
