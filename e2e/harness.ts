/**
 * What every browser test starts from: storage of its own that nothing else has touched, a page on which any console
 * error, page error or stopped connection fails the test, and an accessibility check in the theme under test.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type Page,
  chromium,
  expect,
  test as base,
} from "@playwright/test";
import { findBrowser } from "../tools/find-browser.mjs";

/**
 * Words of console messages that are no fault. The seal check asks the browser to refuse a redirect, and it says so;
 * the sandbox directive is meant as it is, and Chromium warns about it in every top-level page.
 */
const EXPECTED_CONSOLE = [/ERR_UNSAFE_REDIRECT/u, /allow-scripts and allow-same-origin/u];

export type Faults = {
  readonly list: readonly string[];
  /** Lets this test cause messages that contain one of these words on purpose. */
  readonly expect: (...words: readonly RegExp[]) => void;
};

type Fixtures = {
  readonly faults: Faults;
  /** A browser and a profile on the disk for this test alone, as a person has them. Starting one takes a second. */
  readonly hasOwnProfile: boolean;
  /** Further switches for the browser of this test, which is then its own. */
  readonly browserArguments: readonly string[];
};

/** The browser that the tests of one worker share: each has a context of its own in it, and leaves nothing behind. */
type WorkerFixtures = { readonly browser: Browser };

export const test = base.extend<Fixtures, WorkerFixtures>({
  hasOwnProfile: [false, { option: true }],
  browserArguments: [[], { option: true }],
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- the form that Playwright asks for
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: await findBrowser(), args: SWITCHES });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  context: async ({ browser, colorScheme, viewport, hasOwnProfile, browserArguments }, use) => {
    if (hasOwnProfile || browserArguments.length > 0) {
      const profile = createProfile();
      const context = await openProfile(profile.folder, { colorScheme, viewport }, browserArguments);
      await use(context);
      await context.close();
      profile.remove();
    } else {
      const context = await browser.newContext({ baseURL: appUrl(), colorScheme, viewport });
      await use(context);
      await context.close();
    }
  },
  page: async ({ context, faults: _watching }, use) => {
    await use(context.pages()[0] ?? (await context.newPage()));
  },
  faults: async ({ context }, use) => {
    const list: string[] = [];
    const expected = [...EXPECTED_CONSOLE];
    const note = (fault: string) => {
      if (!expected.some((words) => words.test(fault))) list.push(fault);
    };
    watch(context, note);
    await use({ list, expect: (...words) => void expected.push(...words) });
    expect(
      list.filter((fault) => !expected.some((words) => words.test(fault))),
      "console errors and page errors",
    ).toEqual([]);
  },
});

export { expect };

/** The address of the production build that the tests talk to. */
function appUrl(): string {
  return process.env["CURBSIDE_URL"] ?? "";
}

/** An empty profile folder, as on a new computer. */
export function createProfile(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "curbside-profile-"));
  // A browser's helpers may still write while they end.
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 12 }) };
}

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** Opens a real browser on a profile folder, as a person would: nothing is kept in memory only. */
export async function openProfile(
  folder: string,
  options: ContextOptions = {},
  args: readonly string[] = [],
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    baseURL: appUrl(),
    ...options,
    executablePath: await findBrowser(),
    args: [...SWITCHES, ...args],
  });
}

/** WebGPU in software, so that the same adapter answers on every machine. */
const SWITCHES = [
  "--no-sandbox",
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--enable-features=Vulkan",
];

/** Fails on serious and critical findings of axe on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await waitUntilStill(page);
  // In the page itself: otherwise each look opens an empty tab in front of it, and a page behind is drawn no more.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  const severe = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const found = severe.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" | ")}`,
  );
  expect(found, "serious and critical findings of axe").toEqual([]);
}

/** In the dark theme and then in the light one, which stays. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
}

/** Colours cannot be judged while a window fades in. Animations without an end, such as a skeleton's, do not count. */
async function waitUntilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // An entrance begins in the frame after the one that drew its first state.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done));
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    // One that is cut short rejects, and is over as well.
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

function watch(context: BrowserContext, note: (fault: string) => void): void {
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") note(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => note(`page error: ${error.error().message}`));
}
