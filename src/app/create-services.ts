/** The one place where the real clockwork, storage, device and engines are put together. */
import type { BuildVersion } from "../contracts/offline.ts";
import { engines } from "../engines/registry.ts";
import { readDeviceReport } from "../models/read-device-report.ts";
import { readStorageStatus } from "../storage/read-storage-status.ts";
import type { Services } from "../ui/services.ts";
import { createSealStore } from "../workbench/seal/seal-store.ts";
import { keepOffline } from "./keep-offline.ts";
import { createTeachingLibrary } from "./teaching-library.ts";
import { watchSeal } from "./watch-seal.ts";

/** The services of this page, already looking at its surroundings. */
export function createServices(): Services {
  const seal = createSealStore();
  watchSeal(seal);
  return {
    seal,
    offline: keepOffline(import.meta.env.PROD),
    engines,
    readStorageStatus,
    readDeviceReport,
    askPersistence: async () => ("storage" in navigator ? navigator.storage.persist() : false),
    teaching: createTeachingLibrary(),
    readBuildVersion,
  };
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
