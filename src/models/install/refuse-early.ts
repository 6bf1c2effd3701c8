/** What speaks against an installation from disk before a byte of it is written. */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { InstalledPack } from "../../contracts/model-shelf.ts";
import { demandsOfInspected } from "../device/demands.ts";
import { judgeFit } from "../device/judge-fit.ts";
import { sizeOf, type DiskRun, type PickedPack } from "./disk-parts.ts";
import { findSameBytes } from "./make-pack.ts";
import { findNoRoom } from "./room.ts";

/** Device, room, and whether the very same is installed already. */
export async function refuseEarly(run: DiskRun, inspected: PickedPack): Promise<ShelfError | undefined> {
  const { parts, signal } = run;
  if (inspected.model.template === undefined) return { type: "shelf-unknown-template" };
  const fit = judgeFit(demandsOfInspected(inspected), await parts.readReport());
  if (fit.type === "does-not-fit") return fit.error;
  const installed = await parts.listPacks();
  if (!installed.ok) return installed.error;
  const same = await findInstalled(run, inspected, installed.value);
  if (same !== undefined) return { type: "shelf-already-installed", packId: same };
  if (signal.aborted) return { type: "shelf-unexpected" };
  return findNoRoom(sizeOf(inspected.files), await parts.readFreeBytes());
}

/** Files of the very sizes of an installed pack are read through once: only hashes tell whether they are the same. */
async function findInstalled(
  { parts, signal }: DiskRun,
  { files }: PickedPack,
  installed: readonly InstalledPack[],
): Promise<string | undefined> {
  const sizes = new Map(files.map(({ name, file }) => [name, file.bytes]));
  const alike = installed.filter(
    ({ pack, isDamaged }) =>
      !isDamaged &&
      pack.files.length === files.length &&
      pack.files.every(({ name, bytes }) => sizes.get(name) === bytes),
  );
  if (alike.length === 0) return undefined;
  const hashed: { readonly sha256: string }[] = [];
  for (const { file } of files) {
    const answer = await parts.store.ask({ type: "hash-source", file: file.picked }, { signal });
    if (!answer.ok) return undefined;
    hashed.push(answer.value);
  }
  return findSameBytes(alike, hashed)?.pack.id;
}
