/** The states of the vault, in the order in which a person meets them: each begins on what the one before left. */
import type { Page } from "@playwright/test";
import { PASSPHRASE, VaultScreens, refuseDatabase } from "./page-models/vault.ts";
import { Workbench } from "./page-models/workbench.ts";

type VaultShot = {
  readonly name: string;
  readonly path: string;
  readonly act?: (page: Page) => Promise<void>;
};

const NOTE =
  "54-year-old woman with pleuritic chest pain since this morning. She returned from a nine-hour flight two days ago. Heart rate 112/min, SpO2 91 % on air.\n\nNo haemoptysis. D-dimer 1.8 mg/L.";
const TITLE = "Chest pain after a flight";

async function unlock(page: Page): Promise<void> {
  await new VaultScreens(page).unlock();
}

async function openCase(page: Page): Promise<void> {
  await unlock(page);
  await page.getByRole("link", { name: TITLE }).click();
  await page.getByText("Saved", { exact: true }).waitFor();
}

/** To be taken with a profile of its own, on which nothing is kept yet. */
export const VAULT_SHOTS: readonly VaultShot[] = [
  {
    name: "vault-temporary",
    path: "/cases",
    act: async (page) => {
      await page.getByRole("button", { name: "Start a temporary workspace" }).click();
      await new VaultScreens(page).writeCase(TITLE, NOTE);
    },
  },
  {
    name: "vault-passphrase",
    path: "/cases",
    act: async (page) => {
      await page.getByRole("button", { name: "Set up the vault" }).click();
      await new VaultScreens(page).passphrase.fill("too short");
      await page.getByRole("button", { name: "Make the vault" }).click();
    },
  },
  {
    name: "vault-code",
    path: "/cases",
    act: async (page) => {
      await page.getByRole("button", { name: "Set up the vault" }).click();
      await new VaultScreens(page).passphrase.fill(PASSPHRASE);
      await page.getByLabel("The same passphrase again", { exact: true }).fill(PASSPHRASE);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Your recovery code" }).waitFor();
    },
  },
  { name: "vault-locked", path: "/cases" },
  {
    name: "vault-wrong",
    path: "/cases",
    act: async (page) => {
      await new VaultScreens(page).passphrase.fill("wrong wrong wrong");
      await page.keyboard.press("Enter");
      await page.getByText("That does not open it.").waitFor();
      await page.getByText("Forgot the passphrase?").click();
    },
  },
  { name: "cases-empty", path: "/cases", act: unlock },
  {
    name: "case",
    path: "/cases",
    act: async (page) => {
      await unlock(page);
      await new VaultScreens(page).writeCase(TITLE, NOTE);
    },
  },
  {
    name: "case-correct",
    path: "/cases",
    act: async (page) => {
      await openCase(page);
      await page.getByRole("button", { name: "Correct the text" }).click();
      await page.getByRole("textbox", { name: "Case text" }).fill(NOTE.replace("two days", "three days"));
    },
  },
  {
    name: "cases-list",
    path: "/cases",
    act: async (page) => {
      await unlock(page);
      await page.getByRole("button", { name: `Actions: ${TITLE}` }).click();
    },
  },
  {
    name: "vault-settings",
    path: "/cases",
    act: async (page) => {
      await unlock(page);
      await new Workbench(page).goTo("Settings");
      await page.getByRole("heading", { name: "Ways in" }).waitFor();
    },
  },
  {
    name: "vault-remove",
    path: "/settings",
    act: (page) => page.getByRole("button", { name: "Remove everything" }).click(),
  },
  {
    name: "vault-locking-soon",
    path: "/cases",
    act: async (page) => {
      await page.clock.install();
      await page.reload();
      await unlock(page);
      await page.clock.runFor("04:40");
      await page.getByRole("button", { name: "Stay unlocked" }).waitFor();
    },
  },
  {
    name: "vault-unusable",
    path: "/about",
    act: async (page) => {
      // A kept file would be answered without being asked for.
      await page.evaluate(async () => {
        for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
      });
      await refuseDatabase(page);
      await page.goto("/cases");
    },
  },
];
