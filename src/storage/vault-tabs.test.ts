import { describe, expect, it } from "vitest";
import type { CaseNews, OpenCase } from "../contracts/vault.ts";
import { openMemoryRows } from "./rows/memory-rows.ts";
import { makeCase, must, openNew, openUnlocked, readEvents, sampleCase, SECRET } from "./testing/drive.ts";
import { createTestDevice, reach, type TestDevice } from "./testing/test-device.ts";

const failure = (type: string) => ({ ok: false, error: { type } });

/** Waits until something holds; what never does fails by the test's own limit. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

function collect(opened: OpenCase): CaseNews[] {
  const news: CaseNews[] = [];
  opened.subscribe((item) => news.push(item));
  return news;
}

async function openTwo(device: TestDevice = createTestDevice()) {
  const first = await openNew(device);
  const writer = await makeCase(first.vault, "one", 5);
  const second = await openUnlocked(device);
  const follower = must(await second.vault.openCase("one"));
  return { device, first, second, writer, follower };
}

describe("two tabs with one case", () => {
  it("one writes, the other follows live and is refused to write", async () => {
    const { writer, follower } = await openTwo();
    expect([writer.readRole(), follower.readRole()]).toEqual(["writer", "follower"]);
    const news = collect(follower);
    expect(await follower.append(sampleCase("one", 9), "strict")).toEqual(failure("vault-not-the-writer"));
    must(await writer.append(sampleCase("one", 9), "relaxed"));
    await until(() => news.length > 0);
    expect(news).toEqual([{ type: "events", events: sampleCase("one", 9).slice(5) }]);
  });

  it("a second reader in a tab keeps no news from the first", async () => {
    const device = createTestDevice();
    const { vault } = await openNew(device);
    const first = await makeCase(vault, "one", 5);
    const news = collect(first);
    // The same database without a channel to this tab: as if its message were still on the way.
    const other = await openUnlocked(createTestDevice(device.database));
    const elsewhere = must(await other.vault.openCase("one"));
    must(await elsewhere.append(sampleCase("one", 8), "strict"));
    const second = must(await vault.openCase("one"));
    expect(second.events).toEqual(sampleCase("one", 8));
    expect(news).toEqual([{ type: "events", events: sampleCase("one", 8).slice(5) }]);
  });

  it("two readers that open at once share one writer's place", async () => {
    const device = createTestDevice();
    const { vault } = await openNew(device);
    must(await vault.createCase(sampleCase("one", 3)));
    const [left, right] = (await Promise.all([vault.openCase("one"), vault.openCase("one")])).map(must);
    expect([left?.readRole(), right?.readRole()]).toEqual(["writer", "writer"]);
    const news = collect(right!);
    must(await left!.append(sampleCase("one", 5), "strict"));
    await until(() => news.length > 0);
    expect(news).toEqual([{ type: "events", events: sampleCase("one", 5).slice(3) }]);
    await Promise.all([left!.close(), right!.close()]);
    expect(device.locks.countHolders("curbside-case:one")).toBe(0);
  });

  it("the follower takes over, and the one that wrote follows", async () => {
    const { device, writer, follower } = await openTwo();
    const [toWriter, toFollower] = [collect(writer), collect(follower)];
    const late = writer.append(sampleCase("one", 12), "strict");
    must(await follower.takeOver());
    must(await late);
    expect(follower.readRole()).toBe("writer");
    // The page that wrote hears of it a moment later.
    await until(() => writer.readRole() === "follower");
    expect(device.locks.countHolders("curbside-case:one")).toBe(1);
    must(await follower.append(sampleCase("one", 20), "strict"));
    await until(() => toWriter.some(({ type }) => type === "events"));
    expect(toWriter).toEqual([
      { type: "role", role: "follower" },
      { type: "events", events: sampleCase("one", 20).slice(12) },
    ]);
    expect(toFollower).toContainEqual({ type: "role", role: "writer" });
    expect(toFollower).toContainEqual({ type: "events", events: sampleCase("one", 12).slice(5) });
    expect(await writer.append(sampleCase("one", 30), "strict")).toEqual(failure("vault-not-the-writer"));
  });

  it("takes over from a tab that does not answer any more", async () => {
    const device = createTestDevice();
    const first = await openNew(device);
    await makeCase(first.vault, "one", 5);
    // A frozen tab holds its lock and hears nothing.
    const frozen = device.locks.openClient();
    first.kill();
    void frozen.locks.request("curbside-case:one", () => new Promise(() => undefined)).catch(() => undefined);
    const second = await openUnlocked(device);
    const follower = must(await second.vault.openCase("one"));
    expect(follower.readRole()).toBe("follower");
    must(await follower.takeOver());
    expect(device.locks.countHolders("curbside-case:one")).toBe(1);
    must(await follower.append(sampleCase("one", 8), "strict"));
  });

  it("when the writer dies the follower becomes the writer by itself, with everything that was acknowledged", async () => {
    const { first, second, writer, follower } = await openTwo();
    must(await writer.append(sampleCase("one", 30), "relaxed"));
    first.kill();
    await until(() => follower.readRole() === "writer");
    must(await follower.append(sampleCase("one", 35), "strict"));
    expect(await readEvents(second.vault, "one")).toEqual(sampleCase("one", 35));
  });

  it("a write that came late is never written over, nor writes over", async () => {
    const device = createTestDevice();
    const rows = openMemoryRows(device.database);
    let whileWriting: (() => Promise<void>) | undefined;
    const { vault } = await openNew(device, {
      openRows: async () => ({
        ok: true,
        value: {
          ...rows,
          write: async (changes, durability) => {
            const meanwhile = whileWriting;
            whileWriting = undefined;
            await meanwhile?.();
            return rows.write(changes, durability);
          },
        },
      }),
    });
    const opened = await makeCase(vault, "one", 5);
    const news = collect(opened);
    const copy = createTestDevice(device.database);
    const other = await openUnlocked(copy);
    const intruder = must(await other.vault.openCase("one"));
    expect(intruder.readRole()).toBe("writer");
    whileWriting = async () => {
      must(await intruder.append(sampleCase("one", 8), "strict"));
    };
    must(await opened.append(sampleCase("one", 12).slice(6), "strict"));
    expect(news).toContainEqual({ type: "events", events: sampleCase("one", 8).slice(5) });
    expect(new Set((await readEvents(vault, "one")).map(({ id }) => id)).size).toBe(12);
  });

  it("many tabs that take over from each other and die leave the exact union of what was acknowledged", async () => {
    const device = createTestDevice();
    const { vault } = await openNew(device);
    await makeCase(vault, "one", 1);
    const all = sampleCase("one", 400);
    const acknowledged = new Set([all[0]?.id]);
    const refusals = new Set<string>();
    let next = 1;
    const work = async (tabNumber: number): Promise<void> => {
      for (let life = 0; life < 3; life += 1) {
        const tab = await openUnlocked(device);
        const opened = must(await tab.vault.openCase("one"));
        for (let turn = 0; turn < 12; turn += 1) {
          if (opened.readRole() !== "writer" && (turn + tabNumber) % 3 === 0) await opened.takeOver();
          const event = all[next];
          if (event === undefined) break;
          next += 1;
          const result = await opened.append([event], turn % 2 === 0 ? "strict" : "relaxed");
          expect(device.locks.countHolders("curbside-case:one")).toBeLessThanOrEqual(1);
          if (result.ok) acknowledged.add(event.id);
          else refusals.add(result.error.type);
        }
        tab.kill();
      }
    };
    await Promise.all([0, 1, 2, 3].map(work));
    const ids = (await readEvents(vault, "one")).map(({ id }) => id);
    expect(new Set(ids)).toEqual(acknowledged);
    expect(ids.length).toBe(acknowledged.size);
    expect(acknowledged.size).toBeGreaterThan(20);
    expect([...refusals]).toEqual(["vault-not-the-writer"]);
  });
});

describe("tabs of one vault", () => {
  it("locking one locks all, and forgets what was open", async () => {
    const { first, second, writer, follower } = await openTwo();
    const news = collect(follower);
    await first.vault.lock("idle");
    expect(first.vault.readState()).toMatchObject({ type: "locked", because: "idle" });
    expect(await reach(second.vault, "locked")).toMatchObject({ because: "other-tab" });
    expect([writer.events, follower.events]).toEqual([[], []]);
    expect(news).toEqual([{ type: "closed" }]);
    must(await second.vault.unlock(SECRET));
    expect(first.vault.readState()).toMatchObject({ type: "locked" });
  });

  it("a temporary workspace beside it is left alone", async () => {
    const device = createTestDevice();
    const first = await openNew(device);
    const other = device.openTab();
    await reach(other.vault, "locked");
    must(await other.vault.startTemporary());
    await makeCase(other.vault, "scratch", 5);
    expect(must(await first.vault.listCases())).toEqual([]);
    await first.vault.lock("asked");
    expect(other.vault.readState()).toEqual({ type: "temporary" });
    expect((await readEvents(other.vault, "scratch")).length).toBe(5);
    await other.vault.lock("asked");
    expect(await reach(other.vault, "locked")).toMatchObject({ because: "start" });
  });

  it("the list of cases follows, and a destroyed case is closed everywhere", async () => {
    const { first, second, writer, follower } = await openTwo();
    let told = 0;
    second.vault.subscribeCases(() => (told += 1));
    must(await first.vault.changeCase("one", { title: "Another name", isArchived: true }));
    await until(() => told > 0);
    expect(must(await second.vault.listCases())).toMatchObject([
      { title: "Another name", isArchived: true, events: 5 },
    ]);
    const news = collect(writer);
    must(await second.vault.destroyCase("one"));
    await until(() => news.some(({ type }) => type === "closed"));
    expect(must(await first.vault.listCases())).toEqual([]);
    expect(follower.events).toEqual([]);
    expect(await first.vault.openCase("one")).toEqual(failure("vault-case-missing"));
    expect((await writer.append(sampleCase("one", 9), "strict")).ok).toBe(false);
  });

  it("a vault made in one tab is there in all, and cannot be made twice", async () => {
    const device = createTestDevice();
    const [first, second, late] = [device.openTab(), device.openTab(), device.openTab()];
    await Promise.all([first, second, late].map(({ vault }) => reach(vault, "absent")));
    const made = await Promise.all(
      [first, second].map(({ vault }) => vault.create("four words that nobody says")),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    await reach(late.vault, "locked");
    const states = [first, second].map(({ vault }) => vault.readState().type).toSorted();
    expect(states).toEqual(["locked", "open"]);
  });

  it("wiping in one tab is seen in all", async () => {
    const { first, second } = await openTwo();
    must(await first.vault.wipe({ withModels: false }));
    expect(first.vault.readState()).toEqual({ type: "absent" });
    expect(await reach(second.vault, "absent")).toEqual({ type: "absent" });
  });

  it("the model page keeps it shut, and it keeps the model page out", async () => {
    const device = createTestDevice();
    const { vault } = device.openTab();
    await reach(vault, "absent");
    const page = device.locks.openClient();
    void page.locks.request("vault", { mode: "exclusive" }, () => new Promise(() => undefined));
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(await vault.create("four words that nobody says")).toEqual(failure("vault-held-by-model-page"));
    expect(await vault.startTemporary()).toEqual(failure("vault-held-by-model-page"));
    page.end();
    must(await vault.create("four words that nobody says"));
    expect(device.locks.countHolders("vault")).toBe(1);
    await vault.lock("asked");
    expect(device.locks.countHolders("vault")).toBe(0);
  });
});

describe("a worker that dies", () => {
  it("locks the vault with nothing acknowledged lost, and answers what was asked", async () => {
    const device = createTestDevice();
    const { vault, killWorker } = await openNew(device);
    const opened = await makeCase(vault, "one", 5);
    must(await opened.append(sampleCase("one", 9), "relaxed"));
    const asked = opened.append(sampleCase("one", 20), "strict");
    killWorker();
    expect(await asked).toEqual(failure("vault-crashed"));
    expect(await reach(vault, "locked")).toMatchObject({ because: "crash" });
    expect(opened.events).toEqual([]);
    must(await vault.unlock(SECRET));
    const ids = (await readEvents(vault, "one")).map(({ id }) => id);
    expect(ids.slice(0, 9)).toEqual(sampleCase("one", 9).map(({ id }) => id));
  });

  it("in a temporary workspace, takes the workspace with it and says so", async () => {
    const device = createTestDevice();
    const { vault, killWorker } = device.openTab();
    await reach(vault, "absent");
    must(await vault.startTemporary());
    killWorker();
    expect(await reach(vault, "absent")).toEqual({ type: "absent" });
  });
});
