/** The vault as a person meets it: setting up, opening, locking, and one case to work on. */
import type { Locator, Page } from "@playwright/test";

export const PASSPHRASE = "correct horse battery staple";
/** Words that stand for a patient's: they must be nowhere but on an open case's screen. */
export const CANARY = "Zyxwoodpecker";
export const CASE_TITLE = `Case of ${CANARY}`;
export const CASE_TEXT = `${CANARY} has chest pain since this morning. Heart rate 112/min.\n\nNo fever.`;

/** From the next page on the vault's own worker is refused a database, as in a private window. */
export async function refuseDatabase(page: Page): Promise<void> {
  const refusal = `Object.defineProperty(IDBFactory.prototype, "open", {
    value: () => { throw new DOMException("refused", "SecurityError"); },
  });`;
  await page.route(/\/vault\.worker[^/]*\.js$/u, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${refusal}\n${await response.text()}` });
  });
}

export class VaultScreens {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get passphrase(): Locator {
    return this.page.getByLabel("Passphrase", { exact: true });
  }

  get lockButton(): Locator {
    return this.page.getByRole("button", { name: "Lock the vault" });
  }

  get locked(): Locator {
    return this.page.getByRole("heading", { name: "The vault is locked" });
  }

  get caseText(): Locator {
    return this.page.getByRole("textbox", { name: "Case text" });
  }

  get sentences(): Locator {
    return this.page.getByRole("region", { name: "Case text" }).getByRole("listitem");
  }

  /** From the first visit to an open, empty vault; gives the recovery code. */
  async setUp(passphrase = PASSPHRASE): Promise<string> {
    await this.page.goto("/cases");
    await this.page.getByRole("button", { name: "Set up the vault" }).click();
    await this.passphrase.fill(passphrase);
    await this.page.getByLabel("The same passphrase again", { exact: true }).fill(passphrase);
    await this.page.getByRole("button", { name: "Make the vault" }).click();
    const code = await this.keepCode();
    await this.page.getByRole("heading", { level: 1, name: "Cases" }).waitFor();
    return code;
  }

  /** Reads the code that is shown and types its two groups back. */
  async keepCode(): Promise<string> {
    await this.page.getByRole("heading", { name: "Your recovery code" }).waitFor();
    const code = await this.readCode();
    for (const { field, group } of await this.groupFields(code)) await field.fill(group);
    await this.page.getByRole("button", { name: "Done" }).click();
    return code;
  }

  async readCode(): Promise<string> {
    const groups = await this.page.locator("[data-recovery-code] li > span:last-child").allTextContents();
    return groups.join("-");
  }

  async groupFields(code: string): Promise<readonly { readonly field: Locator; readonly group: string }[]> {
    const fields: { readonly field: Locator; readonly group: string }[] = [];
    for (const [index, group] of code.split("-").entries()) {
      const field = this.page.getByLabel(`Group ${index + 1}`, { exact: true });
      if ((await field.count()) > 0) fields.push({ field, group });
    }
    return fields;
  }

  async unlock(passphrase = PASSPHRASE): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.page.getByRole("button", { name: "Unlock" }).click();
    await this.locked.waitFor({ state: "hidden" });
  }

  /** Ends on the screen of the case. */
  async writeCase(title = CASE_TITLE, text = CASE_TEXT): Promise<void> {
    await this.page.getByRole("button", { name: /^(Start a case|New case)$/u }).click();
    await this.page.getByRole("textbox", { name: "Title" }).fill(title);
    await this.caseText.fill(text);
    await this.page.getByRole("button", { name: "Create the case" }).click();
    await this.page.getByRole("heading", { level: 1, name: title }).waitFor();
    await this.page.getByText(/^(Saved|In memory only)$/u).waitFor();
  }

  /** Ends when the vault has acknowledged it. */
  async correctText(text: string): Promise<void> {
    await this.page.getByRole("button", { name: "Correct the text" }).click();
    await this.caseText.fill(text);
    await this.page.getByRole("button", { name: "Save", exact: true }).click();
    await this.page.getByRole("button", { name: "Correct the text" }).waitFor();
  }

  /** Makes a backup in the settings and puts the file where the test says. */
  async backUp(path: string): Promise<void> {
    const coming = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: "Make a backup" }).click();
    const download = await coming;
    await download.saveAs(path);
  }

  /** As far as the dry run, or what is wrong with the file. */
  async lookInto(path: string, secret = PASSPHRASE): Promise<void> {
    await this.page.getByLabel("Backup file").setInputFiles(path);
    await this.page.getByLabel("Passphrase or recovery code of the backup", { exact: true }).fill(secret);
    await this.page.getByRole("button", { name: "Look what is in it" }).click();
  }

  async wipe(): Promise<void> {
    await this.page.getByRole("button", { name: "Remove everything" }).click();
    await this.page.getByLabel("Type “remove” to confirm").fill("remove");
    await this.page.getByRole("alertdialog").getByRole("button", { name: "Remove everything" }).click();
    await this.page.getByText("Cases, settings and keys are gone").waitFor();
  }
}
