/**
 * The forms that the database has had. A new one is a further step at the end: forward only, into new stores, with the
 * old ones kept until the next start has read the new. There is one form so far, so there is nothing to copy yet.
 */
import { STORES } from "./row-store.ts";

export const DATABASE_NAME = "curbside-vault";

type SchemaStep = (database: IDBDatabase) => void;

const STEPS: readonly SchemaStep[] = [
  (database) => {
    for (const store of STORES) database.createObjectStore(store, { keyPath: ["group", "seq"] });
  },
];

/** The form that this release writes. */
export const SCHEMA_VERSION: number = STEPS.length;

/** Brings a database from an older form to this release's. */
export function upgradeSchema(database: IDBDatabase, from: number): void {
  for (const step of STEPS.slice(from)) step(database);
}

/** Whether a database of a newer form still has every store that this release reads. */
export function canRead(database: IDBDatabase): boolean {
  return STORES.every((store) => database.objectStoreNames.contains(store));
}
