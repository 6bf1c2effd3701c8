import { expect, test } from "vitest";
import { type SealEvidence, readSealTier } from "./seal.ts";

const everything: SealEvidence = {
  hasAllowlistHeader: true,
  enforcesAllowlist: true,
  hasPolicyHeader: true,
  online: true,
};

test.each([
  ["all headers, enforced", {}, "sealed"],
  ["all headers, enforced, cable out", { online: false }, "sealed"],
  ["a browser that ignores the allowlist", { enforcesAllowlist: false }, "guarded"],
  ["a browser that would enforce, but no header came", { hasAllowlistHeader: false }, "guarded"],
  ["no headers at all", { hasAllowlistHeader: false, hasPolicyHeader: false }, "unsealed"],
  [
    "no headers, cable out",
    { hasAllowlistHeader: false, hasPolicyHeader: false, online: false },
    "unplugged",
  ],
  [
    "a browser that ignores the allowlist, cable out",
    { enforcesAllowlist: false, online: false },
    "unplugged",
  ],
] as const)("%s", (_name, change, tier) => {
  expect(readSealTier({ ...everything, ...change })).toBe(tier);
});
