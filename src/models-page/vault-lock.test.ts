import { expect, test } from "vitest";
import { holdVaultLock } from "./vault-lock.ts";

/** A lock manager with one name, as much of the real one as the page uses. */
function createLocks(isTaken: boolean) {
  const asked: unknown[] = [];
  const request = async (
    name: string,
    options: LockOptions | LockGrantedCallback<unknown>,
    use?: LockGrantedCallback<unknown>,
  ) => {
    asked.push([name, options]);
    return use?.(isTaken ? null : { name, mode: "exclusive" });
  };
  return { locks: { request } as Pick<LockManager, "request">, asked };
}

test("holds the vault alone and never waits for it", async () => {
  const { locks, asked } = createLocks(false);
  expect(await holdVaultLock(locks)).toBe("held");
  expect(asked).toEqual([["vault", { mode: "exclusive", ifAvailable: true }]]);
});

test("says so when a case is open elsewhere", async () => {
  expect(await holdVaultLock(createLocks(true).locks)).toBe("case-open");
});

test("says so when the browser has no locks", async () => {
  expect(await holdVaultLock(undefined)).toBe("unsupported");
});
