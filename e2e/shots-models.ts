/** Pictures of the Models screen in every state it can be in. The models are tiny real ones, the refusals are real. */
import { cpSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { ModelsScreen, type TestModels } from "./page-models/models-screen.ts";

export type TakeShot = (page: Page, name: string) => Promise<void>;

const LOADED = { timeout: 120_000 };

/** From an empty shelf through every state to several models; each picture is of the whole page. */
export async function takeModelShots(
  context: BrowserContext,
  models: TestModels,
  take: TakeShot,
): Promise<void> {
  const page = await context.newPage();
  const screen = new ModelsScreen(page);
  await screen.open();
  await page.getByText("Recommended here").waitFor();
  await take(page, "models-empty");
  await installingAndPaused(screen, models, take);
  await refused(screen, models, take);
  await installedAndSpeaking(screen, models, take);
  await damagedAndSeveral(screen, models, take);
  await page.close();
  await deviceStates(context, take);
}

async function installingAndPaused(screen: ModelsScreen, models: TestModels, take: TakeShot): Promise<void> {
  await screen.pick("folder", makeLarge(models));
  await screen.installations.getByRole("button", { name: /^Pause/u }).click();
  await take(screen.page, "models-paused");
  await screen.installations.getByRole("button", { name: /^Resume/u }).click();
  await screen.installations.getByText(/Copying/u).waitFor();
  await take(screen.page, "models-installing");
  await screen.installations.getByRole("button", { name: /^Cancel/u }).click();
}

async function refused(screen: ModelsScreen, models: TestModels, take: TakeShot): Promise<void> {
  const { page } = screen;
  const path = join(models.root, "archive.gguf");
  writeFileSync(path, "PK\u0003\u0004 and so on, long enough to be looked at");
  await screen.pick("file", path);
  await page.getByText("This is a zip archive, not a model.", { exact: true }).waitFor();
  await take(page, "models-refused");
  await page.getByRole("button", { name: "Take off the list" }).first().click();
}

async function installedAndSpeaking(screen: ModelsScreen, models: TestModels, take: TakeShot): Promise<void> {
  const { page } = screen;
  await screen.pick("folder", models.slow);
  const use = screen.model("slow").getByRole("button", { name: "Use this model" });
  await use.waitFor();
  await page.getByRole("button", { name: "Take off the list" }).click();
  await take(page, "models-installed");
  await use.click();
  await page.getByText(/^Starting slow/u).waitFor(LOADED);
  await take(page, "models-loading");
  await screen.trial.waitFor(LOADED);
  await take(page, "models-ready");
  await screen.trial.getByRole("button", { name: "Ask it" }).click();
  await screen.trial.getByText(/first word after/u).waitFor(LOADED);
  await take(page, "models-trying");
  await screen.trial.getByRole("button", { name: "Stop" }).click();
  await screen.trial.getByText("You stopped it.", { exact: true }).waitFor();
  await screen.chip.click();
  await page.getByRole("dialog").waitFor();
  await take(page, "models-chip");
  await page.getByRole("dialog").getByRole("button", { name: "Unload" }).click();
  await page.keyboard.press("Escape");
}

async function damagedAndSeveral(screen: ModelsScreen, models: TestModels, take: TakeShot): Promise<void> {
  const { page } = screen;
  await screen.pick("file", models.file);
  await screen.pick("folder", models.folder);
  await screen.model("web-llm-f32").waitFor(LOADED);
  await page.evaluate(spoilFirstPack);
  await page.reload();
  await page
    .getByText("A file of this model is not what was installed.", { exact: true })
    .first()
    .waitFor(LOADED);
  await take(page, "models-damaged");
}

/** A shorter file shows without hashing anything. */
async function spoilFirstPack(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const packs = await root.getDirectoryHandle("packs");
  for await (const pack of packs.values()) {
    if (!(pack instanceof FileSystemDirectoryHandle)) continue;
    const handle = await pack.getFileHandle("params_shard_0.bin").catch(() => undefined);
    if (handle === undefined) continue;
    const writable = await handle.createWritable();
    await writable.write("short");
    await writable.close();
    return;
  }
}

/** The same screen on devices that this machine is not. */
async function deviceStates(context: BrowserContext, take: TakeShot): Promise<void> {
  const page = await context.newPage();
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, "gpu", { get: () => ({ requestAdapter: async () => null }) }),
  );
  await new ModelsScreen(page).open();
  await page.getByText("no graphics adapter answered").waitFor();
  await take(page, "models-no-graphics");
  await page.close();
  const other = await context.newPage();
  await other.addInitScript(offerLargeDevice);
  await new ModelsScreen(other).open();
  await other.getByText("Recommended here").waitFor();
  await other.getByText(/more that fit/u).click();
  await take(other, "models-recommended-large");
  await other.close();
}

function offerLargeDevice(): void {
  const adapter = {
    info: { description: "Large graphics processor", vendor: "", architecture: "", isFallbackAdapter: false },
    features: new Set(["shader-f16"]),
    limits: {
      maxStorageBufferBindingSize: 4 * 1024 ** 3,
      maxBufferSize: 4 * 1024 ** 3,
      maxComputeWorkgroupStorageSize: 65_536,
    },
  };
  Object.defineProperty(Navigator.prototype, "gpu", { get: () => ({ requestAdapter: async () => adapter }) });
  Object.defineProperty(Navigator.prototype, "deviceMemory", { get: () => 32 });
}

const LARGE_SHARD_BYTES = 1024 ** 3;

/** A package that takes a moment to copy: zeros, which cost no room on this machine. */
function makeLarge({ root, folder }: TestModels): string {
  const large = join(root, "Large model");
  cpSync(folder, large, { recursive: true });
  const shard = join(large, "params_shard_0.bin");
  truncateSync(shard, 0);
  truncateSync(shard, LARGE_SHARD_BYTES);
  const list = JSON.parse(readFileSync(join(large, "tensor-cache.json"), "utf8"));
  list.records[0].nbytes = LARGE_SHARD_BYTES;
  list.records[0].md5sum = createHash("md5").update("").digest("hex");
  writeFileSync(join(large, "tensor-cache.json"), JSON.stringify(list));
  return large;
}
