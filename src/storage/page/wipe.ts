/**
 * Removes what is left of Curbside in this browser after the keys are gone, and looks whether it is gone. What a disk
 * keeps of deleted files is beyond a page's reach; without the keys it is noise.
 */
import type { WipeReport } from "../../contracts/vault.ts";

type Left = WipeReport["left"][number];

/** Where traces can be; the page hands in the real places. */
export type Traces = {
  readonly databases: Pick<IDBFactory, "deleteDatabase" | "databases"> | undefined;
  readonly caches: Pick<CacheStorage, "keys" | "delete"> | undefined;
  readonly localStorage: { readonly clear: () => void; readonly length: number } | undefined;
  /** The root of this origin's private files, where packs lie. */
  readonly openFiles: (() => Promise<FilesLike>) | undefined;
  readonly listServiceWorkers: () => Promise<readonly { readonly unregister: () => Promise<boolean> }[]>;
  readonly wait: (ms: number) => Promise<void>;
};

type FilesLike = {
  readonly keys: () => AsyncIterable<string>;
  readonly removeEntry: (name: string, options: { readonly recursive: boolean }) => Promise<void>;
};

const DATABASE = "curbside-vault";
/** The app's own files; every other cache holds model files. */
const APP_CACHE = /^curbside-app-/u;
/** Other tabs close their connections when they hear of it. */
const DELETE_MS = 3000;

/** Removes everything, models only if asked, and reports what was still found afterwards. */
export async function wipeTraces(traces: Traces, withModels: boolean): Promise<WipeReport> {
  const steps: readonly (readonly [Left, () => Promise<boolean>])[] = [
    ["database", () => wipeDatabase(traces)],
    ["caches", () => wipeCaches(traces, withModels)],
    ["local-storage", async () => wipeLocalStorage(traces)],
    ["files", () => (withModels ? wipeFiles(traces) : Promise.resolve(true))],
    ["service-worker", () => wipeServiceWorkers(traces)],
  ];
  const left: Left[] = [];
  for (const [what, wipe] of steps) {
    // One place that refuses must not keep the others.
    if (!(await wipe().catch(() => false))) left.push(what);
  }
  return { isEmpty: left.length === 0, left };
}

async function wipeDatabase({ databases, wait }: Traces): Promise<boolean> {
  if (databases === undefined) return true;
  const request = databases.deleteDatabase(DATABASE);
  const deleted = new Promise<void>((resolve) => request.addEventListener("success", () => resolve()));
  await Promise.race([deleted, wait(DELETE_MS)]);
  const names = await databases.databases();
  return names.every(({ name }) => name !== DATABASE);
}

async function wipeCaches({ caches }: Traces, withModels: boolean): Promise<boolean> {
  if (caches === undefined) return true;
  const isOurs = (name: string): boolean => withModels || APP_CACHE.test(name);
  const names = await caches.keys();
  await Promise.all(names.filter(isOurs).map((name) => caches.delete(name)));
  const after = await caches.keys();
  return !after.some(isOurs);
}

function wipeLocalStorage({ localStorage }: Traces): boolean {
  localStorage?.clear();
  return localStorage === undefined || localStorage.length === 0;
}

async function wipeFiles({ openFiles }: Traces): Promise<boolean> {
  if (openFiles === undefined) return true;
  const root = await openFiles();
  for (const name of await listNames(root)) await root.removeEntry(name, { recursive: true });
  const after = await listNames(root);
  return after.length === 0;
}

async function listNames(root: FilesLike): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of root.keys()) names.push(name);
  return names;
}

async function wipeServiceWorkers({ listServiceWorkers }: Traces): Promise<boolean> {
  const before = await listServiceWorkers();
  await Promise.all(before.map((registration) => registration.unregister()));
  const after = await listServiceWorkers();
  return after.length === 0;
}
