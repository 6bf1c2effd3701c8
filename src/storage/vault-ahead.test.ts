import { describe, expect, it } from "vitest";
import { EVENT_VERSION, type RecordEvent } from "../domain/record/events.ts";
import { GENESIS, writeEventRow } from "./cases/event-rows.ts";
import { loadCase } from "./cases/load-case.ts";
import { writeSnapshot } from "./cases/snapshots.ts";
import { createMemoryDatabase, openMemoryRows } from "./rows/memory-rows.ts";
import { makeCase, must, openNew, openUnlocked, sampleCase } from "./testing/drive.ts";
import { createTestDevice, type TestDevice } from "./testing/test-device.ts";

const SNAPSHOT = 80;
const ALL = 90;

/** A case whose first events are in a snapshot, and whose last ones are not. */
async function prepareDevice(): Promise<TestDevice> {
  const device = createTestDevice();
  const { vault, kill } = await openNew(device);
  const first = await makeCase(vault, "one", 2);
  for (let at = 3; at <= SNAPSHOT; at += 1) must(await first.append(sampleCase("one", at), "relaxed"));
  await first.close();
  const second = must(await vault.openCase("one"));
  must(await second.append(sampleCase("one", ALL), "strict"));
  await second.close();
  kill();
  return device;
}

describe("what is heard of a record ahead", () => {
  it("is what the answer begins with, as the very same objects", async () => {
    const { vault } = await openUnlocked(await prepareDevice());
    const heard: (readonly RecordEvent[])[] = [];
    const opened = must(await vault.openCase("one", (events) => heard.push(events)));
    expect(heard).toEqual([sampleCase("one", SNAPSHOT)]);
    expect(opened.events).toEqual(sampleCase("one", ALL));
    expect(heard[0]?.every((event, at) => event === opened.events[at])).toBe(true);
  });

  it("is nothing where nothing was copied, or the copies do not open", async () => {
    const device = await prepareDevice();
    for (const row of device.database.get("snapshots")?.get("one")?.values() ?? []) {
      const data = row["data"];
      if (data instanceof Uint8Array) data[40]! ^= 1;
    }
    const { vault } = await openUnlocked(device);
    const heard: (readonly RecordEvent[])[] = [];
    expect(must(await vault.openCase("one", (events) => heard.push(events))).events).toHaveLength(ALL);
    expect(heard).toEqual([]);
  });

  it("counts for nothing once the rows turn out to be another record than their copy", async () => {
    const { rows, key, heads } = await keep(sampleCase("one", 6));
    // As if it had been written for a record that was put back since.
    const head = { seq: 3, hash: new Uint8Array(32).fill(7) };
    await keepSnapshot(rows, key, 0, head, sampleCase("one", 2));
    const { loaded } = await load(rows, key);
    expect(loaded).toMatchObject({ ahead: 0, head: heads[6] });
    expect(loaded.events).toEqual(sampleCase("one", 6));
  });

  const [first, second] = sampleCase("one", 2);
  const odd: readonly (readonly [string, readonly unknown[], readonly unknown[], boolean])[] = [
    ["of a later release", [first, { ...second, version: EVENT_VERSION + 1 }], [first], true],
    ["of no type that is known", [first, { ...second, type: "none-of-ours" }], [first], true],
    ["with more in it than is known", [first, { ...second, more: "text" }], [first, second], false],
    ["of another case", [first, { ...second, caseId: "two" }], [first], false],
    ["twice", [first, second, first], [first, second], false],
  ];
  it.each(odd)("counts for nothing with an event %s", async (_name, written, read, isNewer) => {
    const { rows, key, heads } = await keep(sampleCase("one", 2));
    // oxlint-disable-next-line no-unsafe-type-assertion -- what this release would never write is what is tested
    await keepSnapshot(rows, key, 0, heads[2]!, written as readonly RecordEvent[]);
    const { loaded, heard } = await load(rows, key);
    expect(heard.map((text): unknown => JSON.parse(text))).toEqual([written]);
    expect(loaded).toMatchObject({ events: read, ahead: 0, isNewer });
  });
});

type Rows = ReturnType<typeof openMemoryRows>;

/** A record of one row an event, and the head of the chain after each. */
async function keep(events: readonly RecordEvent[]) {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const rows = openMemoryRows(createMemoryDatabase());
  const heads = [GENESIS];
  for (const event of events) {
    const { row, head } = await writeEventRow(key, "one", heads.at(-1) ?? GENESIS, [event]);
    await rows.write([{ type: "add", store: "events", row }], "strict");
    heads.push(head);
  }
  return { rows, key, heads };
}

async function keepSnapshot(
  rows: Rows,
  key: CryptoKey,
  from: number,
  head: typeof GENESIS,
  events: readonly RecordEvent[],
): Promise<void> {
  const row = await writeSnapshot(key, "one", from, head, { events, bytes: 0 });
  await rows.write([{ type: "put", store: "snapshots", row }], "strict");
}

async function load(rows: Rows, key: CryptoKey) {
  const heard: string[] = [];
  const onAhead = (texts: readonly string[]): void => void heard.push(...texts);
  return { loaded: must(await loadCase(rows, key, "one", { ready: Promise.resolve(), onAhead })), heard };
}
