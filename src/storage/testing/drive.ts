/** What tests of the vault do again and again. */
import type { OpenCase, Vault, VaultSecret } from "../../contracts/vault.ts";
import type { RecordEvent } from "../../domain/record/events.ts";
import { createSampleRecord } from "../../domain/record/sample-record.ts";
import { invariant } from "../../shared/assert.ts";
import type { Result } from "../../shared/result.ts";
import { reach, type TabParts, type TestDevice, type TestTab } from "./test-device.ts";

export const PASSPHRASE = "four words that nobody says";
export const SECRET: VaultSecret = { type: "passphrase", text: PASSPHRASE };

/** The value, where a test relies on success. */
export function must<Value>(result: Result<Value, { readonly type: string }>): Value {
  invariant(result.ok, result.ok ? "" : `it worked, but ${result.error.type}`);
  return result.value;
}

/** The sample record under another case's id, with ids of its own. */
export function sampleCase(caseId: string, count: number): readonly RecordEvent[] {
  return createSampleRecord(count).map((event) => ({ ...event, caseId, id: `${caseId}-${event.id}` }));
}

/** A tab with a vault that was just created. */
export async function openNew(
  device: TestDevice,
  parts: TabParts = {},
): Promise<TestTab & { readonly code: string }> {
  const tab = device.openTab(parts);
  await reach(tab.vault, "absent");
  const { recoveryCode } = must(await tab.vault.create(PASSPHRASE));
  return { ...tab, code: recoveryCode };
}

/** A tab with the vault of this device unlocked. */
export async function openUnlocked(device: TestDevice, parts: TabParts = {}): Promise<TestTab> {
  const tab = device.openTab(parts);
  await reach(tab.vault, "locked");
  must(await tab.vault.unlock(SECRET));
  return tab;
}

/** A case with these events, open. */
export async function makeCase(vault: Vault, caseId: string, count: number): Promise<OpenCase> {
  must(await vault.createCase(sampleCase(caseId, count)));
  return must(await vault.openCase(caseId));
}

/** The events of a case as a tab reads them now. */
export async function readEvents(vault: Vault, caseId: string): Promise<readonly RecordEvent[]> {
  const opened = must(await vault.openCase(caseId));
  const { events } = opened;
  await opened.close();
  return events;
}
