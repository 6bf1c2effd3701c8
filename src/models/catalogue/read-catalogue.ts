/** Everything that can be had: our own list, what this app's server lists, and what the person imported. */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { CatalogueEntry } from "../../contracts/model-shelf.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Surroundings } from "../download/surroundings.ts";
import type { FileStore } from "../store/file-store.ts";
import { readText, writeText } from "../store/pack-places.ts";
import { toShelfError } from "../store/store-error.ts";
import { parseCatalogue } from "./catalogue-file.ts";
import { OWN_ENTRIES } from "./own-entries.ts";

export type CatalogueParts = {
  readonly store: FileStore;
  readonly surroundings: Pick<Surroundings, "fetch" | "isOnline">;
};

type Entries = Result<readonly CatalogueEntry[], ShelfError>;

const SERVER_CATALOGUE = "/models/catalogue.json";
const IMPORTED = { folder: ["packs-catalogue"], name: "imported.json" };
const MOST_CATALOGUE_BYTES = 8 * 1024 * 1024;

/** Of two entries with one id, the imported one counts before the server's, and either before ours. */
export async function readCatalogue({ store, surroundings }: CatalogueParts): Promise<Entries> {
  const served = await readServed(surroundings);
  if (!served.ok) return served;
  const imported = await readImported(store);
  const byId = new Map(
    [...OWN_ENTRIES, ...served.value, ...imported].map((entry) => [entry.id, entry] as const),
  );
  return ok([...byId.values()]);
}

/** A server without a catalogue is the common case; one with a broken catalogue is a fault worth hearing of. */
async function readServed({ fetch, isOnline }: CatalogueParts["surroundings"]): Promise<Entries> {
  if (!isOnline()) return ok([]);
  try {
    const response = await fetch(SERVER_CATALOGUE, { cache: "no-cache", redirect: "error" });
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    // Some hosts answer every address with a page: that is no catalogue either.
    if (!response.ok || !isJson) return ok([]);
    const entries = parseCatalogue(await response.text());
    return entries === undefined
      ? err({ type: "shelf-catalogue-unreadable", place: SERVER_CATALOGUE })
      : ok(entries);
  } catch {
    return ok([]);
  }
}

async function readImported(store: FileStore): Promise<readonly CatalogueEntry[]> {
  const text = await readText(store, IMPORTED);
  return (text === undefined ? undefined : parseCatalogue(text)) ?? [];
}

/** The entries with hashes that are known without asking anyone: installing from disk touches no network. */
export async function readPinned(store: FileStore): Promise<readonly CatalogueEntry[]> {
  return [...OWN_ENTRIES, ...(await readImported(store))].filter(({ files }) => files.length > 0);
}

/** Keeps the entries of a file beside those imported before; the answer is how many there were in it. */
export async function importCatalogue(store: FileStore, file: File): Promise<Result<number, ShelfError>> {
  const text = file.size > MOST_CATALOGUE_BYTES ? undefined : await readFile(file);
  const entries = text === undefined ? undefined : parseCatalogue(text);
  if (entries === undefined) return err({ type: "shelf-catalogue-unreadable", place: file.name });
  const byId = new Map(
    [...(await readImported(store)), ...entries].map((entry) => [entry.id, entry] as const),
  );
  const whole = JSON.stringify({ version: 1, entries: [...byId.values()] });
  const written = await writeText(store, IMPORTED, whole);
  return written.ok ? ok(entries.length) : err(toShelfError(written.error));
}

async function readFile(file: File): Promise<string | undefined> {
  return file.text().catch(() => undefined);
}
