/** `curbside-pack.json`, which whoever hands on a package may lay beside it: names, sizes and hashes, then enforced. */
import { isCount, isListOf, isShape } from "../../contracts/guards.ts";
import { isPackFileName, isSha256, type PackFile } from "../../contracts/pack.ts";

export const PACK_LIST = "curbside-pack.json";

type PackList = { readonly version: 1; readonly files: readonly PackFile[] };

const isPackList = isShape<PackList>({
  version: (value): value is 1 => value === 1,
  files: isListOf(isShape<PackFile>({ name: isPackFileName, bytes: isCount, sha256: isSha256 })),
});

/** The files that the list names; undefined for anything else than such a list. */
export function parsePackList(value: unknown): readonly PackFile[] | undefined {
  return isPackList(value) ? value.files : undefined;
}
