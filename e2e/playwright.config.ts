import { defineConfig } from "@playwright/test";

/** Browser tests against the production build, and the gallery against a development build (see `servers.ts`). */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./servers.ts",
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  // A test that only passes on a second try is a fault to mend, not to hide.
  retries: 0,
  workers: 2,
  timeout: 180_000,
  // A machine that does much else besides is no fault of the app.
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: { trace: "off" },
});
