import { expect, expectAccessible } from "./harness.ts";
import { WEIGHTS, startModelHost } from "./model-host.ts";
import { ModelPage } from "./page-models/model-page.ts";
import { expectNoSidewaysScroll, untilLockIsFree } from "./waiting.ts";
import { test } from "./with-model-host.ts";

const NAME = "Tiny test model";

test("says what it may reach, what is known of each model, and what it recommends with numbers", async ({
  page,
  host,
}) => {
  const models = new ModelPage(page);
  await models.open(host.url);
  await expect(models.vault).toContainText("No case is open in this browser.");
  await expect(page.getByRole("region", { name: "What this page may reach" })).toContainText(
    "huggingface.co",
  );
  await expect(models.advice).toContainText(/it needs [\d.]+ [MG]B for [\d,]+ tokens of context/u);
  const entry = models.entry(NAME);
  for (const fact of ["4.3 MB", "about 19.1 MB (estimate)", "1,024 tokens", "1 million", "Apache-2.0"]) {
    await expect(entry).toContainText(fact);
  }
  await expect(entry).toContainText("Nothing that we know of has been measured");
  await expect(models.installed).toContainText("No model is installed in this browser yet.");
});

test("a model without checksums cannot be downloaded, and the reason is told", async ({ page, host }) => {
  const models = new ModelPage(page);
  await models.open(host.url);
  await page.getByText("more models that are known").click();
  await expect(page.getByText("nobody has recorded the checksums of their files")).toBeVisible();
  const other = models.entry("Qwen3 4B").first();
  await other.locator("summary").click();
  await expect(other).toContainText("estimate");
  await expect(other.getByRole("button")).toHaveCount(0);
});

test("a model that does not fit this device is refused with the numbers before a byte moves", async ({
  page,
  host,
}) => {
  const short = await startModelHost({ catalogue: [{ ...host.entry, format: "gguf", memoryBytes: 9e9 }] });
  const models = new ModelPage(page);
  await models.open(short.url);
  await expect(models.entry(NAME)).toContainText("Not for this device");
  await expect(models.entry(NAME)).toContainText(/Needs 8\.4 GB of memory; this device has about [\d.]+ GB/u);
  await expect(page.getByRole("button", { name: `Download: ${NAME}` })).toBeHidden();
  expect(short.asked).toEqual([]);
  await short.close();
});

test("while a case is open elsewhere nothing is downloaded, and it says when that is over", async ({
  page,
  host,
  context,
}) => {
  const workbench = await context.newPage();
  await workbench.goto(`${host.url}/about`);
  await workbench.evaluate(() => {
    void navigator.locks.request("vault", () => new Promise(() => undefined));
  });
  const models = new ModelPage(page);
  await models.open(host.url);
  await expect(models.vault).toContainText("Another tab holds the vault");
  await expect(page.getByRole("button", { name: `Download: ${NAME}` })).toBeDisabled();
  await workbench.close();
  await untilLockIsFree(page, "vault");
  await models.press("Check again");
  await expect(models.vault).toContainText("No case is open");
  await models.press(`Download: ${NAME}`);
  await expect(models.job(NAME)).toContainText("Installed and checked");
});

test("a catalogue of one's own is added, and anything else is refused by name", async ({ page, host }) => {
  const models = new ModelPage(page);
  await models.open(host.url);
  const choose = async (name: string, text: string) => {
    const [picker] = await Promise.all([
      page.waitForEvent("filechooser"),
      models.press("Import a catalogue file…"),
    ]);
    await picker.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  };
  await choose("holiday.json", "{}");
  await expect(page.getByText("holiday.json is not a catalogue that this version can read.")).toBeVisible();
  const entry = { ...host.entry, id: "mine", name: "A model of mine" };
  await choose("mine.json", JSON.stringify({ version: 1, entries: [entry] }));
  await expect(page.getByText("One model was added to the list.")).toBeVisible();
  await expect(models.entry("A model of mine")).toBeVisible();
  await page.reload();
  await expect(models.entry("A model of mine")).toBeVisible();
});

test("a download can be started, paused, resumed and dismissed by keyboard, and is heard politely", async ({
  page,
  host,
}) => {
  host.faults.set(WEIGHTS, { type: "stalls", after: 1_500_000 });
  const models = new ModelPage(page);
  await models.open(host.url);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const region = document.querySelector("#announcements");
    if (region !== null)
      new MutationObserver(() => heard.push(region.textContent)).observe(region, { childList: true });
  });
  await page.getByRole("button", { name: `Download: ${NAME}` }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Downloads" })).toBeFocused();
  await expect(page.getByRole("heading", { name: "Downloads" })).toBeInViewport();
  await expect(models.job(NAME)).toContainText("Downloading");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: `Pause: ${NAME}` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Resume: ${NAME}` })).toBeFocused();
  host.faults.clear();
  await page.keyboard.press("Enter");
  await expect(models.job(NAME)).toContainText("Installed and checked");
  await expect(page.getByRole("button", { name: `Dismiss: ${NAME}` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(models.job(NAME)).toHaveCount(0);
  const readHeard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  await expect.poll(async () => (await readHeard()).at(-1)).toContain("Installed and checked");
  const heard = await readHeard();
  expect(heard.length).toBeLessThan(12);
});

for (const theme of ["light", "dark", "contrast"] as const)
  test(`is accessible and fits desk and phone in ${theme}, with everything open and a download under way`, async ({
    page,
    host,
  }) => {
    host.faults.set(WEIGHTS, { type: "slow", bytesPerSecond: 100_000 });
    await page.addInitScript((chosen) => localStorage.setItem("curbside-theme", chosen), theme);
    const models = new ModelPage(page);
    await models.open(host.url);
    await page.getByText("more models that are known").click();
    await models.entry("Qwen3 4B").first().locator("summary").click();
    await models.press(`Download: ${NAME}`);
    await expect(models.job(NAME)).toContainText("Downloading");
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
      await expectNoSidewaysScroll(page, `sideways scrolling at ${width} px`);
    }
  });
