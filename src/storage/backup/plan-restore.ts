/** The dry run of a restore: reads and checks all of the file and says what it would bring. Writes nothing. */
import type { RestorePlan } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { drawBytes, toHex } from "../bytes.ts";
import { loadCase } from "../cases/load-case.ts";
import { findHeader, type CoreState } from "../core/core-state.ts";
import type { Look } from "../core/entering.ts";
import { unwrapWith, type Secret } from "../keys/key-slots.ts";
import type { VaultHeader } from "../keys/vault-header.ts";
import { toVaultError } from "../rows/vault-error-of.ts";
import type { Manifest } from "./manifest.ts";
import { readBackup, type BackupSource } from "./read-backup.ts";
import { readLead, type BackupLead } from "./read-container.ts";

/** A plan that can be carried out: the file is read again, so nothing of it waits in memory. */
export type RestoreWork = BackupSource & { readonly manifest: Manifest };

type Answer<Value> = Promise<Result<Value, VaultError>>;

/** How a backup could be opened besides by passphrase. */
export async function lookAtBackup(file: Blob): Answer<Look> {
  const lead = await readLead(file);
  if (!lead.ok) return lead;
  const slot = lead.value.header.slots.find(({ type }) => type === "passkey");
  const passkey =
    slot?.type === "passkey" ? { credential: slot.credential, question: slot.question } : undefined;
  return ok({ isThere: true, passkey });
}

/** What the backup would add to what is here. */
export async function planRestore(core: CoreState, file: Blob, secret: Secret): Answer<RestorePlan> {
  const lead = await readLead(file);
  if (!lead.ok) return lead;
  const header = await findHeader(core);
  if (!header.ok) return header;
  if (header.value !== undefined && core.open === undefined) return err({ type: "vault-locked" });
  const key = await openBackup(core, lead.value, header.value, secret);
  if (key === undefined) return err({ type: "vault-wrong-secret" });
  const source: BackupSource = { file, lead: lead.value, key };
  const missing = new Map<string, { readonly newEvents: number; readonly isHere: boolean }>();
  const read = await readBackup(source, async (caseId, events) => {
    const here = await readIds(core, caseId);
    if (!here.ok) return here;
    const newEvents = events.filter(({ id }) => !here.value.has(id)).length;
    missing.set(caseId, { newEvents, isHere: here.value.size > 0 });
    return ok(undefined);
  });
  if (!read.ok) return read;
  const id = toHex(drawBytes(8));
  core.plans.set(id, { ...source, manifest: read.value });
  return ok({
    id,
    madeAt: read.value.madeAt,
    isOfThisVault: header.value?.vaultId === lead.value.header.vaultId,
    cases: read.value.cases.map((item) => ({
      id: item.id,
      title: item.title,
      events: item.events,
      ...(missing.get(item.id) ?? { newEvents: 0, isHere: false }),
    })),
  });
}

/** By what opened the vault when the backup was made, or, for a backup of this vault, by what opens it now. */
async function openBackup(
  { keys }: CoreState,
  { header }: BackupLead,
  here: VaultHeader | undefined,
  secret: Secret,
): Promise<CryptoKey | undefined> {
  const key = await unwrapWith(header, secret, keys, false);
  if (key !== undefined || here?.vaultId !== header.vaultId) return key;
  return unwrapWith(here, secret, keys, false);
}

async function readIds(core: CoreState, caseId: string): Answer<ReadonlySet<string>> {
  if (core.open === undefined) return ok(new Set());
  const loaded = await loadCase(core.open.rows, core.open.key, caseId);
  return loaded.ok ? ok(new Set(loaded.value.events.map(({ id }) => id))) : err(toVaultError(loaded.error));
}
