/** Asks the browser for room, persistence and a working database, and leaves nothing behind. */
import type { ReadStorageStatus, StorageStatus } from "../contracts/storage-status.ts";

const TRIAL_DATABASE = "curbside-trial";

/** Reads what this browser offers; a browser that answers nothing counts as offering nothing. */
export const readStorageStatus: ReadStorageStatus = async () => {
  const [{ usage = 0, quota = 0 }, persistent, database] = await Promise.all([
    estimate(),
    isPersistent(),
    tryDatabase(),
  ]);
  return { usedBytes: usage, quotaBytes: quota, persistent, database };
};

async function estimate(): Promise<StorageEstimate> {
  // `storage` is absent on insecure addresses, whatever the type library says.
  return "storage" in navigator ? navigator.storage.estimate().catch(() => ({})) : {};
}

async function isPersistent(): Promise<boolean> {
  return "storage" in navigator ? navigator.storage.persisted().catch(() => false) : false;
}

function tryDatabase(): Promise<StorageStatus["database"]> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(TRIAL_DATABASE);
      request.addEventListener("error", () => resolve("refused"));
      request.addEventListener("success", () => {
        request.result.close();
        indexedDB.deleteDatabase(TRIAL_DATABASE);
        resolve("works");
      });
    } catch {
      // Where cookies are blocked, even naming `indexedDB` throws.
      resolve("refused");
    }
  });
}
