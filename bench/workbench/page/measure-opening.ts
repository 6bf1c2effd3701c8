/** How long a case takes from being asked for to its first screen, and how long its bytes alone take. */
import { invariant } from "../../../src/shared/assert.ts";
import { DATABASE_NAME } from "../../../src/storage/rows/schema.ts";

export type OpenTimes = { readonly shownMs: number; readonly rowsMs: number };

/** Until a sentence of the note and a card of the dialogue are painted. */
export async function measureOpening(caseId: string, goTo: (path: string) => void): Promise<OpenTimes> {
  const rowsMs = await readRows(caseId);
  const startMs = performance.now();
  goTo(`/cases/${caseId}`);
  while (document.querySelector("[data-card]") === null || document.querySelector("main ol li") === null)
    await new Promise((done) => requestAnimationFrame(done));
  // Painted at the end of this frame: a task that was posted in it comes after.
  await new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
  });
  return { shownMs: performance.now() - startMs, rowsMs };
}

async function readRows(caseId: string): Promise<number> {
  const database = await settle(indexedDB.open(DATABASE_NAME));
  const startMs = performance.now();
  const range = IDBKeyRange.bound([caseId, 0], [caseId, Number.MAX_SAFE_INTEGER]);
  const rows = await settle(database.transaction("events").objectStore("events").getAll(range));
  const ms = performance.now() - startMs;
  database.close();
  invariant(rows.length > 0, "there are rows to read");
  return ms;
}

function settle<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The request failed")));
  });
}
