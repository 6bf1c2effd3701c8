/** The workbench as a person sees it: by role and name, never by class. */
import type { Locator, Page } from "@playwright/test";
import { expect } from "../harness.ts";

export const SCREENS = [
  { path: "/cases", title: "Cases" },
  { path: "/cases/none", title: "Case" },
  { path: "/shelf", title: "Models" },
  { path: "/teach", title: "Teach" },
  { path: "/settings", title: "Settings" },
  { path: "/about", title: "About Curbside" },
  { path: "/nowhere", title: "There is no such page." },
] as const;

export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get heading(): Locator {
    return this.page.getByRole("heading", { level: 1 });
  }

  get sealChip(): Locator {
    return this.page
      .getByRole("banner")
      .getByRole("button", { name: /^(Sealed|Guarded|Unplugged|Not sealed)/u });
  }

  get palette(): Locator {
    return this.page.getByRole("dialog", { name: "Commands" });
  }

  get notices(): Locator {
    return this.page.getByRole("alert");
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.heading.waitFor();
  }

  async goTo(place: string): Promise<void> {
    await this.page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: place, exact: true })
      .click();
  }

  async openPalette(): Promise<void> {
    await this.page.keyboard.press("Control+k");
    await expect(this.palette.getByRole("combobox")).toBeFocused();
  }

  /** Offline use is ready: the worker holds the whole build and is in charge. */
  async waitUntilKept(): Promise<void> {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  }
}
