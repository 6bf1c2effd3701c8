/** The one place where the real clockwork, storage, device and engines are put together. */
import type { BuildVersion } from "../contracts/offline.ts";
import { engines } from "../engines/registry.ts";
import { readDeviceReport } from "../models/read-device-report.ts";
import { readStorageStatus } from "../storage/read-storage-status.ts";
import type { Services } from "../ui/services.ts";
import { createSealStore } from "../workbench/seal/seal-store.ts";
import { createLockGuard } from "../workbench/vault/lock-guard.ts";
import { createLateVault } from "./create-vault.ts";
import { nextFrame } from "./next-frame.ts";
import { keepOffline } from "./keep-offline.ts";
import { createTeachingLibrary } from "./teaching-library.ts";
import { watchSeal } from "./watch-seal.ts";

/** The services of this page, already looking at its surroundings. */
export function createServices(goTo: Services["goTo"]): Services {
  const seal = createSealStore();
  watchSeal(seal);
  const loadShelf = once(async () => (await import("./load-shelf.ts")).loadShelf());
  const loadEngine = once(async () =>
    (await import("./load-engine-session.ts")).loadEngineSession({ engines, loadShelf, readDeviceReport }),
  );
  const teaching = createTeachingLibrary();
  const loadSources = once(async () => {
    const [{ loadRunSources }, session] = await Promise.all([import("./load-run-sources.ts"), loadEngine()]);
    return loadRunSources({ engines, session, loadShelf, teaching });
  });
  const vault = createLateVault(async () => (await import("./load-vault.ts")).loadVault());
  return {
    seal,
    offline: keepOffline(import.meta.env.PROD),
    engines,
    loadShelf,
    loadEngine,
    openRunSource: async (wish, pace) => (await loadSources())(wish, pace),
    nextFrame,
    readStorageStatus,
    readDeviceReport,
    askPersistence: async () => ("storage" in navigator ? navigator.storage.persist() : false),
    teaching,
    readBuildVersion,
    goTo,
    vault,
    lockGuard: createLockGuard(vault.lock, wait),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
  };
}

/** The same promise for whoever asks; one that failed is asked for anew. */
function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function readBuildVersion(): Promise<BuildVersion> {
  if (import.meta.env.DEV) return { version: "development", build: "not built" };
  const response = await fetch("/version.json");
  const read: unknown = await response.json();
  if (!isBuildVersion(read)) throw new TypeError("version.json is not as the build wrote it");
  return read;
}

function isBuildVersion(value: unknown): value is BuildVersion {
  return (
    typeof value === "object" &&
    value !== null &&
    "version" in value &&
    typeof value.version === "string" &&
    "build" in value &&
    typeof value.build === "string"
  );
}
