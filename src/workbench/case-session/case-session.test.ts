import { expect, test } from "vitest";
import type { CaseNews, OpenCase } from "../../contracts/vault.ts";
import type { VaultError } from "../../contracts/vault-error.ts";
import { finding, hypothesis, supports } from "../../domain/argument/graph-samples.ts";
import { leaderOf } from "../../domain/argument/strength/strengths.ts";
import { MAIN_BRANCH, type RecordEvent } from "../../domain/record/events.ts";
import { err, ok } from "../../shared/result.ts";
import { createCaseSession, shownGraph } from "./case-session.ts";
import { draftCorrection, draftRedo, draftUndo } from "./corrections.ts";
import { createLiveStrengths } from "./live-strengths.ts";

/** A vault's open case in memory, whose disk can be broken and whose other tab can speak. */
function createOpenCase() {
  const kept: RecordEvent[] = [];
  const listeners = new Set<(news: CaseNews) => void>();
  const disk: { error: VaultError | undefined } = { error: undefined };
  const opened: OpenCase = {
    id: "c1",
    events: [],
    repair: undefined,
    readRole: () => "writer",
    append: async (events) => {
      if (disk.error !== undefined) return err(disk.error);
      kept.push(...events.filter(({ id }) => !kept.some((known) => known.id === id)));
      return ok(undefined);
    },
    takeOver: async () => ok(undefined),
    subscribe: (onNews) => {
      listeners.add(onNews);
      return () => listeners.delete(onNews);
    },
    close: async () => undefined,
  };
  return { opened, kept, disk, tell: (news: CaseNews) => listeners.forEach((listener) => listener(news)) };
}

function open() {
  const world = createOpenCase();
  let made = 0;
  const session = createCaseSession({
    opened: world.opened,
    author: { kind: "clinician", profile: "p1" },
    newId: () => {
      made += 1;
      return `e${made}`;
    },
    now: () => 1000 + made,
  });
  return { ...world, session, live: () => session.store.getState() };
}

const CREATE = { type: "case-create", title: "Sample" } as const;
const branch = MAIN_BRANCH;

test("what is written shows at once and is kept behind it", async () => {
  const { session, live, kept } = open();
  const writing = session.write([CREATE, { type: "node-add", branch, node: finding("f") }]);
  expect([live().view.length, live().saving.type]).toEqual([2, "saving"]);
  expect((await writing).ok).toBe(true);
  expect(live().saving).toEqual({ type: "saved" });
  expect(kept.map(({ order, author }) => [order, author.profile])).toEqual([
    [1, "p1"],
    [2, "p1"],
  ]);
});

test("what could not be kept stays on the screen, is named, and is kept at the next try", async () => {
  const { session, live, kept, disk } = open();
  disk.error = { type: "vault-no-room" };
  const refused = await session.write([CREATE]);
  expect(refused).toEqual({ ok: false, error: { type: "vault-no-room" } });
  expect(live().saving).toEqual({ type: "failed", error: { type: "vault-no-room" }, unsaved: 1 });
  expect(live().view.state.title).toBe("Sample");
  disk.error = undefined;
  await session.write([{ type: "node-add", branch, node: finding("f") }]);
  expect([kept.map(({ id }) => id), live().saving.type]).toEqual([["e1", "e2"], "saved"]);
  expect(await session.saveAgain()).toEqual({ ok: true, value: undefined });
});

test("a follower cannot write, sees what the writer wrote, and a locked case leaves nothing behind", async () => {
  const { session, live, tell, kept } = open();
  await session.write([CREATE]);
  tell({ type: "role", role: "follower" });
  expect(await session.write([CREATE])).toEqual({ ok: false, error: { type: "vault-not-the-writer" } });
  const [first] = kept;
  if (first === undefined) throw new Error("nothing was kept");
  tell({
    type: "events",
    events: [{ ...first, id: "x", order: 2, type: "node-add", branch, node: finding("f") }],
  });
  expect(shownGraph(live()).nodes.has("f")).toBe(true);
  tell({ type: "closed" });
  expect([live().isClosed, live().view.length, live().view.state.title]).toEqual([true, 0, ""]);
  expect(await session.write([CREATE])).toEqual({ ok: false, error: { type: "vault-locked" } });
});

test("a correction moves the leader at once, and can be undone and redone", async () => {
  const { session, live } = open();
  const strengthsOf = createLiveStrengths();
  const leader = () => leaderOf(strengthsOf(shownGraph(live())));
  await session.write([CREATE]);
  for (const node of [hypothesis("a", 0.6), hypothesis("b", 0.5)])
    await session.write([{ type: "node-add", branch, node }]);
  expect(leader()).toBe("a");
  const drafted = draftCorrection(shownGraph(live()), branch, {
    type: "add",
    node: finding("f"),
    edges: [supports("f", "b", 1)],
  });
  if (!drafted.ok) throw new Error(drafted.error.type);
  await session.write(drafted.value);
  expect(leader()).toBe("b");
  const undo = draftUndo(live().view);
  expect(undo).toHaveLength(2);
  await session.write(undo);
  expect([leader(), shownGraph(live()).nodes.has("f")]).toEqual(["a", false]);
  await session.write(draftRedo(live().view));
  expect([leader(), shownGraph(live()).edges.size]).toEqual(["b", 1]);
});

test("changes are taken back one by one, each whole, and brought back in the same order", async () => {
  const { session, live } = open();
  await session.write([CREATE]);
  await session.write([{ type: "node-add", branch, node: hypothesis("a") }]);
  const counts = () => [shownGraph(live()).nodes.size, shownGraph(live()).edges.size];
  const states = [counts()];
  for (const id of ["f", "g", "h"]) {
    const correction = { type: "add", node: finding(id), edges: [supports(id, "a", 1)] } as const;
    const drafted = draftCorrection(shownGraph(live()), branch, correction);
    if (drafted.ok) await session.write(drafted.value);
    states.push(counts());
  }
  const back = [counts()];
  for (let step = 0; step < 3; step += 1) {
    await session.write(draftUndo(live().view));
    back.push(counts());
  }
  expect(back).toEqual(states.toReversed());
  for (let step = 0; step < 3; step += 1) await session.write(draftRedo(live().view));
  expect(counts()).toEqual([4, 3]);
  expect(draftRedo(live().view)).toEqual([]);
});

test("in a record that does not say what belongs together every event stands alone", async () => {
  const { session, live, tell, kept } = open();
  await session.write([CREATE]);
  const [first] = kept;
  if (first === undefined) throw new Error("nothing was kept");
  const old = ["f", "g"].map((id, at): RecordEvent => ({
    ...first,
    id,
    order: at + 2,
    type: "node-add",
    branch,
    node: finding(id),
  }));
  tell({ type: "events", events: old });
  expect(draftUndo(live().view)).toEqual([{ type: "change-undo", change: "g" }]);
});

test("that something still holds is a correction: it changes no graph and is taken back like one", async () => {
  const { session, live } = open();
  await session.write([CREATE, { type: "node-add", branch, node: finding("f") }]);
  await session.write([{ type: "node-add", branch, node: hypothesis("h") }]);
  await session.write([{ type: "edge-add", branch, edge: supports("f", "h", 1) }]);
  const stale = () => [...(live().view.state.branches.get(branch)?.stale.keys() ?? [])].toSorted();
  await session.write([{ type: "node-edit", branch, node: finding("f") }]);
  expect(stale()).toEqual(["f+h", "h"]);
  const graph = shownGraph(live());
  const drafted = draftCorrection(graph, branch, { type: "settle", target: "h" });
  if (!drafted.ok) throw new Error(drafted.error.type);
  await session.write(drafted.value);
  expect([stale(), shownGraph(live())]).toEqual([[], graph]);
  await session.write(draftUndo(live().view));
  expect(stale()).toEqual(["f+h", "h"]);
  await session.write(draftRedo(live().view));
  expect(stale()).toEqual([]);
});

test("an illegal move is refused before it is written", () => {
  const { live } = open();
  const unknownStep = draftCorrection(shownGraph(live()), branch, { type: "settle", target: "none" });
  expect(unknownStep).toEqual({ ok: false, error: { type: "unknown-id", id: "none" } });
  const unknown = draftCorrection(shownGraph(live()), branch, { type: "retract-node", node: "none" });
  expect(unknown).toEqual({ ok: false, error: { type: "unknown-id", id: "none" } });
  const illegal = draftCorrection(shownGraph(live()), branch, {
    type: "add",
    node: finding("f"),
    edges: [supports("f", "nowhere", 1)],
  });
  expect(illegal).toEqual({ ok: false, error: { type: "unknown-end", id: "nowhere" } });
});

test("corrections that belong together are made on top of each other, all or none", () => {
  const { live } = open();
  const corrections = [
    { type: "add", node: hypothesis("h"), edges: [] },
    { type: "add", node: finding("f"), edges: [supports("f", "h", 1)] },
    { type: "edit-edge", edge: supports("f", "h", 0.5) },
  ] as const;
  const drafted = draftCorrection(shownGraph(live()), branch, { type: "together", corrections });
  expect(drafted.ok && drafted.value.map(({ type }) => type)).toEqual([
    "node-add",
    "node-add",
    "edge-add",
    "edge-edit",
  ]);
  const broken = [...corrections, { type: "retract-node", node: "none" } as const];
  const refused = draftCorrection(shownGraph(live()), branch, { type: "together", corrections: broken });
  expect(refused).toEqual({ ok: false, error: { type: "unknown-id", id: "none" } });
});

test("strengths of an unchanged graph are not computed again", () => {
  const strengthsOf = createLiveStrengths();
  const { live } = open();
  const graph = shownGraph(live());
  expect(strengthsOf(graph)).toBe(strengthsOf({ ...graph }));
});
