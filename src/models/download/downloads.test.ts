import { assert, asyncProperty, nat } from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { InstallJob } from "../../contracts/model-shelf.ts";
import type { Downloads } from "./downloads.ts";
import { FILES, type Page, TOTAL_BYTES, createDownloadWorld } from "./testing/download-world.ts";
import { bytesOnDisk } from "./testing/memory-incoming.ts";

const only = ({ readJobs }: Downloads): InstallJob | undefined => readJobs()[0];

/** Waits for a state by its name. */
async function until({ downloads }: Page, type: InstallJob["state"]["type"]): Promise<InstallJob> {
  await vi.waitFor(() => expect(only(downloads)?.state.type).toBe(type), { timeout: 20_000, interval: 1 });
  const job = only(downloads);
  if (job === undefined) throw new Error("the job is gone");
  return job;
}

describe("a download", () => {
  test("ends as a pack of just the files that the catalogue pinned", async () => {
    const world = await createDownloadWorld();
    const page = world.openPage();
    const states: string[] = [];
    page.downloads.subscribe(() => states.push(only(page.downloads)?.state.type ?? "gone"));
    expect(page.downloads.start(world.entry)).toBe("tiny");
    const job = await until(page, "done");
    expect(job).toMatchObject({ source: "server", doneBytes: TOTAL_BYTES, totalBytes: TOTAL_BYTES });
    expect([...new Set(states)]).toEqual(["checking", "downloading", "verifying", "done"]);
    const wanted = world.entry.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
    expect(world.disk.packs[0]?.files).toEqual(expect.arrayContaining(wanted));
    expect(world.asked().map(({ file }) => file)).toEqual(["config.json", "weights-1.bin", "weights-0.bin"]);
    expect(world.disk.notes.size + world.disk.held.size).toBe(0);
    page.downloads.dismiss("tiny");
    expect(page.downloads.readJobs()).toEqual([]);
    expect(world.disk.packs).toHaveLength(1);
  });

  test("that is paused goes on from the byte where it was", async () => {
    const world = await createDownloadWorld();
    world.script("weights-1.bin", { type: "stalls", after: 4000 });
    const page = world.openPage();
    page.downloads.start(world.entry);
    await vi.waitFor(() => expect(bytesOnDisk(world.disk, "tiny")).toBe(4300), { interval: 0 });
    page.downloads.pause("tiny");
    await until(page, "paused");
    await vi.waitFor(() => expect(world.disk.held.size).toBe(0));
    page.downloads.resume("tiny");
    expect((await until(page, "done")).repeatedBytes).toBe(0);
    expect(world.asked().find(({ range }) => range !== null)).toEqual({
      file: "weights-1.bin",
      range: "bytes=4000-",
    });
  });

  test("killed at any byte is there as paused on the next page and loses nothing that came", async () => {
    await assert(
      asyncProperty(nat(8900), nat(6900), async (first, second) => {
        const world = await createDownloadWorld();
        world.script("weights-1.bin", { type: "stalls", after: second });
        world.script("weights-0.bin", { type: "stalls", after: first });
        for (const wanted of [300 + second, 7300 + first]) {
          const page = world.openPage();
          await page.downloads.refresh();
          page.downloads.start(world.entry);
          await vi.waitFor(() => expect(bytesOnDisk(world.disk, "tiny")).toBe(wanted), { interval: 0 });
          page.kill();
        }
        const page = world.openPage();
        await page.downloads.refresh();
        expect(only(page.downloads)).toMatchObject({
          state: { type: "paused" },
          doneBytes: 7300 + first,
          totalBytes: TOTAL_BYTES,
        });
        page.downloads.resume("tiny");
        expect((await until(page, "done")).repeatedBytes).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  test("that is cancelled before its first byte leaves nothing behind either", async () => {
    for (let turns = 0; turns < 30; turns += 1) {
      const world = await createDownloadWorld();
      world.script("config.json", { type: "stalls", after: 100 });
      const page = world.openPage();
      page.downloads.start(world.entry);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      page.downloads.cancel("tiny");
      await vi.waitFor(() => expect(world.disk.folders.size + world.disk.held.size).toBe(0), { interval: 1 });
    }
  });

  test("that is cancelled leaves nothing behind, running or paused", async () => {
    for (const isPaused of [false, true]) {
      const world = await createDownloadWorld();
      world.script("weights-0.bin", { type: "stalls", after: 4000 });
      const page = world.openPage();
      page.downloads.start(world.entry);
      await vi.waitFor(() => expect(bytesOnDisk(world.disk, "tiny")).toBe(11_300), { interval: 0 });
      if (isPaused) page.downloads.pause("tiny");
      page.downloads.cancel("tiny");
      expect(page.downloads.readJobs()).toEqual([]);
      await vi.waitFor(() => expect(world.disk.folders.size).toBe(0));
      expect(world.disk.notes.size + world.disk.held.size + world.disk.packs.length).toBe(0);
    }
  });

  test("waits its turn while something else is being installed", async () => {
    const world = await createDownloadWorld();
    world.disk.held.add("another");
    const page = world.openPage();
    page.downloads.start(world.entry);
    await until(page, "waiting");
    expect(world.asked()).toEqual([]);
    world.disk.held.clear();
    await until(page, "done");
  });

  test("goes on by itself when the device is online again", async () => {
    const world = await createDownloadWorld();
    world.script("weights-1.bin", { type: "breaks", after: 2000 }, { type: "unreachable" });
    const page = world.openPage();
    page.surroundings.setOnline(false);
    page.downloads.start(world.entry);
    const job = await until(page, "retrying");
    expect(job.state).toMatchObject({ error: { type: "shelf-offline" } });
    page.surroundings.setOnline(true);
    await until(page, "done");
  });
});

describe("a file that is not what the catalogue pinned", () => {
  test("is cleared, the others are kept, and another try fetches only this one", async () => {
    const world = await createDownloadWorld();
    world.script("weights-1.bin", { type: "good", content: new Uint8Array(FILES["weights-1.bin"]) });
    const page = world.openPage();
    page.downloads.start(world.entry);
    const failed = await until(page, "failed");
    expect(failed.state).toEqual({
      type: "failed",
      error: { type: "shelf-wrong-hash", file: "weights-1.bin" },
      canResume: true,
    });
    expect(failed.doneBytes).toBe(FILES["config.json"]);
    expect(world.disk.packs).toEqual([]);
    const before = world.asked().length;
    page.downloads.resume("tiny");
    await until(page, "done");
    expect(
      world
        .asked()
        .slice(before)
        .map(({ file }) => file),
    ).toEqual(["weights-1.bin", "weights-0.bin"]);
  });

  test("because it changed on the way is told as changed", async () => {
    const world = await createDownloadWorld();
    const size = FILES["weights-1.bin"];
    world.script(
      "weights-1.bin",
      { type: "breaks", after: 3000 },
      {
        type: "good",
        etag: '"second"',
        content: new Uint8Array(size),
      },
    );
    const page = world.openPage();
    page.downloads.start(world.entry);
    const { state, repeatedBytes } = await until(page, "failed");
    expect(state).toMatchObject({ error: { type: "shelf-changed-on-host", file: "weights-1.bin" } });
    expect(repeatedBytes).toBe(3000);
  });

  test("though an earlier page left it finished is fetched again", async () => {
    const world = await createDownloadWorld();
    world.script("weights-0.bin", { type: "status", status: 404 });
    const page = world.openPage();
    page.downloads.start(world.entry);
    await until(page, "failed");
    const note = world.disk.notes.get("tiny");
    if (note === undefined) throw new Error("no note");
    const finished = note.finished.map((file) => ({ ...file, sha256: "0".repeat(64) }));
    world.disk.notes.set("tiny", { ...note, finished });
    page.downloads.resume("tiny");
    await until(page, "done");
    expect(world.asked().filter(({ file }) => file === "config.json")).toHaveLength(2);
  });
});

describe("before a byte moves", () => {
  const half = TOTAL_BYTES * 1.5;
  test.each([0.01, 0.5, 0.99])(
    "a disk with %d of the room needed is refused with both numbers",
    async (share) => {
      const world = await createDownloadWorld();
      const freeBytes = Math.floor(half * share);
      const page = world.openPage({ readFreeBytes: async () => freeBytes });
      page.downloads.start(world.entry);
      const { state } = await until(page, "failed");
      expect(state).toEqual({
        type: "failed",
        error: { type: "shelf-no-room", neededBytes: half, freeBytes },
        canResume: true,
      });
      expect(world.asked()).toEqual([]);
      expect(world.disk.notes.size).toBe(0);
    },
  );

  test("what is here already needs no room a second time", async () => {
    const world = await createDownloadWorld();
    world.script("weights-0.bin", { type: "status", status: 404 });
    let freeBytes = half;
    const page = world.openPage({ readFreeBytes: async () => freeBytes });
    page.downloads.start(world.entry);
    await until(page, "failed");
    freeBytes = FILES["weights-0.bin"] * 1.5;
    page.downloads.resume("tiny");
    expect((await until(page, "done")).repeatedBytes).toBe(0);
  });

  test("a host that this document may not reach is refused by name", async () => {
    const world = await createDownloadWorld();
    const page = world.openPage();
    page.downloads.start({ ...world.entry, address: "https://huggingface.co/x/resolve/1" });
    const { state } = await until(page, "failed");
    expect(state).toMatchObject({ error: { type: "shelf-unlisted-host", host: "huggingface.co" } });
    expect(world.asked()).toEqual([]);
  });

  test("an entry that is installed already is not installed again", async () => {
    const world = await createDownloadWorld();
    const page = world.openPage({ findInstalled: async () => "tiny" });
    page.downloads.start(world.entry);
    const { state } = await until(page, "failed");
    expect(state).toMatchObject({
      error: { type: "shelf-already-installed", packId: "tiny" },
      canResume: false,
    });
  });
});

describe("when the disk fills up on the way", () => {
  test("what came stays, and it goes on once there is room", async () => {
    const world = await createDownloadWorld();
    world.disk.roomLeft = 10_000;
    const page = world.openPage();
    page.downloads.start(world.entry);
    const { state, doneBytes } = await until(page, "failed");
    expect(state).toMatchObject({ error: { type: "shelf-disk-full" }, canResume: true });
    expect(doneBytes).toBeGreaterThan(9000);
    world.disk.roomLeft = 10_000;
    page.downloads.resume("tiny");
    expect((await until(page, "done")).repeatedBytes).toBe(0);
  });
});

describe("in two tabs", () => {
  test("one works, the other shows it, and either can pause it", async () => {
    const world = await createDownloadWorld();
    world.script("weights-0.bin", { type: "stalls", after: 4000 });
    const [one, other] = [world.openPage(), world.openPage()];
    one.downloads.start(world.entry);
    await vi.waitFor(() => expect(only(other.downloads)?.doneBytes).toBeGreaterThan(7000), { interval: 0 });
    expect(only(other.downloads)).toMatchObject({ isElsewhere: true, state: { type: "downloading" } });
    other.downloads.pause("tiny");
    await until(one, "paused");
    await vi.waitFor(() => expect(only(other.downloads)).toMatchObject({ isElsewhere: false }));
    expect(only(other.downloads)).toMatchObject({ state: { type: "paused" } });
    expect(only(other.downloads)?.doneBytes).toBe(bytesOnDisk(world.disk, "tiny"));
    other.downloads.resume("tiny");
    await until(other, "done");
    await vi.waitFor(() => expect(one.downloads.readJobs()).toEqual([]));
    expect(world.disk.packs).toHaveLength(1);
  });

  test("a tab opened later sees it, and can take it over when the first is killed", async () => {
    const world = await createDownloadWorld();
    world.script("weights-0.bin", { type: "stalls", after: 4000 });
    const one = world.openPage();
    one.downloads.start(world.entry);
    await vi.waitFor(() => expect(bytesOnDisk(world.disk, "tiny")).toBe(11_300), { interval: 0 });
    const other = world.openPage();
    await other.downloads.refresh();
    expect(only(other.downloads)).toMatchObject({ isElsewhere: true, doneBytes: 11_300 });
    one.kill();
    await vi.waitFor(() => expect(only(other.downloads)).toMatchObject({ isElsewhere: false }));
    other.downloads.resume("tiny");
    await until(other, "done");
  });

  test("a download cancelled in one is gone in the other", async () => {
    const world = await createDownloadWorld();
    world.script("weights-0.bin", { type: "stalls", after: 4000 });
    const [one, other] = [world.openPage(), world.openPage()];
    one.downloads.start(world.entry);
    await vi.waitFor(() => expect(only(other.downloads)?.isElsewhere).toBe(true), { interval: 0 });
    other.downloads.cancel("tiny");
    await vi.waitFor(() => expect([...one.downloads.readJobs(), ...other.downloads.readJobs()]).toEqual([]));
    await vi.waitFor(() => expect(world.disk.folders.size).toBe(0));
  });
});
