import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { metaPolicyFor } from "../../tools/headers.mjs";
import { withoutMetaPolicy, writeAttackSite } from "./attack-files.ts";

const root = mkdtempSync(join(tmpdir(), "attack-files-"));
afterAll(() => rmSync(root, { recursive: true }));

const meta = `<meta http-equiv="Content-Security-Policy" content="${metaPolicyFor("/")}" />`;
const page = `<head>${meta}<meta charset="utf-8"></head><p>a > b</p>`;

test("takes out the meta policy and nothing else", () => {
  expect(withoutMetaPolicy(page)).toBe('<head><meta charset="utf-8"></head><p>a > b</p>');
});

test("keeps the policy of the attacked site and drops it only for the control", () => {
  const build = join(root, "build");
  mkdirSync(build);
  writeFileSync(join(build, "index.html"), page);
  writeAttackSite(build, join(root, "sealed"), true);
  writeAttackSite(build, join(root, "control"), false);
  expect(readFileSync(join(root, "sealed", "index.html"), "utf8")).toBe(page);
  expect(readFileSync(join(root, "control", "index.html"), "utf8")).not.toContain("Security-Policy");
  expect(existsSync(join(root, "sealed", "attack-service-worker.js"))).toBe(true);
});
