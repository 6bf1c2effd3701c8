/** Reads the teaching cases from the app's own files and trusts none of them unread. */
import type { TeachingLibrary, TeachingLibraryError } from "../contracts/teaching-library.ts";
import { type Result, err, ok } from "../shared/result.ts";

/** The library of this build. */
export function createTeachingLibrary(): TeachingLibrary {
  return {
    readIndex: async () => readFile("index.json", (await loadReaders()).readTeachingCaseIndex),
    readCase: async (id) =>
      readFile(`${encodeURIComponent(id)}.json`, (await loadReaders()).readTeachingCase),
    readScript,
  };
}

/** Reading is only needed on the Teach screen. */
const loadReaders = () => import("../domain/argument/teaching/read-teaching-case.ts");

async function readFile<Value>(
  name: string,
  read: (json: unknown) => Result<Value, unknown>,
): Promise<Result<Value, TeachingLibraryError>> {
  const response = await fetch(`/cases/${name}`).catch(() => undefined);
  if (response === undefined || !response.ok) return err({ type: "teaching-file-missing" });
  const json: unknown = await response.json().catch(() => undefined);
  const result = read(json);
  return result.ok ? ok(result.value) : err({ type: "teaching-file-unreadable" });
}

async function readScript(id: string): Promise<Result<string, TeachingLibraryError>> {
  const response = await fetch(`/cases/${encodeURIComponent(id)}.steps.txt`).catch(() => undefined);
  const isThere = response?.ok === true && response.headers.get("content-type")?.startsWith("text/plain");
  if (response === undefined || isThere !== true) return err({ type: "teaching-file-missing" });
  const text = await response.text().catch(() => "");
  return text.startsWith("<think>") ? ok(text) : err({ type: "teaching-file-unreadable" });
}
