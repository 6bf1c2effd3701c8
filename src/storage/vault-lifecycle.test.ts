import { describe, expect, it } from "vitest";
import { createSampleRecord } from "../domain/record/sample-record.ts";
import { createTestDevice, reach } from "./testing/test-device.ts";

const PASSPHRASE = "four words that nobody says";
const record = createSampleRecord(40);

describe("a vault", () => {
  it("is created, written, locked and opened again with everything in it", async () => {
    const { vault } = createTestDevice().openTab();
    await reach(vault, "absent");
    const created = await vault.create(PASSPHRASE);
    expect(created.ok).toBe(true);
    expect(vault.readState()).toEqual({ type: "open", isReadOnly: false, hasPasskey: false });
    const made = await vault.createCase(record.slice(0, 2));
    expect(made).toMatchObject({ ok: true, value: { id: "sample", title: "Sample", events: 2 } });
    const opened = await vault.openCase("sample");
    if (!opened.ok) throw new Error(opened.error.type);
    expect(opened.value.readRole()).toBe("writer");
    expect(opened.value.events).toEqual(record.slice(0, 2));
    expect(await opened.value.append(record.slice(2, 20), "relaxed")).toEqual({ ok: true, value: undefined });
    expect(await opened.value.append(record.slice(10), "strict")).toEqual({ ok: true, value: undefined });
    await vault.lock("asked");
    expect(vault.readState()).toEqual({ type: "locked", because: "asked", hasPasskey: false });
    expect(opened.value.events).toEqual([]);
    expect(await vault.openCase("sample")).toEqual({ ok: false, error: { type: "vault-locked" } });
    expect(await vault.unlock({ type: "passphrase", text: "not the one that was set" })).toEqual({
      ok: false,
      error: { type: "vault-wrong-secret" },
    });
    expect(await vault.unlock({ type: "passphrase", text: PASSPHRASE })).toEqual({
      ok: true,
      value: undefined,
    });
    const again = await vault.openCase("sample");
    if (!again.ok) throw new Error(again.error.type);
    expect(again.value.events).toEqual(record);
    expect(again.value.repair).toBeUndefined();
  });
});
