import { expect, test } from "vitest";
import { createLateVault } from "./create-vault.ts";

test("a vault whose code cannot be fetched is unusable in words, and every call answers so", async () => {
  const vault = createLateVault(() => Promise.reject(new TypeError("gone")));
  expect(vault.readState()).toEqual({ type: "looking" });
  let told = 0;
  vault.subscribe(() => {
    told += 1;
  });
  expect(await vault.listCases()).toEqual({ ok: false, error: { type: "vault-unexpected" } });
  expect(vault.readState()).toEqual({ type: "unusable", error: { type: "vault-unexpected" } });
  expect(told).toBe(1);
  await expect(vault.lock("asked")).resolves.toBeUndefined();
});

test("while it is being fetched, what is asked waits, and who no longer listens is not told", async () => {
  const fail: ((reason: Error) => void)[] = [];
  const vault = createLateVault(() => new Promise((_, reject) => fail.push(reject)));
  let told = 0;
  const stop = vault.subscribe(() => {
    told += 1;
  });
  const asked = vault.unlock({ type: "passphrase", text: "words" });
  stop();
  fail[0]?.(new Error("gone"));
  expect(await asked).toEqual({ ok: false, error: { type: "vault-unexpected" } });
  expect(told).toBe(0);
});
