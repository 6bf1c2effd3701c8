/**
 * The page of `bench -- decode`: the app's own engine client, run, case session and vault, put together as the app does,
 * without panels. What is measured is on `globalThis.decodePage`.
 */
import type { ClientNotice, Engine, GenerateRequest } from "../../../src/contracts/engine.ts";
import type { Script } from "../../../src/contracts/engine-script.ts";
import type { Vault } from "../../../src/contracts/vault.ts";
import { readSentences } from "../../../src/domain/case-text/sentences.ts";
import { EVENT_VERSION, MAIN_BRANCH } from "../../../src/domain/record/events.ts";
import { createEngineClient } from "../../../src/engines/engine-client.ts";
import { ENGINE_LIMITS } from "../../../src/engines/engine-limits.ts";
import { createWorkerPort } from "../../../src/engines/engine-port.ts";
// oxlint-disable-next-line import/default -- With this query Vite exports the address, whatever the file exports.
import scriptedUrl from "../../../src/engines/scripted/scripted.worker.ts?worker&url";
import { createSystemTimer } from "../../../src/engines/timer.ts";
import { invariant } from "../../../src/shared/assert.ts";
import { readBrowserParts } from "../../../src/storage/page/browser-vault.ts";
import { createVault } from "../../../src/storage/page/create-vault.ts";
import { vaultWorkerUrl } from "../../../src/storage/vault-worker-url.ts";
import { createCaseSession } from "../../../src/workbench/case-session/case-session.ts";
import { createRunner } from "../../../src/workbench/run/runner.ts";
import { transcriptToScript } from "../../../src/workbench/run/transcript-script.ts";
// oxlint-disable-next-line import/default -- As above.
import bareUrl from "./bare.worker.ts?worker&url";
import type { BareResult, BareWork } from "./bare.worker.ts";
import { keepBusy, watchLongTasks } from "./load-main-thread.ts";
// oxlint-disable-next-line import/default -- As above.
import steadyUrl from "./steady.worker.ts?worker&url";
import { writeTranscript } from "./transcript.ts";

export type Round = {
  readonly engine: BareWork["engine"];
  readonly tokensPerSecond: number;
  readonly tokens: number;
  /** Share of its time that the main thread is kept busy. */
  readonly busy: number;
};

export type RoundResult = {
  readonly tokens: number;
  /** The engine's own time through client and worker, and the bare loop's for the same requests. */
  readonly appMs: number;
  readonly bareMs: number;
  /** The bare loop's with the main thread as busy as it was for the app. */
  readonly bareBusyMs: number;
  /** After the last token: until all of it is to be seen, and until all of it is on the disk. */
  readonly shownMs: number;
  readonly savedMs: number;
  readonly events: number;
  readonly longestTaskMs: number;
};

declare global {
  var decodePage: {
    readonly setUp: () => Promise<void>;
    readonly measure: (round: Round) => Promise<RoundResult>;
  };
  var trustedTypes:
    | {
        readonly createPolicy: (
          name: string,
          rules: { readonly createScriptURL: (url: string) => string },
        ) => { readonly createScriptURL: (url: string) => string };
      }
    | undefined;
}

const NOTE = "First sample sentence. Second sample sentence. Third sample sentence.";
const urls = new Set([scriptedUrl, steadyUrl, bareUrl, vaultWorkerUrl]);
const policy = globalThis.trustedTypes?.createPolicy("app", {
  createScriptURL: (url) => {
    if (!urls.has(url)) throw new TypeError("Not a worker of this page");
    return url;
  },
});

function startWorker(url: string): Worker {
  return new Worker(policy?.createScriptURL(url) ?? url, { type: "module" });
}

let vault: Vault | undefined;

async function setUp(): Promise<void> {
  vault = createVault(
    readBrowserParts({
      createWorker: () => startWorker(vaultWorkerUrl),
      credentials: undefined,
      localStorage,
      listServiceWorkers: async () => [],
    }),
  );
  while (vault.readState().type === "looking") await new Promise((resolve) => setTimeout(resolve, 5));
  const made = await vault.create("a passphrase of this benchmark");
  invariant(made.ok, "the vault is created");
}

async function openCase() {
  const id = crypto.randomUUID();
  const author = { kind: "clinician", profile: "bench" } as const;
  invariant(vault !== undefined, "the vault is set up");
  const first = { id: crypto.randomUUID(), order: 1, time: 0, author, caseId: id };
  const created = await vault.createCase([
    { ...first, version: EVENT_VERSION, type: "case-create", title: "Sample" },
  ]);
  invariant(created.ok, "the case is created");
  const opened = await vault.openCase(id);
  invariant(opened.ok, "the case is opened");
  const session = createCaseSession({
    opened: opened.value,
    author,
    newId: () => crypto.randomUUID(),
    now: () => performance.now(),
  });
  return { id, session };
}

/** The client, and what it was asked and how long each answer took. */
async function openEngine(name: Round["engine"], script: Script) {
  const client = createEngineClient({
    createPort: () => createWorkerPort(startWorker(name === "steady" ? steadyUrl : scriptedUrl)),
    timer: createSystemTimer(),
    limits: ENGINE_LIMITS,
  });
  const requests: GenerateRequest[] = [];
  const spent = { ms: 0, endMs: 0 };
  const engine: Engine<ClientNotice> = {
    ...client,
    generate: async (request, onTokens) => {
      requests.push(request);
      const startMs = performance.now();
      const result = await client.generate(request, onTokens);
      spent.endMs = performance.now();
      spent.ms += spent.endMs - startMs;
      return result;
    },
  };
  const loaded = await engine.load({ type: "script", script }, () => undefined);
  invariant(loaded.ok, "the script is loaded");
  return { engine, requests, spent };
}

async function measure(round: Round): Promise<RoundResult> {
  const script = transcriptToScript({
    id: "sample",
    transcript: writeTranscript(round.tokens),
    tokensPerSecond: round.tokensPerSecond,
  });
  const { engine, requests, spent } = await openEngine(round.engine, script);
  const { id, session } = await openCase();
  const runner = createRunner({
    engine,
    clock: createSystemTimer(),
    nextFrame: (work) => void requestAnimationFrame(work),
  });
  const callOff = keepBusy(round.busy);
  const readLongest = watchLongTasks();
  const shown = new Promise<number>((resolve) => {
    runner.store.subscribe(({ phase }) => phase === "ended" && resolve(performance.now()));
  });
  const ended = await runner.start({
    about: { caseId: id, branch: MAIN_BRANCH, revision: undefined, sentences: readSentences(NOTE) },
    model: {
      engine: "scripted",
      model: "sample",
      fileHash: "",
      contextTokens: script.contextTokens,
      capabilities: { grammar: undefined, logprobs: false, voice: "script" },
      style: { start: "answer" },
    },
    choices: { seed: 1, temperature: 0, isThinking: true, thinkingTokens: 4000 },
    record: { newRunId: () => crypto.randomUUID(), stamp: session.stamp, save: session.take },
  });
  const savedAt = performance.now();
  const state = runner.store.getState();
  invariant(ended.ok && ended.value.reason === "finished", "the run came to its end");
  invariant(state.saving.type === "saved" && state.unread === 0, "all of it was read and saved");
  const events = session.store.getState().view.length;
  await session.close();
  await engine.unload();
  const work = { engine: round.engine, script, requests };
  const bareBusy = round.busy > 0 ? await runBare(work) : undefined;
  callOff();
  const bare = await runBare(work);
  invariant(bare.tokens === state.tokens, "the bare loop says the same");
  return {
    tokens: state.tokens,
    appMs: spent.ms,
    bareMs: bare.ms,
    bareBusyMs: (bareBusy ?? bare).ms,
    shownMs: (await shown) - spent.endMs,
    savedMs: savedAt - spent.endMs,
    events,
    longestTaskMs: readLongest(),
  };
}

function runBare(work: BareWork): Promise<BareResult> {
  const worker = startWorker(bareUrl);
  return new Promise((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<BareResult>) => {
      worker.terminate();
      resolve(data);
    });
    worker.postMessage(work);
  });
}

globalThis.decodePage = { setUp, measure };
