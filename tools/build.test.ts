import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashSources } from "./build.mjs";

const folder = mkdtempSync(join(tmpdir(), "build-"));
mkdirSync(join(folder, "src"));
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const hash = () => hashSources(folder, ["src", "index.html", "absent"]);

test("the stamp changes with a content or a name, and with nothing else", () => {
  write("index.html", "<p>");
  write("src/a.ts", "1");
  const before = hash();
  write("src/a.ts", "1");
  write("src/a.test.ts", "tests are not built");
  expect(hash()).toBe(before);
  write("src/a.ts", "2");
  const changed = hash();
  expect(changed).not.toBe(before);
  renameSync(join(folder, "src/a.ts"), join(folder, "src/b.ts"));
  expect(hash()).not.toBe(changed);
});
