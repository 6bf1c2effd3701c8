/** Searches every file of a browser's profile folder, as somebody with the disk in their hands would. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The files of the folder in which the text is found, by their path in it. */
export function searchFiles(folder: string, isIn: (bytes: Buffer) => boolean): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readQuietly(path);
      return bytes !== undefined && isIn(bytes);
    })
    .map((path) => relative(folder, path));
}

/** A running browser removes files while they are listed. */
function readQuietly(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
