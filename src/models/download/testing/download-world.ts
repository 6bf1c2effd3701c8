/** Pages of one browser on one disk, and a server with the files of one entry: what a download's tests play with. */
import { createSHA256 } from "hash-wasm";
import type { CatalogueEntry } from "../../../contracts/model-shelf.ts";
import { ok } from "../../../shared/result.ts";
import type { DownloadParts } from "../download-job.ts";
import { type Downloads, createDownloads } from "../downloads.ts";
import { STALL_SECONDS } from "../fetch-once.ts";
import type { TabMessage, Tabs } from "../tabs.ts";
import { type MemoryDisk, bytesOnDisk, createMemoryDisk, createMemoryIncoming } from "./memory-incoming.ts";
import { type Scripted, type ScriptedHost, createScriptedHost } from "./scripted-host.ts";
import { OWN_ORIGIN, type VirtualSurroundings, createVirtualSurroundings } from "./virtual-surroundings.ts";

export type DownloadWorld = {
  readonly entry: CatalogueEntry;
  readonly disk: MemoryDisk;
  /** What each file's next requests are answered; then as a good server does. */
  readonly script: (file: string, ...answers: readonly Scripted[]) => void;
  /** Requests so far, in their order. */
  readonly asked: () => readonly { readonly file: string; readonly range: string | null }[];
  readonly openPage: (options?: Partial<DownloadParts>) => Page;
};

export type Page = {
  readonly downloads: Downloads;
  readonly surroundings: VirtualSurroundings;
  /** As if the browser had been killed: nothing of this page happens any more, and its locks are free. */
  readonly kill: () => void;
};

export const FILES = { "config.json": 300, "weights-0.bin": 9000, "weights-1.bin": 7000 } as const;
export const TOTAL_BYTES = 16_300;

/** An empty disk and a good server. */
export async function createDownloadWorld(): Promise<DownloadWorld> {
  const contents = new Map(Object.entries(FILES).map(([name, size]) => [name, contentOf(size)]));
  const entry = await describeEntry(contents);
  const disk = createMemoryDisk();
  const scripts = new Map<string, Scripted[]>([...contents.keys()].map((name) => [name, []]));
  const asked: { readonly file: string; readonly range: string | null }[] = [];
  const hosts = new Map<string, ScriptedHost>(
    [...contents].map(([name, content]) => [name, createScriptedHost(content, scripts.get(name) ?? [])]),
  );
  const fetch = (address: string, init: RequestInit) => {
    const file = new URL(address).pathname.split("/").at(-1) ?? "";
    asked.push({ file, range: new Headers(init.headers).get("Range") });
    const host = hosts.get(file);
    return host === undefined
      ? Promise.resolve(new Response("no", { status: 404 }))
      : host.fetch(address, init);
  };
  const hub = new Set<Tab>();
  return {
    entry,
    disk,
    script: (file, ...answers) => void scripts.get(file)?.push(...answers),
    asked: () => asked,
    openPage: (options = {}) => openPage({ disk, hub, fetch }, options),
  };
}

type Tab = { isDead: boolean; listeners: ((message: TabMessage) => void)[] };
type Browser = {
  readonly disk: MemoryDisk;
  readonly hub: Set<Tab>;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
};

function openPage({ disk, hub, fetch }: Browser, options: Partial<DownloadParts>): Page {
  const tab: Tab = { isDead: false, listeners: [] };
  hub.add(tab);
  const virtual = createVirtualSurroundings((address, init) => orNever(tab, fetch(address, init)));
  const surroundings: VirtualSurroundings = {
    ...virtual,
    // A connection that stalls stays so until the test has done what it wanted to do meanwhile.
    wait: (milliseconds, signal) =>
      orNever(
        tab,
        milliseconds >= STALL_SECONDS * 1000 ? untilAborted(signal) : virtual.wait(milliseconds, signal),
      ),
  };
  const parts: DownloadParts = {
    incoming: createMemoryIncoming(disk),
    surroundings,
    reach: "own-server",
    readClock: () => 1_800_000_000_000,
    readFreeBytes: async () => undefined,
    readBytesAtHand: async (jobId) => bytesOnDisk(disk, jobId),
    findInstalled: async () => undefined,
    install: async ({ id, name }, files, incoming) => {
      const committed = await incoming.commit({ ...PACK, id, name, files });
      return committed.ok ? ok(id) : committed;
    },
    ...options,
  };
  return {
    downloads: createDownloads(parts, createTestTabs(hub, tab, disk)),
    surroundings,
    kill: () => {
      tab.isDead = true;
      hub.delete(tab);
      disk.held.clear();
    },
  };
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    signal.addEventListener("abort", () => done());
  });
}

/** What a killed page waits for never comes. */
async function orNever<Value>(tab: Tab, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } finally {
    if (tab.isDead) await new Promise<never>(() => undefined);
  }
}

function createTestTabs(hub: ReadonlySet<Tab>, tab: Tab, disk: MemoryDisk): Tabs {
  return {
    tell: (message) => {
      for (const other of hub) {
        if (other !== tab)
          queueMicrotask(() => other.listeners.forEach((hear) => hear(structuredClone(message))));
      }
    },
    listen: (listener) => void tab.listeners.push(listener),
    isWorkedOn: async (jobId) => disk.held.has(jobId),
    untilFree: async (jobId) => {
      while (disk.held.has(jobId)) await new Promise<void>((done) => setTimeout(done, 1));
    },
  };
}

function contentOf(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 7) + size) % 251);
}

const PACK = {
  version: 1,
  format: "web-llm",
  catalogueId: undefined,
  origin: { type: "server", address: "/models/tiny/" },
  installedAt: 0,
  model: {
    architecture: "llama",
    template: undefined,
    quantisation: "q4f32_1",
    contextTokens: 1024,
    needsHalfPrecision: false,
    bytesPerContextToken: 1,
  },
} as const;

async function describeEntry(contents: ReadonlyMap<string, Uint8Array>): Promise<CatalogueEntry> {
  const files = await Promise.all(
    [...contents].map(async ([name, content]) => {
      const hasher = await createSHA256();
      return { name, path: name, bytes: content.length, sha256: hasher.update(content).digest() };
    }),
  );
  return {
    id: "tiny",
    name: "Tiny",
    family: "test",
    format: "web-llm",
    template: "chatml",
    parameters: 1000,
    quantisation: "q4f32_1",
    contextTokens: 1024,
    bytesPerContextToken: 1,
    memoryBytes: 1000,
    roughBytes: TOTAL_BYTES,
    needsHalfPrecision: false,
    thinking: "never",
    licence: "Apache-2.0",
    knownOf: "",
    address: `${OWN_ORIGIN}/models/tiny`,
    revision: "1",
    files,
  };
}
