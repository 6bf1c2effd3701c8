/** The ways in: creating a vault, opening it, and changing what opens it. */
import type { VaultError } from "../../contracts/vault-error.ts";
import { LEAST_PASSPHRASE } from "../../contracts/vault.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { drawBytes, type Bytes } from "../bytes.ts";
import {
  closeKey,
  createHeader,
  drawVaultKey,
  isOutgrown,
  unwrapWith,
  withoutSlot,
  withPasskey,
  withPassphrase,
  withRecoveryCode,
  type Secret,
} from "../keys/key-slots.ts";
import { isStrongPassphrase } from "../keys/passphrase-rule.ts";
import { writeRecoveryCode } from "../keys/recovery-code.ts";
import type { VaultHeader } from "../keys/vault-header.ts";
import { createMemoryDatabase, openMemoryRows } from "../rows/memory-rows.ts";
import { toVaultError } from "../rows/vault-error-of.ts";
import { alone, connect, findHeader, holdVault, toHeaderRow, type CoreState } from "./core-state.ts";

type Answer<Value> = Promise<Result<Value, VaultError>>;

/** What the page may know of a vault that is locked. */
export type Look = {
  readonly isThere: boolean;
  /** What a security device is to be asked, if one was ever added. */
  readonly passkey: { readonly credential: string; readonly question: string } | undefined;
};

export type Entered = { readonly isReadOnly: boolean; readonly isPbkdf2: boolean };

const RECOVERY_BYTES = 16;
const WEAK: VaultError = { type: "vault-weak-passphrase", least: LEAST_PASSPHRASE };

/** Whether there is a vault, and how it could be opened besides by passphrase. */
export async function look(core: CoreState): Answer<Look> {
  if (core.locks === undefined) return err({ type: "vault-unavailable", why: "no-locks" });
  const header = await findHeader(core);
  if (!header.ok) return header;
  const slot = header.value?.slots.find(({ type }) => type === "passkey");
  const passkey =
    slot?.type === "passkey" ? { credential: slot.credential, question: slot.question } : undefined;
  return ok({ isThere: header.value !== undefined, passkey });
}

/** A new vault; the recovery code is given out here and kept nowhere. */
export async function create(
  core: CoreState,
  passphrase: string,
): Answer<Entered & { readonly recoveryCode: string }> {
  if (!isStrongPassphrase(passphrase)) return err(WEAK);
  const rows = await connect(core);
  if (!rows.ok) return rows;
  const held = await holdVault(core);
  if (!held.ok) return held;
  const [key, code] = [await drawVaultKey(), drawBytes(RECOVERY_BYTES)];
  const named = await withPassphrase(createHeader(core.now()), key, passphrase, core.keys);
  const header = await withRecoveryCode(named, key, code);
  const written = await rows.value.write(
    [{ type: "add", store: "keys", row: toHeaderRow(header) }],
    "strict",
  );
  if (!written.ok) {
    return err(written.error.type === "row-taken" ? { type: "vault-exists" } : toVaultError(written.error));
  }
  core.open = { rows: rows.value, key: await closeKey(key), isTemporary: false };
  const isPbkdf2 = isGuardedByPbkdf2(header);
  return ok({ isReadOnly: false, isPbkdf2, recoveryCode: writeRecoveryCode(code) });
}

/** Opens the vault that is here. */
export async function unlock(core: CoreState, secret: Secret): Answer<Entered> {
  const header = await findHeader(core);
  if (!header.ok) return header;
  if (header.value === undefined) return err({ type: "vault-absent" });
  const held = await holdVault(core);
  if (!held.ok) return held;
  const entered = await enter(core, header.value, secret);
  if (entered.ok && secret.type === "passphrase") await strengthen(core, header.value, secret);
  return entered;
}

/** A workspace in memory: the same core over rows that are gone with this worker. */
export async function startTemporary(core: CoreState): Answer<undefined> {
  const held = await holdVault(core);
  if (!held.ok) return held;
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  core.open = { rows: openMemoryRows(createMemoryDatabase()), key, isTemporary: true };
  return ok(undefined);
}

/** Another passphrase in the place of the one before. */
export async function changePassphrase(core: CoreState, current: Secret, next: string): Answer<undefined> {
  if (!isStrongPassphrase(next)) return err(WEAK);
  return changeHeader(core, current, (header, key) => withPassphrase(header, key, next, core.keys));
}

/** Another recovery code; the one before opens nothing any more. */
export async function renewRecoveryCode(
  core: CoreState,
  current: Secret,
): Answer<{ readonly recoveryCode: string }> {
  const code = drawBytes(RECOVERY_BYTES);
  const changed = await changeHeader(core, current, (header, key) => withRecoveryCode(header, key, code));
  return changed.ok ? ok({ recoveryCode: writeRecoveryCode(code) }) : changed;
}

/** A security device as a further way in. */
export function addPasskey(
  core: CoreState,
  current: Secret,
  passkey: { readonly credential: string; readonly question: string; readonly output: Bytes },
): Answer<undefined> {
  return changeHeader(core, current, (header, key) => withPasskey(header, key, passkey));
}

/** No security device opens it any more. */
export function removePasskey(core: CoreState): Answer<undefined> {
  return alone(core, "keys", async () => {
    const header = await findHeader(core);
    if (!header.ok) return header;
    if (header.value === undefined) return err({ type: "vault-absent" });
    return writeHeader(core, withoutSlot(header.value, "passkey"));
  });
}

async function enter(core: CoreState, header: VaultHeader, secret: Secret): Answer<Entered> {
  const rows = await connect(core);
  if (!rows.ok) return rows;
  const key = await unwrapWith(header, secret, core.keys, false);
  if (key === undefined) return err({ type: "vault-wrong-secret" });
  core.open = { rows: rows.value, key, isTemporary: false };
  return ok({ isReadOnly: rows.value.isReadOnly, isPbkdf2: isGuardedByPbkdf2(header) });
}

function isGuardedByPbkdf2(header: VaultHeader): boolean {
  return header.slots.some((slot) => slot.type === "passphrase" && slot.derivation.type === "pbkdf2-sha256");
}

function changeHeader(
  core: CoreState,
  current: Secret,
  change: (header: VaultHeader, key: CryptoKey) => Promise<VaultHeader>,
): Answer<undefined> {
  return alone(core, "keys", () => changeHeaderAlone(core, current, change));
}

async function changeHeaderAlone(
  core: CoreState,
  current: Secret,
  change: (header: VaultHeader, key: CryptoKey) => Promise<VaultHeader>,
): Answer<undefined> {
  const header = await findHeader(core);
  if (!header.ok) return header;
  if (header.value === undefined) return err({ type: "vault-absent" });
  // Exportable for this moment only: nothing else can wrap it anew.
  const key = await unwrapWith(header.value, current, core.keys, true);
  if (key === undefined) return err({ type: "vault-wrong-secret" });
  return writeHeader(core, await change(header.value, key));
}

async function writeHeader(core: CoreState, header: VaultHeader): Answer<undefined> {
  const rows = await connect(core);
  if (!rows.ok) return rows;
  const written = await rows.value.write(
    [{ type: "put", store: "keys", row: toHeaderRow(header) }],
    "strict",
  );
  return written.ok ? written : err(toVaultError(written.error));
}

/** A vault made where less was possible, or by an older release, is guarded as this one would; failing that, as before. */
async function strengthen(
  core: CoreState,
  header: VaultHeader,
  secret: Extract<Secret, { readonly type: "passphrase" }>,
): Promise<void> {
  if (!isOutgrown(header, core.keys.preferred) || core.rows?.isReadOnly === true) return;
  await changeHeader(core, secret, async (from, key) => {
    const next = await withPassphrase(from, key, secret.text, core.keys);
    return isGuardedByPbkdf2(next) ? from : next;
  });
}
