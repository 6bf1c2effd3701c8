import { describe, expect, it } from "vitest";
import { createFaults, openWithFaults } from "./testing/faulty-rows.ts";
import {
  makeCase,
  must,
  openNew,
  openUnlocked,
  PASSPHRASE,
  readEvents,
  sampleCase,
  SECRET,
} from "./testing/drive.ts";
import { createTestDevice, reach } from "./testing/test-device.ts";
import { createMemoryDatabase, openMemoryRows } from "./rows/memory-rows.ts";
import { createSteadyOpener } from "./rows/steady-rows.ts";

const failure = (type: string) => ({ ok: false, error: { type } });

describe("a secret that does not open the vault", () => {
  it.each([
    { type: "passphrase", text: "four words that nobody said" },
    { type: "passphrase", text: "" },
    { type: "recovery-code", text: "0000-0000-0000-0000-0000-0000-0000" },
    { type: "recovery-code", text: "no code at all" },
  ] as const)(
    "$type $text says no more than that it is wrong, and the right one still opens",
    async (wrong) => {
      const device = createTestDevice();
      const { vault, code } = await openNew(device);
      await makeCase(vault, "one", 20);
      await vault.lock("asked");
      expect(await vault.unlock(wrong)).toEqual(failure("vault-wrong-secret"));
      expect(vault.readState()).toMatchObject({ type: "locked" });
      must(await vault.unlock({ type: "recovery-code", text: code.toLowerCase().replaceAll("-", " ") }));
      expect(await readEvents(vault, "one")).toEqual(sampleCase("one", 20));
    },
  );

  it("a forgotten passphrase is replaced by the recovery code, and the old one opens nothing", async () => {
    const { vault, code } = await openNew(createTestDevice());
    const next = "another five words to remember";
    must(await vault.changePassphrase({ type: "recovery-code", text: code }, next));
    await vault.lock("asked");
    expect(await vault.unlock(SECRET)).toEqual(failure("vault-wrong-secret"));
    must(await vault.unlock({ type: "passphrase", text: next }));
  });

  it("without code and passphrase the vault can be wiped and begun anew", async () => {
    const device = createTestDevice();
    const { vault } = await openNew(device);
    await makeCase(vault, "one", 5);
    await vault.lock("asked");
    expect(await vault.unlock({ type: "passphrase", text: "forgotten long ago" })).toEqual(
      failure("vault-wrong-secret"),
    );
    expect(must(await vault.wipe({ withModels: false }))).toEqual({ isEmpty: true, left: [] });
    expect(vault.readState()).toEqual({ type: "absent" });
    expect([...device.database.values()].every((groups) => groups.size === 0)).toBe(true);
    must(await vault.create(PASSPHRASE));
    expect(must(await vault.listCases())).toEqual([]);
  });

  it("a renewed recovery code replaces the old one", async () => {
    const { vault, code } = await openNew(createTestDevice());
    const { recoveryCode } = must(await vault.renewRecoveryCode(SECRET));
    await vault.lock("asked");
    expect(await vault.unlock({ type: "recovery-code", text: code })).toEqual(failure("vault-wrong-secret"));
    must(await vault.unlock({ type: "recovery-code", text: recoveryCode }));
  });

  it.each(["too short", "aaaaaaaaaaaaaaaaaaaaaaaa", "abcabcabcabcabcabcabc"])("refuses %s", async (weak) => {
    const { vault } = createTestDevice().openTab();
    await reach(vault, "absent");
    expect(await vault.create(weak)).toEqual({
      ok: false,
      error: { type: "vault-weak-passphrase", least: 15 },
    });
    expect(vault.readState()).toEqual({ type: "absent" });
  });
});

describe("a database that does not behave", () => {
  it.each(["vault-open-failed", "vault-blocked-by-tabs", "vault-outdated-page"] as const)(
    "says %s, and a temporary workspace still works",
    async (type) => {
      const { vault } = createTestDevice().openTab({
        openRows: async () => ({ ok: false, error: { type } }),
      });
      expect(await reach(vault, "unusable")).toEqual({ type: "unusable", error: { type } });
      must(await vault.startTemporary());
      await makeCase(vault, "one", 10);
      expect(await readEvents(vault, "one")).toEqual(sampleCase("one", 10));
    },
  );

  it("refuses to work where there are no locks", async () => {
    const { vault } = createTestDevice().openTab({ hasLocks: false });
    expect(await reach(vault, "unusable")).toMatchObject({
      error: { type: "vault-unavailable", why: "no-locks" },
    });
  });

  it("a private window without a database offers a temporary workspace, which is never written", async () => {
    const device = createTestDevice();
    const error = { type: "vault-unavailable", why: "no-database" } as const;
    const { vault } = device.openTab({ openRows: async () => ({ ok: false, error }) });
    await reach(vault, "unusable");
    must(await vault.startTemporary());
    const opened = await makeCase(vault, "one", 3);
    must(await opened.append(sampleCase("one", 9), "strict"));
    expect(await vault.makeBackup(() => undefined)).toEqual({ ok: false, error });
    await vault.lock("asked");
    expect(opened.events).toEqual([]);
    expect([...device.database.values()].every((groups) => groups.size === 0)).toBe(true);
  });

  it.each([0.01, 0.5, 0.99])(
    "with room for %d of a write, none of it is written and what was there stays",
    async (share) => {
      const device = createTestDevice();
      const faults = createFaults();
      const openRows = openWithFaults(openMemoryRows(device.database), faults);
      const { vault } = await openNew(device, { openRows });
      const opened = await makeCase(vault, "one", 10);
      const more = sampleCase("one", 200).slice(10);
      const bytes = JSON.stringify(more).length;
      faults.roomBytes = bytes * share;
      expect(await opened.append(more, "strict")).toEqual(failure("vault-no-room"));
      expect(await readEvents(vault, "one")).toEqual(sampleCase("one", 10));
      faults.roomBytes = undefined;
      must(await opened.append(more, "strict"));
      expect(await readEvents(vault, "one")).toEqual(sampleCase("one", 200));
    },
  );

  it.each(["vault-write-failed", "vault-connection-lost"] as const)(
    "a write that ends in %s can be asked again",
    async (type) => {
      const device = createTestDevice();
      const faults = createFaults();
      const { vault } = await openNew(device, {
        openRows: openWithFaults(openMemoryRows(device.database), faults),
      });
      const opened = await makeCase(vault, "one", 4);
      faults.fail = { type };
      expect(await opened.append(sampleCase("one", 8), "relaxed")).toEqual(failure(type));
      must(await opened.append(sampleCase("one", 8), "relaxed"));
      expect(await readEvents(vault, "one")).toEqual(sampleCase("one", 8));
    },
  );

  it("a lost connection is opened again once, without anybody noticing", async () => {
    const device = createTestDevice();
    const faults = createFaults();
    let connections = 0;
    const openRows = createSteadyOpener((news) => {
      connections += 1;
      return openWithFaults(openMemoryRows(device.database), faults)(news);
    });
    const { vault } = await openNew(device, { openRows });
    const opened = await makeCase(vault, "one", 4);
    faults.fail = { type: "vault-connection-lost" };
    must(await opened.append(sampleCase("one", 8), "strict"));
    expect(connections).toBe(2);
    expect(await readEvents(vault, "one")).toEqual(sampleCase("one", 8));
  });

  it("a database that stays away is told, not tried for ever", async () => {
    const faults = createFaults();
    const device = createTestDevice();
    const rows = openMemoryRows(device.database);
    const openRows = createSteadyOpener(
      openWithFaults(
        { ...rows, read: async () => ({ ok: false, error: { type: "vault-connection-lost" } }) },
        faults,
      ),
    );
    const { vault } = device.openTab({ openRows });
    expect(await reach(vault, "unusable")).toEqual({
      type: "unusable",
      error: { type: "vault-connection-lost" },
    });
    expect(faults.calls).toBeLessThan(5);
  });

  it("everything evicted between two visits is an absent vault, not an error", async () => {
    const device = createTestDevice();
    const { vault, kill } = await openNew(device);
    await makeCase(vault, "one", 4);
    kill();
    const after = createTestDevice(createMemoryDatabase());
    const { vault: later } = after.openTab();
    expect(await reach(later, "absent")).toEqual({ type: "absent" });
    must(await later.create(PASSPHRASE));
  });

  it("a clock that was moved back loses nothing and puts nothing off for ever", async () => {
    const device = createTestDevice();
    const { vault } = await openNew(device);
    const opened = await makeCase(vault, "one", 10);
    must(await vault.makeBackup(() => undefined));
    device.clock.now -= 400 * 24 * 60 * 60 * 1000;
    must(
      await opened.append(
        sampleCase("one", 20).map((event) => ({ ...event, time: 1e12 })),
        "strict",
      ),
    );
    expect((await readEvents(vault, "one")).length).toBe(20);
    must(
      await opened.append(
        sampleCase("one", 21).map((event) => ({ ...event, time: 9e12 })),
        "strict",
      ),
    );
    expect(must(await vault.readBackupAdvice())).toEqual({ type: "due", because: "week-old" });
    expect(must(await vault.changeCase("one", { isBinned: true })).binnedAt).toBe(device.clock.now);
  });
});

/** A case of so many rows, closed by a kill. */
async function prepare(rows: number) {
  const device = createTestDevice();
  const { vault, kill } = await openNew(device);
  const opened = await makeCase(vault, "one", 2);
  for (let at = 3; at <= rows + 1; at += 1) must(await opened.append(sampleCase("one", at), "strict"));
  kill();
  return device;
}

describe("rows that were changed or lost on the disk", () => {
  it.each([1, 4, 10])(
    "cuts a record at a spoilt row %i, keeps what was before and puts aside what was after",
    async (bad) => {
      const device = await prepare(10);
      const group = device.database.get("events")?.get("one");
      const row = group?.get(bad);
      const data = row?.["data"];
      if (!(data instanceof Uint8Array)) throw new Error("no row");
      data[data.length - 1]! ^= 1;
      const { vault } = await openUnlocked(device);
      device.clock.now += 1000;
      const opened = must(await vault.openCase("one"));
      const kept = bad === 1 ? 0 : bad;
      expect(opened.events).toEqual(sampleCase("one", 20).slice(0, kept));
      expect(opened.repair).toEqual({ foundAt: device.clock.now, lostRows: 11 - bad, keptEvents: kept });
      expect(device.database.get("aside")?.get("one")?.size).toBe(11 - bad);
      must(await opened.append(sampleCase("one", 20), "strict"));
      await opened.close();
      const again = must(await vault.openCase("one"));
      expect(new Set(again.events.map(({ id }) => id)).size).toBe(20);
      expect(again.repair).toEqual(opened.repair);
    },
  );

  it("tells when rows at the end are simply gone", async () => {
    const device = await prepare(10);
    for (const seq of [8, 9, 10]) device.database.get("events")?.get("one")?.delete(seq);
    const { vault } = await openUnlocked(device);
    const opened = must(await vault.openCase("one"));
    expect(opened.repair).toMatchObject({ lostRows: 3, keptEvents: 8 });
    must(await opened.append(sampleCase("one", 30), "strict"));
    expect((await readEvents(vault, "one")).length).toBe(30);
  });

  it("a tab that only follows changes nothing", async () => {
    const device = await prepare(10);
    const writer = await openUnlocked(device);
    const open = must(await writer.vault.openCase("one"));
    expect(open.readRole()).toBe("writer");
    const row = device.database.get("events")?.get("one")?.get(5)?.["data"];
    if (!(row instanceof Uint8Array)) throw new Error("no row");
    row[50]! ^= 1;
    const follower = await openUnlocked(device);
    const followed = must(await follower.vault.openCase("one"));
    expect(followed.readRole()).toBe("follower");
    expect(followed.repair).toMatchObject({ lostRows: 6 });
    expect(device.database.get("events")?.get("one")?.size).toBe(10);
  });

  it.each(["snapshots missing", "snapshots spoilt", "snapshots of another case"])(
    "opens whole with %s",
    async (how) => {
      const device = createTestDevice();
      const { vault } = await openNew(device);
      for (const id of ["one", "two"]) {
        const opened = await makeCase(vault, id, 2);
        for (let at = 3; at <= 150; at += 1) must(await opened.append(sampleCase(id, at), "relaxed"));
        await opened.close();
      }
      const snapshots = device.database.get("snapshots");
      expect(snapshots?.get("one")?.size).toBeGreaterThan(0);
      if (how === "snapshots missing") snapshots?.clear();
      for (const row of snapshots?.get("one")?.values() ?? []) {
        const data = row["data"];
        if (how === "snapshots spoilt" && data instanceof Uint8Array) data[40]! ^= 1;
      }
      const others = snapshots?.get("two");
      if (how === "snapshots of another case" && others !== undefined) {
        snapshots?.set("one", new Map(Array.from(others, ([seq, row]) => [seq, { ...row, group: "one" }])));
      }
      const opened = must(await vault.openCase("one"));
      expect(opened.events).toEqual(sampleCase("one", 150));
      expect(opened.repair).toBeUndefined();
    },
  );

  it("a snapshot saves what the rows beneath it have lost", async () => {
    const device = createTestDevice();
    const { vault } = await openNew(device);
    const opened = await makeCase(vault, "one", 2);
    for (let at = 3; at <= 100; at += 1) must(await opened.append(sampleCase("one", at), "relaxed"));
    await opened.close();
    device.database.get("events")?.get("one")?.delete(5);
    expect(await readEvents(vault, "one")).toEqual(sampleCase("one", 100));
  });

  it("makes a list row that cannot be read again from the record", async () => {
    const device = await prepare(3);
    for (const row of device.database.get("cases")?.get("one")?.values() ?? []) {
      const data = row["data"];
      if (data instanceof Uint8Array) data[20]! ^= 1;
    }
    const { vault } = await openUnlocked(device);
    expect(must(await vault.listCases())).toMatchObject([{ id: "one", title: "Sample", events: 4 }]);
  });

  it("says that settings or keys are damaged, and never removes anything", async () => {
    const device = await prepare(3);
    const first = await openUnlocked(device);
    must(await first.vault.changeSettings({ idleMinutes: 9 }));
    const data = device.database.get("settings")?.get("settings")?.get(0)?.["data"];
    if (!(data instanceof Uint8Array)) throw new Error("no settings");
    data[20]! ^= 1;
    expect(await first.vault.readSettings()).toEqual({
      ok: false,
      error: { type: "vault-damaged", part: "settings" },
    });
    must(await first.vault.changeSettings({ idleMinutes: 7 }));
    expect(must(await first.vault.readSettings()).idleMinutes).toBe(7);
    first.kill();
    device.database.get("keys")?.get("vault")?.set(0, { group: "vault", seq: 0, header: "{}" });
    const { vault } = device.openTab();
    expect(await reach(vault, "unusable")).toMatchObject({ error: { type: "vault-damaged", part: "keys" } });
    expect(device.database.get("events")?.get("one")?.size).toBe(3);
  });
});
