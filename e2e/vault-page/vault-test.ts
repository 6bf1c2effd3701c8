/** Browser tests of the vault: a page with the app's own vault and worker, and nothing else. */
import { test as base } from "../harness.ts";
import { serveVaultPage, type VaultPageServer } from "./serve-vault-page.ts";

export { expect } from "../harness.ts";

export const test = base.extend<
  { readonly openVaultPage: (path?: string) => Promise<void> },
  { readonly server: VaultPageServer }
>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures wanted from here.
    async ({}, use) => {
      const server = await serveVaultPage();
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  openVaultPage: async ({ page, server }, use) => {
    await use(async (path = "") => void (await page.goto(server.url + path)));
  },
});
