/** The vault's settings: encrypted like everything else, because a profile's name is a person's. */
import { isBetween, isFiniteNumber, isListOf, isMaybe, isShape, isText } from "../../contracts/guards.ts";
import type { BackupAdvice, VaultSettings } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import { invariant } from "../../shared/assert.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { sealJson, unsealJson } from "../cases/sealed-json.ts";
import { toVaultError } from "../rows/vault-error-of.ts";
import { listCases } from "./cases.ts";
import { alone, requireOpen, requireWritable, type CoreState } from "./core-state.ts";
import { isProfile } from "./profiles.ts";

type Answer<Value> = Promise<Result<Value, VaultError>>;

const SETTINGS_KEY = { group: "settings", seq: 0 } as const;
/** HIPAA 164.312(a)(2)(iii) asks for automatic logoff without naming a time; the bounds are ours. */
const LEAST_IDLE_MINUTES = 1;
const MOST_IDLE_MINUTES = 15;
const DEFAULTS: VaultSettings = {
  idleMinutes: 5,
  profiles: [],
  activeProfile: undefined,
  lastBackupAt: undefined,
};
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

const isSettings = isShape<VaultSettings>({
  idleMinutes: isBetween(LEAST_IDLE_MINUTES, MOST_IDLE_MINUTES),
  profiles: isListOf(isProfile),
  activeProfile: isMaybe(isText),
  lastBackupAt: isMaybe(isFiniteNumber),
});

/** The settings, or what they are before anybody changed them. */
export async function readSettings(core: CoreState): Answer<VaultSettings> {
  const open = requireOpen(core);
  if (!open.ok) return open;
  const row = await open.value.rows.read("settings", SETTINGS_KEY);
  if (!row.ok) return err(toVaultError(row.error));
  if (row.value === undefined) return ok(DEFAULTS);
  const json = await unsealJson(open.value.key, "settings", row.value);
  // JSON leaves out what is undefined.
  const settings: unknown = typeof json === "object" && json !== null ? { ...DEFAULTS, ...json } : undefined;
  return isSettings(settings) ? ok(settings) : err({ type: "vault-damaged", part: "settings" });
}

/** Changes some of the settings; damaged ones are begun anew. */
export function changeSettings(core: CoreState, change: Partial<VaultSettings>): Answer<VaultSettings> {
  return alone(core, "settings", async () => {
    const open = requireWritable(core);
    if (!open.ok) return open;
    const { rows, key } = open.value;
    const before = await readSettings(core);
    if (!before.ok && before.error.type !== "vault-damaged") return before;
    const settings = { ...(before.ok ? before.value : DEFAULTS), ...change };
    invariant(isSettings(settings), "settings within their bounds");
    const row = await sealJson(key, "settings", SETTINGS_KEY, settings);
    const written = await rows.write([{ type: "put", store: "settings", row }], "strict");
    return written.ok ? ok(settings) : err(toVaultError(written.error));
  });
}

/** Whether work lies on this device alone. */
export async function readBackupAdvice(core: CoreState): Answer<BackupAdvice> {
  const [settings, cases, isPersistent] = [
    await readSettings(core),
    await listCases(core),
    await core.isPersistent(),
  ];
  if (!cases.ok) return cases;
  const lastBackupAt = settings.ok ? settings.value.lastBackupAt : undefined;
  const unsaved = cases.value.filter(({ changedAt }) => changedAt > (lastBackupAt ?? -Infinity));
  if (unsaved.length === 0 || core.open?.isTemporary === true) return ok({ type: "none" });
  if (!isPersistent) return ok({ type: "due", because: "not-persistent" });
  const since = lastBackupAt ?? Math.min(...unsaved.map(({ createdAt }) => createdAt));
  const age = core.now() - since;
  // A clock that was moved back must not put the reminder off for ever.
  if (age >= 0 && age < WEEK_MS) return ok({ type: "none" });
  return ok({ type: "due", because: lastBackupAt === undefined ? "never" : "week-old" });
}
