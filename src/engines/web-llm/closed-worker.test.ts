import { expect, test } from "vitest";
import { closeWorker } from "./closed-worker.ts";

test("nothing is fetched, and the only caches are those that are shown", async () => {
  const scope = { fetch: globalThis.fetch, caches: undefined as unknown };
  const { showCaches } = closeWorker(scope);
  await expect(scope.fetch("https://example.invalid/")).rejects.toThrow("Nothing is fetched");
  expect(scope.caches).toBeUndefined();
  const shown = { open: () => Promise.reject(new Error("not opened here")) };
  showCaches(shown);
  expect(scope.caches).toBe(shown);
});
