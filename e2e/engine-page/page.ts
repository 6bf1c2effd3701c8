/**
 * The page half of the engine tests: the app's own client, contract suite and worker, without a screen around them.
 * A test calls what is on `globalThis.enginePage` and gets plain values back.
 */
import type { ClientNotice, Engine, GenerateRequest, ModelSource } from "../../src/contracts/engine.ts";
import { createEngineClient } from "../../src/engines/engine-client.ts";
import { ENGINE_CONTRACT } from "../../src/engines/engine-contract.ts";
import { ENGINE_LIMITS } from "../../src/engines/engine-limits.ts";
import { createWorkerPort } from "../../src/engines/engine-port.ts";
import { engines } from "../../src/engines/registry.ts";
import { ask, greedy, type Asked } from "../../src/engines/testing/ask.ts";
import { createSystemTimer } from "../../src/engines/timer.ts";
import {
  checkFile,
  installPack,
  listPacks,
  readPack,
  spoilPack,
  type PackToInstall,
} from "./install-pack.ts";

export type EngineName = (typeof engines)[number]["id"];
export type OpenedEngine = { readonly engine: Engine<ClientNotice>; readonly notices: ClientNotice[] };

export type EnginePage = {
  readonly installPack: (pack: PackToInstall) => Promise<void>;
  readonly spoilPack: typeof spoilPack;
  readonly readPack: typeof readPack;
  readonly checkFile: typeof checkFile;
  readonly listPacks: typeof listPacks;
  /** From now on this engine runs in a worker that another build made. */
  readonly useWorker: (name: EngineName, url: string) => void;
  readonly open: (name: EngineName) => OpenedEngine;
  /** The name of a broken promise, or undefined. */
  readonly check: (
    name: EngineName,
    promise: string,
    source: ModelSource,
    interrupts: number,
  ) => Promise<string | undefined>;
  readonly ask: (
    engine: Engine<ClientNotice>,
    request: GenerateRequest,
    onToken?: (count: number) => void,
  ) => Promise<Asked>;
  readonly greedy: typeof greedy;
  /** What this page and its workers take, after everything that can be thrown away is. */
  readonly readMemory: () => Promise<number>;
  /** Engines that live on between two calls of a test. */
  readonly kept: Map<string, OpenedEngine>;
};

type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
};

declare global {
  var enginePage: EnginePage;
  interface Performance {
    readonly measureUserAgentSpecificMemory: () => Promise<{ readonly bytes: number }>;
  }
  // The type library does not know Trusted Types yet; a trusted address behaves as its text does.
  var trustedTypes: TrustedTypes | undefined;
}

const workers = new Set<Worker>();

const otherWorkers = new Map<EngineName, string>();

/** Trusted Types hold here as in the app, and only workers that were built pass. */
const policy = globalThis.trustedTypes?.createPolicy("app", {
  createScriptURL: (url) => {
    if (!/^\/assets\/[\w.-]+\.worker-[\w-]+\.js$/u.test(url)) throw new TypeError("Not an engine's worker");
    return url;
  },
});

function open(name: EngineName): OpenedEngine {
  const entry = engines.find(({ id }) => id === name);
  if (entry === undefined) throw new Error(`There is no engine named ${name}`);
  const engine = createEngineClient({
    createPort: (number) => {
      const address = otherWorkers.get(name) ?? entry.workerUrl;
      const url = policy?.createScriptURL(address) ?? address;
      const worker = new Worker(url, { name: String(number), type: "module" });
      workers.add(worker);
      return createWorkerPort(worker);
    },
    timer: createSystemTimer(),
    limits: ENGINE_LIMITS,
  });
  const notices: ClientNotice[] = [];
  engine.subscribe((notice) => notices.push(notice));
  return { engine, notices };
}

async function readMemory(): Promise<number> {
  const { bytes } = await performance.measureUserAgentSpecificMemory();
  return bytes;
}

/** One device for many: the workers of a check that is over would go on holding it. */
function endWorkers(): void {
  for (const worker of workers) worker.terminate();
  workers.clear();
}

globalThis.enginePage = {
  installPack,
  spoilPack,
  readPack,
  checkFile,
  listPacks,
  useWorker: (name, url) => void otherWorkers.set(name, url),
  open,
  check: async (name, promise, source, interrupts) => {
    const check = ENGINE_CONTRACT.find((one) => one.name === promise);
    const entry = engines.find(({ id }) => id === name);
    if (check === undefined || entry === undefined) return "There is no such check";
    const { capabilities } = entry;
    try {
      await check.run({ open: () => open(name).engine, source, interrupts, capabilities });
      return undefined;
    } catch (error) {
      return String(error);
    } finally {
      endWorkers();
    }
  },
  ask,
  greedy,
  readMemory,
  kept: new Map(),
};
