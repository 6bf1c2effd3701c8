/**
 * Runs on the app's own scripted engine in its own worker, through the app's own client and runner, on the script that
 * the benchmark prepared.
 */
import { createEngineHost } from "../../../src/app/create-engine-host.ts";
import { nextFrame } from "../../../src/app/next-frame.ts";
import type { ClientNotice, Engine, GenerateRequest } from "../../../src/contracts/engine.ts";
import type { Script } from "../../../src/contracts/engine-script.ts";
import { engines } from "../../../src/engines/registry.ts";
import { invariant } from "../../../src/shared/assert.ts";
import { ok } from "../../../src/shared/result.ts";
import type { OpenRunSource } from "../../../src/workbench/case-run/run-source.ts";
import type { RunModel } from "../../../src/workbench/run/run-request.ts";
import { createRunner, type Runner } from "../../../src/workbench/run/runner.ts";
import { createEndlessRunner, type EndlessRunner } from "./endless-runner.ts";
import { type ScriptAsked, toScript, toStages } from "./scripts.ts";

/** The run that was started last. */
export type Started = {
  readonly runner: Runner;
  /** Of a run that waits at a gate. */
  readonly endless: EndlessRunner | undefined;
  /** What it says, or says behind its gate, and what the engine was asked for it so far. */
  readonly script: Script;
  readonly requests: readonly GenerateRequest[];
};

export type ScriptSources = {
  readonly open: OpenRunSource;
  readonly prepare: (asked: ScriptAsked) => void;
  /** Resolves when a run on what was prepared has been started. */
  readonly untilStarted: () => Promise<Started>;
};

/** The scripted engine in its worker. */
export function openScripted() {
  const entry = engines.find(({ id }) => id === "scripted");
  invariant(entry !== undefined, "the scripted engine is in every build");
  return { entry, ...createEngineHost({ usesGraphics: async () => false })(entry) };
}

/** Sources of what was prepared last. */
export function createScriptSources(): ScriptSources {
  let asked: ScriptAsked | undefined;
  let started = Promise.withResolvers<Started>();
  return {
    prepare: (next) => {
      asked = next;
      started = Promise.withResolvers<Started>();
    },
    untilStarted: () => started.promise,
    open: async () => {
      invariant(asked !== undefined, "a script was prepared");
      const { entry, engine, end } = openScripted();
      const run = await open(asked, engine);
      started.resolve(run);
      const { id, capabilities } = entry;
      const model: RunModel = { ...MODEL, engine: id, capabilities };
      return ok({ runner: run.runner, model, end });
    },
  };
}

const MODEL = {
  model: "sample",
  fileHash: "",
  contextTokens: 1_000_000,
  style: { start: "answer" },
} as const;

async function open(asked: ScriptAsked, engine: Engine<ClientNotice>): Promise<Started> {
  const requests: GenerateRequest[] = [];
  const heard: typeof engine = {
    ...engine,
    generate: (request, onTokens) => {
      requests.push(request);
      return engine.generate(request, onTokens);
    },
  };
  const parts = { engine: heard, clock: CLOCK, nextFrame };
  if (asked.gateAt !== undefined) {
    const stages = toStages(asked, asked.gateAt);
    const endless = createEndlessRunner({ ...parts, stages });
    return { runner: endless.runner, endless, script: stages[1], requests };
  }
  const script = toScript(asked);
  const loaded = await engine.load({ type: "script", script }, () => undefined);
  invariant(loaded.ok, "the script is loaded");
  return { runner: createRunner(parts), endless: undefined, script, requests };
}

const CLOCK = {
  now: () => performance.now(),
  after: (ms: number, work: () => void) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
} as const;
