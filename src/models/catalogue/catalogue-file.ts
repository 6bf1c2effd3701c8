/** A catalogue as a file: what a person imports, and what a server lists under `/models/`. */
import { isListOf, isShape } from "../../contracts/guards.ts";
import type { CatalogueEntry } from "../../contracts/model-shelf.ts";
import { isCatalogueEntry } from "./catalogue-entry.ts";

type CatalogueText = { readonly version: 1; readonly entries: readonly CatalogueEntry[] };

const isCatalogue = isShape<CatalogueText>({
  version: (value): value is 1 => value === 1,
  entries: isListOf(isCatalogueEntry),
});

/** The entries in a text; undefined for anything else than a whole catalogue. */
export function parseCatalogue(text: string): readonly CatalogueEntry[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isCatalogue(read) && read.entries.every(hasDistinctNames) ? read.entries : undefined;
  } catch {
    return undefined;
  }
}

function hasDistinctNames({ files }: CatalogueEntry): boolean {
  return new Set(files.map(({ name }) => name)).size === files.length;
}
