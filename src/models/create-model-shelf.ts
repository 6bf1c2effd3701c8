/**
 * The shelf where installed models stand: puts together what lists, installs, downloads and judges them. The workbench
 * and the model page each make one; they differ in what their document may reach.
 */
import type { ShelfError } from "../contracts/model-shelf-error.ts";
import type { CatalogueEntry, InstallJob, ModelShelf } from "../contracts/model-shelf.ts";
import { err, type Result } from "../shared/result.ts";
import { importCatalogue, readCatalogue } from "./catalogue/read-catalogue.ts";
import { demandsOfEntry, demandsOfPack } from "./device/demands.ts";
import { judgeFit } from "./device/judge-fit.ts";
import { recommend } from "./device/recommend.ts";
import { createDownloads, type Downloads } from "./download/downloads.ts";
import { createDiskJobs, type DiskJobs } from "./install/disk-jobs.ts";
import { createRefusals, type Refusals } from "./install/refusals.ts";
import { partsForDisk, partsForDownloads, type ModelShelfParts, type ShelfDesk } from "./shelf-parts.ts";
import { createFileStore } from "./store/file-store.ts";
import { createIncomingStore } from "./store/incoming.ts";
import { listPacks, notePackUse, removePack, renamePack, verifyPack } from "./store/installed-packs.ts";
import { clearLeftovers } from "./store/leftovers.ts";

type Listener = (what: "packs" | "jobs") => void;

type Shelf = ShelfDesk & { readonly listeners: Set<Listener> };

/** A shelf that begins at once to clear away what a closed page left behind. */
export function createModelShelf(parts: ModelShelfParts): ModelShelf {
  const store = createFileStore(parts.createWorker);
  const incoming = createIncomingStore({ store, locks: parts.locks });
  const shelf: Shelf = { ...parts, store, incoming, listeners: new Set() };
  const downloads = createDownloads(partsForDownloads(shelf), parts.tabs);
  const disk = createDiskJobs({
    parts: partsForDisk(shelf),
    createUnique: parts.createUnique,
    onChange: (job) => tellJob(shelf, job),
  });
  const refusals = createRefusals(() => tell(shelf, "jobs"));
  downloads.subscribe(() => noteDownloads(shelf, downloads));
  parts.packNews.listen(() => tell(shelf, "packs"));
  if (parts.obstacle === undefined) void begin(shelf, disk, downloads);
  return { ...packSide(shelf), ...jobSide(shelf, { disk, downloads, refusals }), ...catalogueSide(shelf) };
}

function tell({ listeners }: Shelf, what: "packs" | "jobs"): void {
  for (const listener of listeners) listener(what);
}

function tellPacks(shelf: Shelf): void {
  tell(shelf, "packs");
  shelf.packNews.tell();
}

function tellJob(shelf: Shelf, { state }: InstallJob): void {
  tell(shelf, "jobs");
  if (state.type === "done") tellPacks(shelf);
}

function noteDownloads(shelf: Shelf, downloads: Downloads): void {
  tell(shelf, "jobs");
  if (downloads.readJobs().some(({ state }) => state.type === "done")) tell(shelf, "packs");
}

async function begin(shelf: Shelf, disk: DiskJobs, downloads: Downloads): Promise<void> {
  const notes = await shelf.incoming.listNotes();
  if (!notes.ok) return;
  disk.showCut(await clearLeftovers(shelf, notes.value));
  await downloads.refresh();
}

type Answer<Value> = Promise<Result<Value, ShelfError>>;

function packSide(
  shelf: Shelf,
): Pick<ModelShelf, "list" | "rename" | "remove" | "verify" | "noteUse" | "judge"> {
  const { store, obstacle } = shelf;
  const changed = async <Value>(work: () => Answer<Value>): Answer<Value> => {
    if (obstacle !== undefined) return err(obstacle);
    const result = await work();
    if (result.ok) tellPacks(shelf);
    return result;
  };
  return {
    list: async () => (obstacle === undefined ? listPacks(store) : err(obstacle)),
    rename: (packId, name) => changed(() => renamePack(shelf, packId, name)),
    remove: (packId) => changed(() => removePack(shelf, packId)),
    verify: (packId, onProgress) => changed(() => verifyPack(shelf, packId, onProgress)),
    noteUse: async (packId) => {
      if (obstacle !== undefined) return;
      await notePackUse(shelf, packId);
      tellPacks(shelf);
    },
    judge: async (pack, report) => judgeFit(demandsOfPack(pack), report),
  };
}

type Jobs = { readonly disk: DiskJobs; readonly downloads: Downloads; readonly refusals: Refusals };

function jobSide(
  shelf: Shelf,
  { disk, downloads, refusals }: Jobs,
): Pick<
  ModelShelf,
  "readJobs" | "subscribe" | "installFiles" | "installEntry" | "pause" | "resume" | "cancel" | "dismiss"
> {
  const homeOf = (jobId: string) => [refusals, disk, downloads].find((home) => home.has(jobId));
  return {
    readJobs: () => [...refusals.readJobs(), ...disk.readJobs(), ...downloads.readJobs()],
    subscribe: (onChange) => {
      shelf.listeners.add(onChange);
      return () => void shelf.listeners.delete(onChange);
    },
    installFiles: (files) =>
      shelf.obstacle === undefined
        ? disk.start(files)
        : refusals.add({ id: shelf.createUnique(), name: files[0]?.name ?? "" }, shelf.obstacle),
    installEntry: (entry) => {
      const refusal = shelf.obstacle ?? (entry.files.length === 0 ? NOT_PINNED : undefined);
      if (refusal !== undefined) return refusals.add(entry, refusal);
      void startWhenFit(shelf, entry, { downloads, refusals });
      return entry.id;
    },
    pause: (jobId) => homeOf(jobId)?.pause(jobId),
    resume: (jobId) => homeOf(jobId)?.resume(jobId),
    cancel: (jobId) => homeOf(jobId)?.cancel(jobId),
    dismiss: (jobId) => homeOf(jobId)?.dismiss(jobId),
  };
}

const NOT_PINNED: ShelfError = { type: "shelf-not-pinned" };

/** Not this device: said before a byte is fetched. */
async function startWhenFit(
  { readReport }: Shelf,
  entry: CatalogueEntry,
  { downloads, refusals }: Omit<Jobs, "disk">,
): Promise<void> {
  refusals.dismiss(entry.id);
  refusals.check(entry);
  const fit = judgeFit(demandsOfEntry(entry), await readReport());
  // Cancelled meanwhile.
  if (!refusals.has(entry.id)) return;
  if (fit.type === "does-not-fit") refusals.add(entry, fit.error);
  else {
    refusals.cancel(entry.id);
    downloads.start(entry);
  }
}

function catalogueSide(shelf: Shelf): Pick<ModelShelf, "readCatalogue" | "importCatalogue" | "recommend"> {
  return {
    readCatalogue: () => readCatalogue(shelf),
    importCatalogue: (file) => importCatalogue(shelf.store, file),
    recommend: async (entries, report) => recommend(entries, report),
  };
}
