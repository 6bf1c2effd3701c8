import { describe, expect, it } from "vitest";
import type { VaultSecret } from "../contracts/vault.ts";
import { compareEvents } from "../domain/record/merge.ts";
import type { Bytes } from "./bytes.ts";
import { makeCase, must, openNew, openUnlocked, readEvents, sampleCase, SECRET } from "./testing/drive.ts";
import { createTestDevice, reach } from "./testing/test-device.ts";

const failure = (type: string) => ({ ok: false, error: { type } });

/** A device with two cases, and the backup of it. */
async function prepare() {
  const device = createTestDevice();
  const tab = await openNew(device);
  const { vault } = tab;
  await makeCase(vault, "one", 30);
  await makeCase(vault, "two", 5);
  must(await vault.changeCase("two", { title: "A title", isArchived: true }));
  must(await vault.changeSettings({ profiles: [{ id: "p1", name: "A reader", kind: "educator" }] }));
  const progress: string[] = [];
  const file = must(await vault.makeBackup((done, total) => progress.push(`${done}/${total}`)));
  return { device, ...tab, file, progress };
}

async function planOn(file: Blob, secret: VaultSecret = SECRET) {
  const { vault } = createTestDevice().openTab();
  await reach(vault, "absent");
  return { vault, plan: await vault.planRestore(file, secret) };
}

describe("a backup", () => {
  it("says what is in it, shows how far it is, and holds no readable word", async () => {
    const { file, progress, vault, device } = await prepare();
    expect(file).toMatchObject({ name: "curbside-2026-01-05.curbside-backup", cases: 2, events: 35 });
    expect(progress).toEqual(["0/2", "1/2", "2/2"]);
    const text = new TextDecoder("latin1").decode(await file.blob.arrayBuffer());
    expect(text.startsWith("CURBSIDE-BACKUP\n")).toBe(true);
    for (const word of ["Sample", "sample", "A title", "A reader", "case-create"])
      expect(text).not.toContain(word);
    expect(must(await vault.readSettings()).lastBackupAt).toBe(device.clock.now);
  });

  it("makes a vault on an empty device that the same secrets open, with everything in it", async () => {
    const { file, code } = await prepare();
    const { vault, plan } = await planOn(file.blob, { type: "recovery-code", text: code });
    expect(must(plan)).toMatchObject({
      isOfThisVault: false,
      cases: [
        { id: "one", title: "Sample", events: 30, newEvents: 30, isHere: false },
        { id: "two", title: "A title", events: 5, newEvents: 5, isHere: false },
      ],
    });
    expect(vault.readState()).toEqual({ type: "absent" });
    expect(must(await vault.restore(must(plan).id))).toEqual({ events: 35, cases: 2 });
    expect(vault.readState()).toEqual({ type: "open", isReadOnly: false, hasPasskey: false });
    expect(await readEvents(vault, "one")).toEqual(sampleCase("one", 30));
    expect(must(await vault.listCases())).toContainEqual(
      expect.objectContaining({ id: "two", title: "A title", isArchived: true, events: 5 }),
    );
    expect(must(await vault.readSettings()).profiles).toHaveLength(1);
    await vault.lock("asked");
    must(await vault.unlock(SECRET));
  });

  it("adds what is missing to a vault that went on, twice as well as once, and overwrites nothing", async () => {
    const { file, vault } = await prepare();
    const opened = must(await vault.openCase("one"));
    must(await opened.append(sampleCase("one", 40).slice(35), "strict"));
    must(await vault.changeCase("one", { title: "Renamed since" }));
    must(await vault.destroyCase("two"));
    for (const events of [5, 0]) {
      const plan = must(await vault.planRestore(file.blob, SECRET));
      expect(plan.isOfThisVault).toBe(true);
      expect(must(await vault.restore(plan.id))).toEqual({ events, cases: events > 0 ? 1 : 0 });
    }
    const all = [...sampleCase("one", 30), ...sampleCase("one", 40).slice(35)];
    expect((await readEvents(vault, "one")).toSorted(compareEvents)).toEqual(all);
    expect(
      must(await vault.listCases())
        .map(({ title }) => title)
        .toSorted(),
    ).toEqual(["A title", "Renamed since"]);
  });

  it("of another vault is opened by that vault's secret and kept under this one's key", async () => {
    const { file } = await prepare();
    const device = createTestDevice();
    const { vault } = device.openTab();
    await reach(vault, "absent");
    const own = "a wholly different passphrase";
    must(await vault.create(own));
    await makeCase(vault, "one", 3);
    expect(await vault.planRestore(file.blob, { type: "passphrase", text: own })).toEqual(
      failure("vault-wrong-secret"),
    );
    const plan = must(await vault.planRestore(file.blob, SECRET));
    expect(plan.isOfThisVault).toBe(false);
    expect(must(await vault.restore(plan.id))).toEqual({ events: 32, cases: 2 });
    await vault.lock("asked");
    must(await vault.unlock({ type: "passphrase", text: own }));
    expect(await readEvents(vault, "one")).toEqual(sampleCase("one", 30));
  });

  it("of this vault opens with the passphrase of today, too", async () => {
    const { file, vault } = await prepare();
    const next = "another five words to remember";
    must(await vault.changePassphrase(SECRET, next));
    for (const secret of [{ type: "passphrase", text: next }, SECRET] as const) {
      expect(must(await vault.planRestore(file.blob, secret)).cases).toHaveLength(2);
    }
  });

  it("is not planned while the vault is locked, and a plan that is not there is not carried out", async () => {
    const { file, vault } = await prepare();
    await vault.lock("asked");
    expect(await vault.planRestore(file.blob, SECRET)).toEqual(failure("vault-locked"));
    expect(await vault.restore("no such plan")).toEqual(failure("backup-not-a-backup"));
  });

  it("of a temporary workspace is refused: nothing could open it", async () => {
    const { vault } = createTestDevice().openTab();
    await reach(vault, "absent");
    must(await vault.startTemporary());
    expect(await vault.makeBackup(() => undefined)).toEqual(failure("vault-absent"));
  });
});

describe("a file that is not a whole backup", () => {
  it("cut off anywhere is told as cut off, or as no backup where nothing is left, and nothing is written", async () => {
    const { file } = await prepare();
    const { size } = file.blob;
    for (const cut of [1, 15, 16, 20, 22, 100, 500, Math.floor(size / 2), size - 100, size - 1]) {
      const { plan, vault } = await planOn(file.blob.slice(0, cut));
      expect(plan, `cut at ${cut} of ${size}`).toEqual(failure("backup-truncated"));
      expect(vault.readState()).toEqual({ type: "absent" });
    }
    expect((await planOn(new Blob([]))).plan).toEqual(failure("backup-not-a-backup"));
  });

  it.each([
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ["a text", "Dear colleague"],
    ["zeros", new Uint8Array(100_000)],
  ])("%s is no backup", async (_name, content) => {
    expect((await planOn(new Blob([content]))).plan).toEqual(failure("backup-not-a-backup"));
  });

  it("with any bit changed is refused as a whole", async () => {
    const { file } = await prepare();
    const bytes = new Uint8Array(await file.blob.arrayBuffer());
    const types = new Set<string>();
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
      const changed = Uint8Array.from(bytes);
      changed[at]! ^= 1 << (at % 8);
      const { plan, vault } = await planOn(new Blob([changed]));
      expect(plan.ok, `byte ${at}`).toBe(false);
      types.add(plan.ok ? "" : plan.error.type);
      expect(vault.readState()).toEqual({ type: "absent" });
    }
    expect(types).toContain("backup-damaged");
  });

  it("with frames left out, doubled or put in another order is refused", async () => {
    const { file } = await prepare();
    const { lead, frames } = await takeApart(file.blob);
    const orders = [[0, 2], [1, 0, 2], [0, 0, 1, 2], [2], [0, 1], [0, 1, 2, 2]];
    for (const order of orders) {
      const { plan } = await planOn(new Blob([lead, ...order.map((at) => frames[at]!)]));
      expect(plan.ok, order.join(" ")).toBe(false);
    }
    must((await planOn(new Blob([lead, ...frames]))).plan);
  });

  it("of a newer version is told with that version", async () => {
    const { file } = await prepare();
    const bytes = new Uint8Array(await file.blob.arrayBuffer());
    bytes[17] = 7;
    expect((await planOn(new Blob([bytes]))).plan).toEqual({
      ok: false,
      error: { type: "backup-newer", version: 7 },
    });
  });

  it("of more than two gigabytes is refused before it is read", async () => {
    const { file } = await prepare();
    const lead = await file.blob.slice(0, 64).arrayBuffer();
    // Nobody has to hold it in memory to say how large it is.
    const large = new Blob([lead]);
    Object.defineProperty(large, "size", { value: 2_100_000_000 });
    const { vault } = createTestDevice().openTab();
    await reach(vault, "absent");
    const { readLead } = await import("./backup/read-container.ts");
    expect(await readLead(large)).toEqual({
      ok: false,
      error: { type: "backup-too-large", bytes: 2_100_000_000, most: 2_000_000_000 },
    });
  });

  it("whose frame claims to be larger than the file, or than any frame may be, is refused without reading it", async () => {
    const { file } = await prepare();
    const { lead, frames } = await takeApart(file.blob);
    for (const [length, type] of [
      [60_000_000, "backup-truncated"],
      [4_000_000_000, "backup-damaged"],
    ] as const) {
      const head = new DataView(new ArrayBuffer(5));
      head.setUint8(0, 1);
      head.setUint32(1, length);
      expect((await planOn(new Blob([lead, head.buffer, frames[0]!]))).plan).toEqual(failure(type));
    }
  });

  it("opened with a wrong secret says no more than that", async () => {
    const { file } = await prepare();
    expect((await planOn(file.blob, { type: "passphrase", text: "not the right passphrase" })).plan).toEqual(
      failure("vault-wrong-secret"),
    );
  });
});

async function takeApart(file: Blob): Promise<{ readonly lead: Bytes; readonly frames: readonly Bytes[] }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const numbers = new DataView(bytes.buffer);
  let at = 22 + numbers.getUint32(18);
  const lead = bytes.slice(0, at);
  const frames: Bytes[] = [];
  while (at < bytes.length) {
    const end = at + 5 + numbers.getUint32(at + 1);
    frames.push(bytes.slice(at, end));
    at = end;
  }
  return { lead, frames };
}

describe("the advice to back up", () => {
  const DAY = 24 * 60 * 60 * 1000;

  it("comes after a week of work, at once where the browser keeps nothing for sure, and not for nothing", async () => {
    const device = createTestDevice();
    const { vault } = await openNew(device);
    const advice = async () => must(await vault.readBackupAdvice());
    expect(await advice()).toEqual({ type: "none" });
    const at = device.clock.now;
    must(await vault.createCase(sampleCase("one", 2).map((event) => ({ ...event, time: at }))));
    const opened = must(await vault.openCase("one"));
    expect(await advice()).toEqual({ type: "none" });
    const fleeting = await openUnlocked(device, { isPersistent: false });
    expect(must(await fleeting.vault.readBackupAdvice())).toEqual({ type: "due", because: "not-persistent" });
    device.clock.now += 8 * DAY;
    expect(await advice()).toEqual({ type: "due", because: "never" });
    must(await vault.makeBackup(() => undefined));
    device.clock.now += 20 * DAY;
    expect(await advice()).toEqual({ type: "none" });
    must(
      await opened.append(
        sampleCase("one", 3).map((event) => ({ ...event, time: device.clock.now })),
        "strict",
      ),
    );
    expect(await advice()).toEqual({ type: "due", because: "week-old" });
  });
});
