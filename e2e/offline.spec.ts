import { type CopiedBuild, copyBuild, releaseNextBuild } from "./copied-build.ts";
import { createProfile, expect, openProfile, test } from "./harness.ts";
import { SCREENS, Workbench } from "./page-models/workbench.ts";

let build: CopiedBuild;
test.beforeEach(async () => {
  build = await copyBuild();
});
test.afterEach(async () => {
  await build.remove();
});

test("after one visit a fresh browser starts with the server stopped, and every screen works", async () => {
  const profile = createProfile();
  const first = await openProfile(profile.folder, { baseURL: build.url });
  const visit = new Workbench(await first.newPage());
  await visit.open("/");
  await visit.waitUntilKept();
  await first.close();
  await build.stop();

  const second = await openProfile(profile.folder, { baseURL: build.url });
  const workbench = new Workbench(await second.newPage());
  for (const { path, title } of SCREENS) {
    await workbench.open(path);
    await expect(workbench.heading).toHaveText(title);
  }
  await workbench.open("/models");
  await expect(workbench.heading).toHaveText("Get models");
  const policy = await workbench.page.evaluate(() =>
    fetch("/").then((response) => response.headers.get("connection-allowlist")),
  );
  expect(policy, "a kept document keeps its policy").toBe("(response-origin)");
  await workbench.open("/");
  await workbench.openPalette();
  await second.close();
  profile.remove();
});

test("an update is offered and waits; accepting it brings the new version", async ({ page }) => {
  const workbench = new Workbench(page);
  await page.goto(`${build.url}/`);
  await workbench.waitUntilKept();
  releaseNextBuild(build.folder);
  await page.reload();
  const offer = page.getByRole("button", { name: "Reload with the new version" });
  await offer.waitFor();

  await workbench.goTo("About");
  await expect(workbench.heading).toHaveText("About Curbside");
  await page.reload();
  await expect(workbench.heading, "still the version that was opened").toHaveText("About Curbside");

  await offer.click();
  await expect(workbench.heading).toHaveText("About the next Curbside");
});

test("a page of the old version goes on working after another tab took the new one", async ({
  page,
  context,
}) => {
  const workbench = new Workbench(page);
  await page.goto(`${build.url}/`);
  await workbench.waitUntilKept();
  releaseNextBuild(build.folder);
  const other = await context.newPage();
  await other.goto(`${build.url}/`);
  await other.getByRole("button", { name: "Reload with the new version" }).click();
  await expect(page.getByText("Curbside was updated in another tab.")).toBeVisible();
  await workbench.goTo("About");
  await expect(workbench.heading, "a lazily loaded part of the old version").toHaveText("About Curbside");
});

test.describe("in a profile of one's own", () => {
  // Nothing can be installed from a window that forgets.
  test.use({ hasOwnProfile: true });

  test("the browser finds nothing that keeps the app from being installed", async ({ page, context }) => {
    const workbench = new Workbench(page);
    await page.goto(`${build.url}/`);
    await workbench.waitUntilKept();
    const devTools = await context.newCDPSession(page);
    const { installabilityErrors } = await devTools.send("Page.getInstallabilityErrors");
    expect(installabilityErrors).toEqual([]);
  });
});
