/** What a benchmark may ask of the workbench page. */
import { invariant } from "../../../src/shared/assert.ts";
import type { Services } from "../../../src/ui/services.ts";
import type { RunPhase } from "../../../src/workbench/run/run-state.ts";
import { measureOpening, type OpenTimes } from "./measure-opening.ts";
import { measureReplay, type ReplayTimes, untilPhase } from "./replay.ts";
import type { ScriptSources } from "./script-sources.ts";
import type { ScriptAsked } from "./scripts.ts";
import { seedCase, type Seeded, type SeedSize } from "./seed-case.ts";
import { streamDirectly } from "./stream-directly.ts";

export type WorkbenchPage = {
  /** Makes the vault, which opens it. */
  readonly setUp: () => Promise<void>;
  readonly seed: (size: SeedSize) => Promise<Seeded>;
  readonly goTo: (path: string) => void;
  /** What the next run says. */
  readonly prepare: (asked: ScriptAsked) => void;
  readonly untilPhase: (phase: RunPhase) => Promise<void>;
  /** Resolves when a stream has come to its gate. */
  readonly untilGate: () => Promise<void>;
  /** Lets it go on; resolves with the tokens said since, when all is said. */
  readonly openGate: () => Promise<number>;
  /** The limit: tokens of the same engine, written straight into the document; how many they were. */
  readonly streamDirectly: (asked: ScriptAsked) => Promise<number>;
  readonly replay: () => Promise<ReplayTimes>;
  readonly measureOpening: (caseId: string) => Promise<OpenTimes>;
  /** Begins to watch for long tasks. */
  readonly watchTasks: () => void;
  /** The longest since then, by the clock. */
  readonly readTasks: () => number;
};

declare global {
  var workbenchPage: WorkbenchPage;
}

/** An open vault locks itself when nobody is there for longer than this. */
const IDLE_MINUTES = 15;

/** The page over the services of its app. */
export function createWorkbenchPage(
  services: Services,
  scripts: ScriptSources,
  watchTasks: () => () => number,
): WorkbenchPage {
  let readTasks: (() => number) | undefined;
  return {
    setUp: () => setUp(services),
    seed: (size) => seedCase(services, size),
    goTo: services.goTo,
    prepare: scripts.prepare,
    untilPhase: async (phase) => untilPhase((await scripts.untilStarted()).runner, phase),
    untilGate: async () => (await scripts.untilStarted()).endless?.untilGate(),
    openGate: async () => {
      const { runner, endless } = await scripts.untilStarted();
      const before = runner.store.getState().tokens;
      await endless?.openGate();
      return runner.store.getState().tokens - before;
    },
    streamDirectly,
    replay: async () => measureReplay(await scripts.untilStarted()),
    measureOpening: (caseId) => measureOpening(caseId, services.goTo),
    watchTasks: () => {
      readTasks = watchTasks();
    },
    readTasks: () => readTasks?.() ?? 0,
  };
}

async function setUp({ vault }: Services): Promise<void> {
  while (vault.readState().type === "looking") await new Promise((done) => setTimeout(done, 5));
  invariant((await vault.create("a passphrase of this benchmark")).ok, "the vault is created");
  invariant((await vault.changeSettings({ idleMinutes: IDLE_MINUTES })).ok, "it stays open");
}
