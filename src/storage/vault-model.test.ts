/**
 * Random lives of a device against a model that is a plain map: two tabs create, write, annotate, take over, lock, unlock,
 * die in the middle of a write, back up, restore, destroy and start again. After each life a fresh tab must find exactly
 * what was acknowledged; of what was under way when a tab died, any beginning may be there, and nothing else.
 */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { OpenCase } from "../contracts/vault.ts";
import { compareEvents, toCanonicalText } from "../domain/record/merge.ts";
import { invariant } from "../shared/assert.ts";
import { must, openNew, openUnlocked, sampleCase, SECRET } from "./testing/drive.ts";
import { createTestDevice, reach, type TestDevice, type TestTab } from "./testing/test-device.ts";

const isLong = process.env["CURBSIDE_LONG"] === "1";
const SEQUENCES = isLong ? 2000 : 40;
const LENGTH = 50;
const CASES = ["one", "two", "three"] as const;
type CaseId = (typeof CASES)[number];
type TabNumber = 0 | 1;

type Known = {
  /** How many events of the case's endless sample record were acknowledged, by id. */
  readonly written: Set<string>;
  /** Under way when somebody died. */
  readonly maybe: Set<string>;
  next: number;
  title: string;
};
type Model = {
  cases: Map<CaseId, Known>;
  backup: { readonly file: Blob; readonly cases: Map<CaseId, Known> } | undefined;
};
type Life = {
  readonly device: TestDevice;
  readonly tabs: TestTab[];
  readonly open: Map<string, OpenCase>;
  readonly model: Model;
};

const RECORDS = new Map(CASES.map((id) => [id, sampleCase(id, 400)]));

type Command = {
  readonly tab: TabNumber;
  readonly caseId: CaseId;
  readonly count: number;
  readonly does: keyof typeof ACTIONS;
};

function same(actual: unknown, wanted: unknown, what: string): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(wanted)];
  invariant(left === right, `${what}: ${left} is not ${right}`);
}

function keyOf({ tab, caseId }: Command): string {
  return `${tab} ${caseId}`;
}

function vaultOf({ tabs }: Life, { tab }: Command) {
  return tabs[tab]!.vault;
}

function nextEvents(known: Known, { caseId, count }: Command) {
  const events = RECORDS.get(caseId)!.slice(known.next, known.next + count);
  known.next += events.length;
  return events;
}

async function openFor(life: Life, command: Command): Promise<OpenCase | undefined> {
  const key = keyOf(command);
  const there = life.open.get(key);
  if (there !== undefined) return there;
  if (vaultOf(life, command).readState().type !== "open" || !life.model.cases.has(command.caseId))
    return undefined;
  const opened = must(await vaultOf(life, command).openCase(command.caseId));
  opened.subscribe((news) => news.type === "closed" && life.open.delete(key));
  life.open.set(key, opened);
  return opened;
}

async function replaceTab(life: Life, number: TabNumber): Promise<void> {
  for (const key of life.open.keys()) if (key.startsWith(`${number} `)) life.open.delete(key);
  const tab = life.device.openTab();
  life.tabs[number] = tab;
  await reach(tab.vault, "locked");
}

function copyKnown(cases: Map<CaseId, Known>): Map<CaseId, Known> {
  return new Map(
    Array.from(cases, ([id, known]) => [
      id,
      { ...known, written: new Set(known.written), maybe: new Set(known.maybe) },
    ]),
  );
}

/** What can happen. Each keeps the model as the vault has promised to be. */
const ACTIONS = {
  create: async (life: Life, command: Command) => {
    const { cases } = life.model;
    const made = await vaultOf(life, command).createCase(RECORDS.get(command.caseId)!.slice(0, 3));
    const mayCreate = vaultOf(life, command).readState().type === "open" && !cases.has(command.caseId);
    same(made.ok, mayCreate, "whether a case was created");
    if (!made.ok) return;
    const written = new Set(
      RECORDS.get(command.caseId)!
        .slice(0, 3)
        .map(({ id }) => id),
    );
    cases.set(command.caseId, { written, maybe: new Set(), next: 3, title: "Sample" });
  },
  append: async (life: Life, command: Command) => {
    const opened = await openFor(life, command);
    const known = life.model.cases.get(command.caseId);
    if (opened === undefined || known === undefined) return;
    const events = nextEvents(known, command);
    const result = await opened.append(events, command.count % 2 === 0 ? "strict" : "relaxed");
    if (result.ok) for (const { id } of events) known.written.add(id);
    else same(result.error.type, "vault-not-the-writer", "why it was not written");
  },
  appendAgain: async (life: Life, command: Command) => {
    const opened = await openFor(life, command);
    const known = life.model.cases.get(command.caseId);
    if (opened === undefined || known === undefined) return;
    const events = RECORDS.get(command.caseId)!.filter(({ id }) => known.written.has(id));
    await opened.append(events, "strict");
  },
  takeOver: async (life: Life, command: Command) => {
    const opened = await openFor(life, command);
    if (opened === undefined) return;
    must(await opened.takeOver());
    same(life.device.locks.countHolders(`curbside-case:${command.caseId}`), 1, "writers");
  },
  rename: async (life: Life, command: Command) => {
    const known = life.model.cases.get(command.caseId);
    const title = `Named ${command.count}`;
    const changed = await vaultOf(life, command).changeCase(command.caseId, { title });
    if (changed.ok) known!.title = title;
  },
  close: async (life: Life, command: Command) => {
    const opened = life.open.get(keyOf(command));
    life.open.delete(keyOf(command));
    await opened?.close();
  },
  lock: async (life: Life, command: Command) => {
    if (vaultOf(life, command).readState().type !== "open") return;
    await vaultOf(life, command).lock("asked");
    await Promise.all(life.tabs.map(({ vault }) => reach(vault, "locked")));
    same(life.open.size, 0, "cases open after locking");
  },
  unlock: async (life: Life, command: Command) => {
    const wrong = await vaultOf(life, command).unlock({
      type: "passphrase",
      text: "not the right passphrase",
    });
    same(wrong.ok, false, "whether a wrong passphrase opened it");
    await vaultOf(life, command).unlock(SECRET);
    same(vaultOf(life, command).readState().type, "open", "the state");
  },
  killWhileWriting: async (life: Life, command: Command) => {
    const opened = await openFor(life, command);
    const known = life.model.cases.get(command.caseId);
    if (opened !== undefined && known !== undefined) {
      const events = nextEvents(known, command);
      void opened.append(events, "relaxed");
      for (const { id } of events) known.maybe.add(id);
      for (let turn = 0; turn < command.count; turn += 1) await Promise.resolve();
    }
    life.tabs[command.tab]!.kill();
    await replaceTab(life, command.tab);
    must(await vaultOf(life, command).unlock(SECRET));
  },
  killWorker: async (life: Life, command: Command) => {
    if (vaultOf(life, command).readState().type !== "open") return;
    life.tabs[command.tab]!.killWorker();
    await reach(vaultOf(life, command), "locked");
    must(await vaultOf(life, command).unlock(SECRET));
  },
  /** What a newer release would do first: everything is closed and opened again. */
  restart: async (life: Life) => {
    for (const tab of life.tabs) tab.kill();
    await replaceTab(life, 0);
    await replaceTab(life, 1);
    must(await life.tabs[0]!.vault.unlock(SECRET));
  },
  backUp: async (life: Life, command: Command) => {
    const made = await vaultOf(life, command).makeBackup(() => undefined);
    if (made.ok) life.model.backup = { file: made.value.blob, cases: copyKnown(life.model.cases) };
  },
  restore: async (life: Life, command: Command) => {
    const { backup, cases } = life.model;
    const { vault } = life.tabs[command.tab]!;
    if (backup === undefined || vault.readState().type !== "open") return;
    const plan = must(await vault.planRestore(backup.file, SECRET));
    must(await vault.restore(plan.id));
    for (const [id, saved] of backup.cases) {
      const known = cases.get(id) ?? { ...saved, written: new Set<string>(), maybe: new Set<string>() };
      for (const event of saved.written) known.written.add(event);
      for (const event of saved.maybe) known.maybe.add(event);
      known.next = Math.max(known.next, saved.next);
      cases.set(id, known);
    }
  },
  destroy: async (life: Life, command: Command) => {
    const destroyed = await vaultOf(life, command).destroyCase(command.caseId);
    if (!destroyed.ok) return;
    life.model.cases.delete(command.caseId);
    // The other tab hears of it a moment later.
    await new Promise((resolve) => setTimeout(resolve, 0));
  },
} as const;

const command: fc.Arbitrary<Command> = fc.record({
  tab: fc.constantFrom(0, 1),
  caseId: fc.constantFrom(...CASES),
  count: fc.integer({ min: 1, max: 12 }),
  does: fc.constantFrom(
    ...([
      "append",
      "append",
      "append",
      "append",
      "unlock",
      "unlock",
      "takeOver",
      "create",
      "create",
    ] as const),
    ...(["appendAgain", "rename", "close", "lock", "killWhileWriting", "killWorker", "restart"] as const),
    ...(["backUp", "restore", "destroy"] as const),
  ),
});

async function live(commands: readonly Command[]): Promise<void> {
  const device = createTestDevice();
  const first = await openNew(device);
  const life: Life = {
    device,
    tabs: [first, await openUnlocked(device)],
    open: new Map(),
    model: { cases: new Map(), backup: undefined },
  };
  for (const item of commands) await ACTIONS[item.does](life, item);
  for (const tab of life.tabs) tab.kill();
  await compare(device, life.model);
}

async function compare(device: TestDevice, model: Model): Promise<void> {
  const { vault } = await openUnlocked(device);
  const listed = must(await vault.listCases());
  same(listed.map(({ id }) => id).toSorted(), [...model.cases.keys()].toSorted(), "the cases");
  for (const { id, title } of listed) {
    const [caseId, known] = Array.from(model.cases).find(([name]) => name === id)!;
    const { events, repair } = must(await vault.openCase(id));
    const here = new Set(events.map((event) => event.id));
    same([title, repair, here.size], [known.title, undefined, events.length], "title, repair, events");
    same(
      [...known.written].filter((event) => !here.has(event)),
      [],
      "acknowledged and lost",
    );
    same(
      [...here].filter((event) => !known.written.has(event) && !known.maybe.has(event)),
      [],
      "never written and there",
    );
    const expected = RECORDS.get(caseId)!.filter((event) => here.has(event.id));
    same(toCanonicalText(events.toSorted(compareEvents)), toCanonicalText(expected), "what the events say");
  }
}

it(
  `keeps its promises through ${SEQUENCES} random lives of two tabs`,
  async () => {
    const lives = fc.assert(fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: LENGTH }), live), {
      numRuns: SEQUENCES,
    });
    await expect(lives).resolves.toBeUndefined();
  },
  isLong ? 1_200_000 : 60_000,
);
