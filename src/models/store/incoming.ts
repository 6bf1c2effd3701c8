/**
 * Files on their way in. They are written where the pack will lie, but a folder without a manifest is no pack: the
 * manifest is written last, so a pack appears whole or not at all. A small note beside the packs says what is under way,
 * so that a download goes on after the page was closed.
 *
 * Only whoever holds the locks may write. What is open must be ended by `commit`, `close` or `discard`.
 */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { PACK_MANIFEST, PACKS_FOLDER, type Pack, type PackFile } from "../../contracts/pack.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { AskOptions, FileStore } from "./file-store.ts";
import { parseJobNote, type JobNote } from "./job-note.ts";
import { NOTES_FOLDER, packFolder, readText, smallPlace, writeText } from "./pack-places.ts";
import { readManifest } from "./installed-packs.ts";
import { takeApart } from "./take-apart.ts";
import { toShelfError } from "./store-error.ts";
import { holdForInstall, holdPack, type Locks } from "./store-locks.ts";
import type { FilePlace, StoreAnswer, StoreAsk } from "./store-messages.ts";

type Answer<Value> = Promise<Result<Value, ShelfError>>;

export type IncomingFile = {
  readonly name: string;
  /** Bytes that lie on the disk. */
  readonly bytes: number;
  /** Known once the file is finished. */
  readonly sha256: string | undefined;
};

export type CopiedFile = PackFile & { readonly md5: string };

export type CopyOptions = AskOptions & { readonly wantsMd5: boolean };

export type Incoming = {
  readonly id: string;
  /** Files with what was written of them so far, from before a reload as well. */
  readonly readState: () => Answer<readonly IncomingFile[]>;
  /**
   * Puts a piece at the end of a file; the answer is the file's size then, and comes when there is room for the next.
   * The piece is handed over, not copied: it is empty afterwards.
   */
  readonly write: (name: string, chunk: Uint8Array<ArrayBuffer>) => Answer<number>;
  /** Begins a file anew. */
  readonly restart: (name: string) => Answer<undefined>;
  /** Ends a file, and says what it hashes to; comparing is the caller's. */
  readonly finish: (name: string) => Answer<PackFile>;
  /** Streams a whole file of the person's. A stopped copy answers with an error that nobody needs to see. */
  readonly copy: (name: string, file: File, options: CopyOptions) => Answer<CopiedFile>;
  /** Some bytes of what was written; fewer where the file is shorter. */
  readonly read: (name: string, from: number, to: number) => Answer<Uint8Array<ArrayBuffer>>;
  /** Makes it a pack. Every file of it must be finished. */
  readonly commit: (pack: Pack) => Answer<undefined>;
  /** Stops for now: everything stays for the next `open`. */
  readonly close: () => Promise<void>;
  /** Gives all room back and forgets the job. */
  readonly discard: () => Promise<void>;
};

export type IncomingStore = {
  /** What was under way when a page was closed, or is now. */
  readonly listNotes: () => Answer<readonly JobNote[]>;
  /**
   * Begins or goes on with a job. `shelf-busy-elsewhere` when any installation is open, in whichever tab: there is only
   * one at a time.
   */
  readonly open: (note: JobNote) => Answer<Incoming>;
};

type Parts = { readonly store: FileStore; readonly locks: Locks };

/** The incoming files of this site. */
export function createIncomingStore(parts: Parts): IncomingStore {
  return {
    listNotes: () => listNotes(parts.store),
    open: (note) => open(parts, note),
  };
}

async function listNotes(store: FileStore): Answer<readonly JobNote[]> {
  const listed = await store.ask({ type: "list", folder: [NOTES_FOLDER] });
  if (!listed.ok) return err(toShelfError(listed.error));
  const texts = await Promise.all(
    listed.value.entries.map(({ name }) => readText(store, { folder: [NOTES_FOLDER], name })),
  );
  const notes = texts.map((text) => (text === undefined ? undefined : parseJobNote(text)));
  return ok(notes.filter((note) => note !== undefined));
}

type Desk = {
  readonly store: FileStore;
  readonly release: () => void;
  note: JobNote;
};

async function open({ store, locks }: Parts, wanted: JobNote): Answer<Incoming> {
  const releaseJob = await holdForInstall(locks, wanted.id);
  if (releaseJob === undefined) return err({ type: "shelf-busy-elsewhere" });
  // A pack of this name may lie there, damaged and about to be mended: nobody may run it meanwhile.
  const releasePack = await holdPack(locks, wanted.id, "exclusive");
  const release = () => {
    releasePack?.();
    releaseJob();
  };
  const note = releasePack === undefined ? err(IN_USE) : await findNote(store, wanted);
  if (!note.ok) {
    release();
    return note;
  }
  const desk: Desk = { store, release, note: note.value };
  const saved = await saveNote(desk);
  if (saved.ok) return ok(createIncoming(desk));
  release();
  return saved;
}

const IN_USE: ShelfError = { type: "shelf-pack-in-use" };

/** Where a job stands: as its note says, or with what is still good of a pack that is mended, or at the beginning. */
async function findNote(store: FileStore, wanted: JobNote): Answer<JobNote> {
  const pack = await readManifest(store, wanted.id);
  if (pack !== undefined) return takeApart(store, wanted, pack);
  const kept = await readText(store, smallPlace(NOTES_FOLDER, wanted.id));
  return ok((kept === undefined ? undefined : parseJobNote(kept)) ?? wanted);
}

function createIncoming(desk: Desk): Incoming {
  const { id } = desk.note;
  const place = (name: string): FilePlace => ({ folder: packFolder(id), name });
  return {
    id,
    readState: () => readState(desk),
    write: async (name, chunk) =>
      answer(desk, { type: "append", place: place(name), chunk }, ({ bytes }) => bytes),
    restart: async (name) => {
      const forgotten = await forget(desk, name);
      if (!forgotten.ok) return forgotten;
      return answer(desk, { type: "restart", place: place(name) }, () => undefined);
    },
    finish: async (name) => {
      const finished = await answer(desk, { type: "finish", place: place(name) }, ({ bytes, sha256 }) => ({
        name,
        bytes,
        sha256,
      }));
      return finished.ok ? remember(desk, finished.value) : finished;
    },
    copy: async (name, file, options) => {
      const ask: StoreAsk = { type: "copy", place: place(name), file, wantsMd5: options.wantsMd5 };
      const copied = await desk.store.ask(ask, options);
      if (!copied.ok) return err(toShelfError(copied.error));
      const { bytes, sha256, md5 } = copied.value;
      const remembered = await remember(desk, { name, bytes, sha256 });
      return remembered.ok ? ok({ name, bytes, sha256, md5 }) : remembered;
    },
    read: async (name, from, to) =>
      answer(
        desk,
        { type: "read", place: place(name), from, to },
        ({ content }) => content ?? new Uint8Array(),
      ),
    commit: (pack) => commit(desk, pack),
    close: async () => {
      await desk.store.ask({ type: "release", folder: packFolder(id) });
      desk.release();
    },
    discard: async () => {
      await desk.store.ask({ type: "remove", place: { folder: [PACKS_FOLDER], name: id } });
      await desk.store.ask({ type: "remove", place: smallPlace(NOTES_FOLDER, id) });
      desk.release();
    },
  };
}

async function answer<Value>(
  { store }: Desk,
  ask: StoreAsk,
  read: (answer: StoreAnswer) => Value,
): Answer<Value> {
  const result = await store.ask(ask);
  return result.ok ? ok(read(result.value)) : err(toShelfError(result.error));
}

async function saveNote({ store, note }: Desk): Answer<undefined> {
  const written = await writeText(store, smallPlace(NOTES_FOLDER, note.id), JSON.stringify(note));
  return written.ok ? ok(undefined) : err(toShelfError(written.error));
}

async function remember(desk: Desk, file: PackFile): Answer<PackFile> {
  const others = desk.note.finished.filter(({ name }) => name !== file.name);
  desk.note = { ...desk.note, finished: [...others, file] };
  const saved = await saveNote(desk);
  return saved.ok ? ok(file) : saved;
}

async function forget(desk: Desk, name: string): Answer<undefined> {
  if (!desk.note.finished.some((file) => file.name === name)) return ok(undefined);
  desk.note = { ...desk.note, finished: desk.note.finished.filter((file) => file.name !== name) };
  return saveNote(desk);
}

/** A finished file that is no longer as long as it was is not finished. */
async function readState({ store, note }: Desk): Answer<readonly IncomingFile[]> {
  const listed = await store.ask({ type: "list", folder: packFolder(note.id) });
  if (!listed.ok) return err(toShelfError(listed.error));
  const files = listed.value.entries.map(({ name, bytes }) => {
    const finished = note.finished.find((file) => file.name === name && file.bytes === bytes);
    return { name, bytes, sha256: finished?.sha256 };
  });
  return ok(files);
}

async function commit(desk: Desk, pack: Pack): Answer<undefined> {
  const { store, note, release } = desk;
  const strange = pack.files.find(
    ({ name, bytes, sha256 }) =>
      !note.finished.some((file) => file.name === name && file.bytes === bytes && file.sha256 === sha256),
  );
  if (strange !== undefined) return err({ type: "shelf-wrong-hash", file: strange.name });
  const manifest = { folder: packFolder(note.id), name: PACK_MANIFEST };
  const written = await writeText(store, manifest, JSON.stringify(pack));
  if (!written.ok) return err(toShelfError(written.error));
  await store.ask({ type: "remove", place: smallPlace(NOTES_FOLDER, note.id) });
  release();
  return ok(undefined);
}
