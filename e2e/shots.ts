/**
 * `npm run shots`: a picture of every screen and its main states, in two sizes and two themes, for a person to look
 * at. Writes PNG files into `shots/` and a line for each.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { startServer } from "../tools/serve.mjs";
import { createProfile, openProfile } from "./harness.ts";
import { writeTestModels } from "./page-models/models-screen.ts";
import { SCREENS, Workbench } from "./page-models/workbench.ts";
import { takeCaseShots } from "./shots-case.ts";
import { takeModelShots } from "./shots-models.ts";
import { VAULT_SHOTS } from "./vault-shots.ts";

const SIZES = [
  { name: "desktop", viewport: { width: 1440, height: 900 } },
  { name: "phone", viewport: { width: 390, height: 844 } },
] as const;

type Shot = { readonly name: string; readonly path: string; readonly act?: (page: Page) => Promise<void> };

const SHOTS: readonly Shot[] = [
  ...SCREENS.map(({ path, title }) => ({ name: title.toLowerCase().replaceAll(/[^a-z]+/gu, "-"), path })),
  { name: "model-page", path: "/models" },
  { name: "seal", path: "/", act: (page) => new Workbench(page).sealChip.click() },
  { name: "commands", path: "/", act: (page) => new Workbench(page).openPalette() },
  { name: "keyboard-help", path: "/", act: (page) => page.keyboard.press("Control+/") },
  ...VAULT_SHOTS,
  {
    name: "high-contrast",
    path: "/settings",
    act: (page) => page.getByRole("radio", { name: "High contrast" }).check(),
  },
];

const folder = "shots";
mkdirSync(folder, { recursive: true });
const server = await startServer({ folder: "dist" });
for (const { name: size, viewport } of SIZES) {
  for (const colorScheme of ["light", "dark"] as const) {
    const profile = createProfile();
    const context = await openProfile(profile.folder, { baseURL: server.url, viewport, colorScheme });
    const page = await context.newPage();
    for (const shot of SHOTS) {
      await page.goto(shot.path);
      await new Workbench(page).heading.waitFor();
      await shot.act?.(page);
      await page.waitForTimeout(400);
      const file = join(folder, `${shot.name}-${size}-${colorScheme}.png`);
      await page.screenshot({ path: file });
      process.stdout.write(`${file}\n`);
    }
    const models = writeTestModels();
    await takeModelShots(context, models, async (shown, name) => {
      const file = join(folder, `${name}-${size}-${colorScheme}.png`);
      await shown.waitForTimeout(250);
      await shown.screenshot({ path: file, fullPage: true });
      process.stdout.write(`${file}\n`);
    });
    models.remove();
    await takeCaseShots(page, async (name) => {
      const file = join(folder, `${name}-${size}-${colorScheme}.png`);
      await page.waitForTimeout(800);
      await page.screenshot({ path: file });
      process.stdout.write(`${file}\n`);
    });
    await context.close();
    profile.remove();
  }
}
await server.close();
