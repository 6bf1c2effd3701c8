/** The manifest of a pack, from what its files say and what they hash to. */
import type { InstalledPack } from "../../contracts/model-shelf.ts";
import type { Pack, PackFile, PackOrigin } from "../../contracts/pack.ts";
import type { InspectedPack } from "./inspected-pack.ts";

type Making = {
  readonly id: string;
  readonly name: string;
  readonly inspected: InspectedPack;
  readonly files: readonly PackFile[];
  readonly origin: PackOrigin;
  readonly catalogueId: string | undefined;
  readonly installedAt: number;
};

/** A manifest that is ready to be written. */
export function makePack({ inspected, files, ...rest }: Making): Pack {
  const { format, model } = inspected;
  return {
    version: 1,
    ...rest,
    format,
    model,
    files: files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  };
}

/** The pack among the installed that has these very bytes. */
export function findSameBytes(
  installed: readonly InstalledPack[],
  files: readonly Pick<PackFile, "sha256">[],
): InstalledPack | undefined {
  const wanted = hashesOf(files);
  return installed.find(({ pack }) => hashesOf(pack.files) === wanted);
}

function hashesOf(files: readonly Pick<PackFile, "sha256">[]): string {
  return files
    .map(({ sha256 }) => sha256)
    .toSorted()
    .join();
}

/** An id that says what it is to whoever looks into the file system, and is nobody else's. */
export function createPackId(name: string, unique: string): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/gu, "")
    .slice(0, 60);
  return words === "" ? `model-${unique}` : `${words}-${unique}`;
}
