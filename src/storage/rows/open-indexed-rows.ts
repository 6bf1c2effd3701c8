/**
 * Opens the vault's database: tries again a few times where browsers are known to fail for a moment, never for ever, and
 * never removes anything. A newer database is opened for reading only.
 */
import type { VaultError } from "../../contracts/vault-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { createIndexedRows } from "./indexed-rows.ts";
import type { OpenRowStore, RowStore, RowStoreNews } from "./row-store.ts";
import { canRead, DATABASE_NAME, SCHEMA_VERSION, upgradeSchema } from "./schema.ts";

/** Waits between tries. "Internal error opening backing store" of Chromium often passes within a second. */
const WAITS_MS = [100, 400, 1600] as const;
/** Other tabs close at once when asked; one that has not by then must be closed by a person. */
const BLOCKED_MS = 3000;

type Wait = (ms: number) => Promise<void>;
type Opened =
  | { readonly type: "open"; readonly database: IDBDatabase }
  | { readonly type: "newer" }
  | { readonly type: "blocked" }
  | { readonly type: "refused" }
  | { readonly type: "failed" };

/** The opener for this browser's database. */
export function createIndexedOpener(
  databases: IDBFactory | undefined,
  wait: Wait,
  version: number = SCHEMA_VERSION,
): OpenRowStore {
  return async (news) => {
    if (databases === undefined) return err({ type: "vault-unavailable", why: "no-database" });
    for (const waitMs of [...WAITS_MS, undefined]) {
      const opened = await openOnce(databases, wait, version);
      if (opened.type === "open") return ok(watch(opened.database, news, false));
      if (opened.type === "newer") return openNewer(databases, wait, news);
      if (opened.type === "blocked") return err({ type: "vault-blocked-by-tabs" });
      if (opened.type === "refused") return err({ type: "vault-unavailable", why: "no-database" });
      if (waitMs !== undefined) await wait(waitMs);
    }
    return err({ type: "vault-open-failed" });
  };
}

async function openNewer(
  databases: IDBFactory,
  wait: Wait,
  news: RowStoreNews,
): Promise<Result<RowStore, VaultError>> {
  const opened = await openOnce(databases, wait, undefined);
  if (opened.type !== "open") return err({ type: "vault-open-failed" });
  if (canRead(opened.database)) return ok(watch(opened.database, news, true));
  opened.database.close();
  return err({ type: "vault-outdated-page" });
}

function watch(database: IDBDatabase, { onOutdated, onLost }: RowStoreNews, isReadOnly: boolean): RowStore {
  database.addEventListener("versionchange", () => {
    database.close();
    onOutdated();
  });
  database.addEventListener("close", onLost);
  return createIndexedRows(database, isReadOnly);
}

function openOnce(databases: IDBFactory, wait: Wait, version: number | undefined): Promise<Opened> {
  return new Promise((resolve) => {
    const request = tryOpen(databases, version);
    if (request === undefined) {
      resolve({ type: "refused" });
      return;
    }
    let isGivenUp = false;
    request.addEventListener("upgradeneeded", ({ oldVersion }) => {
      // Too late counts as blocked: what was said to the person must stay true.
      if (isGivenUp) request.transaction?.abort();
      else upgradeSchema(request.result, oldVersion);
    });
    request.addEventListener("blocked", () => {
      void wait(BLOCKED_MS).then(() => {
        isGivenUp = true;
        resolve({ type: "blocked" });
      });
    });
    request.addEventListener("error", () => resolve({ type: failureOf(request.error) }));
    request.addEventListener("success", () => {
      if (isGivenUp) request.result.close();
      else resolve({ type: "open", database: request.result });
    });
  });
}

function tryOpen(databases: IDBFactory, version: number | undefined): IDBOpenDBRequest | undefined {
  try {
    return databases.open(DATABASE_NAME, version);
  } catch {
    // Where cookies are blocked, even asking throws.
    return undefined;
  }
}

function failureOf(error: DOMException | null): "newer" | "refused" | "failed" {
  if (error?.name === "VersionError") return "newer";
  // Private windows of some browsers, and blocked cookies.
  return error?.name === "SecurityError" || error?.name === "NotAllowedError" ? "refused" : "failed";
}
