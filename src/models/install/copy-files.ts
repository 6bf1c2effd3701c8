/** Copies the files of a package one after the other, each held to whatever hash something gives for it. */
import type { PackFile } from "../../contracts/pack.ts";
import { err, ok } from "../../shared/result.ts";
import type { Incoming } from "../store/incoming.ts";
import type { DiskRun, Outcome } from "./disk-parts.ts";
import type { WantedFile } from "./inspected-pack.ts";
import type { PickedFile } from "./inspect-files.ts";

/** What lies in the store then. What an earlier try has finished is not copied again. */
export async function copyFiles(
  run: DiskRun,
  files: readonly WantedFile<PickedFile>[],
  incoming: Incoming,
): Outcome<readonly PackFile[]> {
  const state = await incoming.readState();
  if (!state.ok) return state;
  const copied: PackFile[] = [];
  let before = 0;
  for (const wanted of files) {
    const { bytes } = wanted.file;
    const done = state.value.find((file) => file.name === wanted.name && file.bytes === bytes);
    if (done?.sha256 !== undefined) copied.push({ name: wanted.name, bytes, sha256: done.sha256 });
    else {
      const file = await copyOne(run, wanted, incoming, before);
      if (!file.ok) return file;
      copied.push(file.value);
    }
    before += bytes;
    run.progress.setDone(before);
  }
  return ok(copied);
}

async function copyOne(
  { progress, signal }: DiskRun,
  { name, file, sha256, md5 }: WantedFile<PickedFile>,
  incoming: Incoming,
  before: number,
): Outcome<PackFile> {
  const onProgress = (bytes: number) => progress.setDone(before + bytes);
  const copied = await incoming.copy(name, file.picked, {
    onProgress,
    signal,
    wantsMd5: md5 !== undefined,
  });
  if (!copied.ok) return copied;
  const isWrong =
    (sha256 !== undefined && sha256 !== copied.value.sha256) ||
    (md5 !== undefined && md5 !== copied.value.md5);
  return isWrong ? err({ type: "shelf-wrong-hash", file: name }) : copied;
}
