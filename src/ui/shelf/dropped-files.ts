/** What was dropped on the page: a folder with everything directly in it, or the files themselves. */

/** As much of a dropped entry as is read. */
type Entry = Pick<FileSystemEntry, "isFile" | "isDirectory" | "name">;

/** Reads the entries at once: they are gone when the event is over. */
export async function readDropped(transfer: Pick<DataTransfer, "items" | "files">): Promise<readonly File[]> {
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  const loose = [...transfer.files];
  if (!entries.some(isFolder)) return loose;
  const read = await Promise.all(entries.map((entry) => readEntry(entry)));
  return read.flat();
}

async function readEntry(entry: Entry): Promise<readonly File[]> {
  if (isFile(entry)) return [await readFile(entry)];
  if (!isFolder(entry)) return [];
  const inside = await readFolder(entry);
  const files = await Promise.all(inside.filter(isFile).map((file) => readFile(file)));
  return files.map((file) => inFolder(file, entry.name));
}

function isFile(entry: Entry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: Entry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function readFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** The browser hands a folder over in pieces, and an empty one at the end. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (piece.length === 0) return all;
    all.push(...piece);
  }
}

/** A picked folder's files say where they lay; those of a dropped one do not, so it is said for them. */
function inFolder(file: File, folder: string): File {
  Object.defineProperty(file, "webkitRelativePath", { value: `${folder}/${file.name}` });
  return file;
}
