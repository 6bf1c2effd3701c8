import { expect, test } from "vitest";
import { createLockGuard } from "./lock-guard.ts";

test("everything registered is saved before it locks, and nothing that has gone", async () => {
  const done: string[] = [];
  const guard = createLockGuard(
    async (because) => void done.push(because),
    () => new Promise(() => undefined),
  );
  guard.beforeLock(async () => done.push("first"));
  guard.beforeLock(async () => done.push("second"))();
  await guard.lock("idle");
  expect(done).toEqual(["first", "idle"]);
});

test("a save that fails or never ends does not keep the vault open", async () => {
  const done: string[] = [];
  const guard = createLockGuard(
    async (because) => void done.push(because),
    async () => undefined,
  );
  guard.beforeLock(() => Promise.reject(new Error("no room")));
  guard.beforeLock(() => new Promise(() => undefined));
  await guard.lock("asked");
  expect(done).toEqual(["asked"]);
});
