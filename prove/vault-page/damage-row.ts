/** Changes one bit of one stored row of a case, as a disk may: the control that shows that damage is seen. */
import { DATABASE_NAME } from "../../src/storage/rows/schema.ts";

/** Damages the middle row. */
export async function damageRow(caseId: string): Promise<void> {
  const database = await settle(indexedDB.open(DATABASE_NAME));
  const rows = database.transaction("events", "readwrite").objectStore("events");
  const all: unknown[] = await settle(
    rows.getAll(IDBKeyRange.bound([caseId, 0], [caseId, Number.MAX_SAFE_INTEGER])),
  );
  const row = all[Math.floor(all.length / 2)];
  if (typeof row !== "object" || row === null || !("data" in row) || !(row.data instanceof Uint8Array))
    throw new Error("There is no row to damage");
  row.data[row.data.length >> 1] = (row.data[row.data.length >> 1] ?? 0) ^ 1;
  await settle(rows.put(row));
  database.close();
}

function settle<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The request failed")));
  });
}
