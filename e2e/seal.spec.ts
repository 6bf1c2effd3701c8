import { readFileSync } from "node:fs";
import { headersFor } from "../tools/headers.mjs";
import { expect, test } from "./harness.ts";
import { Workbench } from "./page-models/workbench.ts";

test("every response carries the whole policy, whatever its kind and status", async ({ page, faults }) => {
  faults.expect(/404 \(Not Found\)/u);
  const seen = new Map<string, number>();
  page.context().on("response", (response) => {
    const { pathname } = new URL(response.url());
    seen.set(pathname, (seen.get(pathname) ?? 0) + 1);
    for (const [name, value] of Object.entries(headersFor(pathname))) {
      expect.soft(response.headers()[name.toLowerCase()], `${name} of ${pathname}`).toBe(value);
    }
  });
  const workbench = new Workbench(page);
  await workbench.open("/");
  await workbench.waitUntilKept();
  const expectSeen = (path: string) => expect.poll(() => [...seen.keys()]).toContain(path);
  for (const path of ["/", "/sw.js", "/manifest.webmanifest"]) await expectSeen(path);
  for (const path of ["/models", "/assets/gone-12345678.js"]) {
    await page.goto(path);
    await expectSeen(path);
  }
});

test("the two documents have two policies, and only the model page may reach model hosts", async ({
  page,
}) => {
  for (const { path, reach } of [
    { path: "/", reach: "connect-src 'self';" },
    { path: "/models", reach: "connect-src 'self' https://huggingface.co https://*.hf.co;" },
  ]) {
    const response = await page.goto(path);
    expect(response?.headers()["content-security-policy"]).toContain(reach);
    const first = page.locator("head > :first-child");
    await expect(first).toHaveAttribute("http-equiv", "Content-Security-Policy");
    expect(await first.getAttribute("content")).toContain(reach);
  }
});

test("the model page loads no code that could open a case or the vault", () => {
  const manifest: Record<string, ManifestChunk> = JSON.parse(
    readFileSync("dist/.vite/manifest.json", "utf8"),
  );
  const reachable = new Set<string>();
  const visit = (name: string): void => {
    if (reachable.has(name)) return;
    reachable.add(name);
    const { imports = [], dynamicImports = [] } = manifest[name] ?? {};
    [...imports, ...dynamicImports].forEach(visit);
  };
  visit("models.html");
  // What the bundler put into a file, a source map says; so neither names nor merged chunks can hide a module.
  const sources = [...reachable].flatMap((name) => sourcesOf(manifest[name]?.file));
  expect(sources).toContainEqual(expect.stringMatching(/src\/models-page\/main\.ts$/u));
  const allowed = /(?:^|\/)src\/(?:models-page|models|contracts|shared)\//u;
  expect(sources.filter((source) => !allowed.test(source))).toEqual([]);
});

type ManifestChunk = {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
};

function sourcesOf(file: string | undefined): readonly string[] {
  if (file === undefined || !file.endsWith(".js")) return [];
  const { sources }: { readonly sources: readonly string[] } = JSON.parse(
    readFileSync(`dist/${file}.map`, "utf8"),
  );
  return sources;
}

test("the chip says what this browser enforces, and its explanation names the evidence", async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open("/");
  await expect(workbench.sealChip).toHaveText("Sealed");
  await workbench.sealChip.click();
  const dialog = page.getByRole("dialog", { name: "Sealed by this browser (tier A)" });
  await expect(dialog).toContainText("blocks every connection except to this app's own address");
  await expect(dialog).toContainText("Nothing had to be stopped.");
});

test("what the policy stops is counted and shown, and is not kept", async ({ page, faults }) => {
  faults.expect(/Content Security Policy|Failed to load resource/u);
  const workbench = new Workbench(page);
  await workbench.open("/");
  await expect(workbench.sealChip).toHaveText("Sealed");
  await page.evaluate(() => fetch("http://example.invalid/canary").catch(() => undefined));
  await expect(workbench.sealChip).toHaveText("Sealed· 1");
  await workbench.sealChip.click();
  await expect(page.getByRole("dialog")).toContainText("connect-src: once");
  await expect(page.getByRole("dialog")).not.toContainText("canary");
});

test("an attempt to leave for another host is stopped and the app stays as it was", async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open("/settings");
  await expect(workbench.sealChip).toHaveText("Sealed");
  await page.evaluate(() => {
    location.href = "http://example.invalid/?canary";
  });
  await expect(workbench.sealChip).toHaveText("Sealed· 1");
  await expect(page).toHaveURL(/\/settings$/u);
  await expect(workbench.heading).toHaveText("Settings");
});
