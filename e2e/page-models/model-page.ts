/** The model page as a person sees it. */
import type { Locator, Page } from "@playwright/test";

export class ModelPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get vault(): Locator {
    return this.page.locator("#vault");
  }

  get advice(): Locator {
    return this.page.locator("#advice");
  }

  get installed(): Locator {
    return this.page.getByRole("region", { name: "Installed in this browser" });
  }

  /** The card of a download. */
  job(name: string): Locator {
    return this.page
      .getByRole("region", { name: "Downloads" })
      .getByRole("listitem")
      .filter({ hasText: name });
  }

  /** The card of a model to choose from. */
  entry(name: string): Locator {
    return this.page
      .getByRole("region", { name: "Models to choose from" })
      .getByRole("listitem")
      .filter({ has: this.page.getByRole("heading", { name, exact: true }) });
  }

  press(words: string): Promise<void> {
    return this.page.getByRole("button", { name: words }).click();
  }

  async open(url: string): Promise<void> {
    await this.page.goto(`${url}/models`);
    await this.entry("Tiny test model").waitFor();
  }

  /** Bytes of all incoming and installed model files on the disk of this browser. */
  readBytesOnDisk(): Promise<number> {
    return this.page.evaluate(async () => {
      const sizeOf = async (folder: FileSystemDirectoryHandle): Promise<number> => {
        let sum = 0;
        for await (const entry of folder.values()) {
          if (entry.kind === "directory") sum += await sizeOf(entry);
          else if (entry.name !== "pack.json") sum += (await entry.getFile()).size;
        }
        return sum;
      };
      const root = await navigator.storage.getDirectory();
      try {
        return await sizeOf(await root.getDirectoryHandle("packs"));
      } catch {
        return 0;
      }
    });
  }
}
