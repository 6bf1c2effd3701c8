/**
 * Finished cases for a browser test, without the minutes it takes to make them by hand: a real vault in this process
 * writes a real backup, and the app restores it as a person would.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, expect } from "@playwright/test";
import { readSentences } from "../src/domain/case-text/sentences.ts";
import { EVENT_VERSION, MAIN_BRANCH, type RecordEvent } from "../src/domain/record/events.ts";
import type { EventPayload } from "../src/domain/record/read-payload.ts";
import { SAMPLE_SETTINGS } from "../src/domain/record/sample-record.ts";
import { PASSPHRASE as SEED_PASSPHRASE, must, openNew } from "../src/storage/testing/drive.ts";
import { createTestDevice } from "../src/storage/testing/test-device.ts";
import { VaultScreens } from "./page-models/vault.ts";

export type SeedCase = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** What happened after the text was written. */
  readonly events: readonly EventPayload[];
};

/** The run of a script that says these statements; events of one run are of one kind of author. */
export function seedRun(
  thinking: string,
  statements: readonly Extract<EventPayload, { readonly type: "statement-close" }>["statement"][],
  lines: readonly string[] = [],
): readonly EventPayload[] {
  const run = "seed-run";
  const settings = { ...SAMPLE_SETTINGS, model: "walk-through" };
  return [
    { type: "run-start", run, branch: MAIN_BRANCH, settings },
    { type: "thinking-append", run, text: thinking },
    ...lines.map((line): EventPayload => {
      return { type: "statement-close", run, line, statement: { type: "unread" }, marks: [] };
    }),
    ...statements.map((statement): EventPayload => {
      return { type: "statement-close", run, line: "", statement, marks: [] };
    }),
    { type: "run-end", run, reason: "finished" },
  ];
}

/** Ends on Cases, in a vault that holds these cases and opens with the passphrase that it returns. */
export async function restoreCases(page: Page, cases: readonly SeedCase[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "curbside-seed-"));
  const file = join(folder, "seed.curbside-backup");
  writeFileSync(file, await writeBackup(cases));
  await page.goto("/settings");
  await new VaultScreens(page).lookInto(file, SEED_PASSPHRASE);
  await page.getByRole("button", { name: /^Add (?:it|them)/u }).click();
  await expect(page.getByText(/events in \d+ cases? were added\./u)).toBeVisible({ timeout: 30_000 });
  rmSync(folder, { recursive: true });
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Cases" }).click();
  return SEED_PASSPHRASE;
}

async function writeBackup(cases: readonly SeedCase[]): Promise<Uint8Array> {
  const { vault } = await openNew(createTestDevice());
  for (const seed of cases) must(await vault.createCase(toEvents(seed)));
  const { blob } = must(await vault.makeBackup(() => undefined));
  return new Uint8Array(await blob.arrayBuffer());
}

function toEvents({ id, title, text, events }: SeedCase): readonly RecordEvent[] {
  const sentences = Array.from(readSentences(text), (sentence) => ({
    id: sentence.id,
    start: sentence.start,
    end: sentence.end,
  }));
  const payloads: readonly EventPayload[] = [
    { type: "case-create", title },
    { type: "text-revise", text, sentences },
    ...events,
  ];
  return payloads.map((payload, index) => ({
    version: EVENT_VERSION,
    id: `${id}-e${index + 1}`,
    order: index + 1,
    time: Date.UTC(2026, 0, 5) + index,
    author: { kind: "clinician", profile: "seed" },
    caseId: id,
    ...payload,
  }));
}
