import { expect, test } from "vitest";
import { countStopped, createSealStore } from "./seal-store.ts";

test("counts what was stopped by directive, and keeps nothing else of it", () => {
  const seal = createSealStore();
  seal.recordStopped("connect-src");
  seal.recordStopped("connect-src");
  seal.recordStopped("navigation");
  expect(countStopped(seal.store.getState())).toBe(3);
  expect([...seal.store.getState().stoppedByDirective]).toEqual([
    ["connect-src", 2],
    ["navigation", 1],
  ]);
});

test("pulling the cable changes the tier of a browser that cannot seal", () => {
  const seal = createSealStore();
  seal.recordOnline(false);
  expect(seal.store.getState().tier).toBeUndefined();
  seal.recordEvidence({
    hasAllowlistHeader: true,
    enforcesAllowlist: false,
    hasPolicyHeader: true,
    online: true,
  });
  expect(seal.store.getState().tier).toBe("guarded");
  seal.recordOnline(false);
  expect(seal.store.getState().tier).toBe("unplugged");
});
