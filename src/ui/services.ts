/** What the panels may ask of the world. `app` puts the real parts together; tests hand in small real doubles. */
import { createContext, use } from "react";
import type { ReadDeviceReport } from "../contracts/device-report.ts";
import type { EngineEntry } from "../contracts/engine.ts";
import type { ModelShelf } from "../contracts/model-shelf.ts";
import type { BuildVersion, Offline } from "../contracts/offline.ts";
import type { ReadStorageStatus } from "../contracts/storage-status.ts";
import type { TeachingLibrary } from "../contracts/teaching-library.ts";
import type { Vault } from "../contracts/vault.ts";
import { invariant } from "../shared/assert.ts";
import type { OpenRunSource } from "../workbench/case-run/run-source.ts";
import type { EngineSession } from "../workbench/engine-session/engine-session.ts";
import type { NextFrame } from "../workbench/run/run-clock.ts";
import type { SealStore } from "../workbench/seal/seal-store.ts";
import type { LockGuard } from "../workbench/vault/lock-guard.ts";

export type Services = {
  readonly seal: SealStore;
  readonly offline: Offline;
  readonly engines: readonly EngineEntry[];
  /** Fetched when it is first asked for; the same one for everybody. */
  readonly loadShelf: () => Promise<ModelShelf>;
  /** The one engine session of this page, fetched like the shelf. */
  readonly loadEngine: () => Promise<EngineSession>;
  /** Opens what a case is to be run on. */
  readonly openRunSource: OpenRunSource;
  /** Runs the work before the next picture is drawn; what may be calm with others that are. */
  readonly nextFrame: NextFrame;
  readonly readStorageStatus: ReadStorageStatus;
  readonly readDeviceReport: ReadDeviceReport;
  /** Asks the browser not to clear this site's data under pressure; true when it agreed. */
  readonly askPersistence: () => Promise<boolean>;
  readonly teaching: TeachingLibrary;
  readonly readBuildVersion: () => Promise<BuildVersion>;
  /** Goes to another screen of the workbench. */
  readonly goTo: (path: string) => void;
  readonly vault: Vault;
  /** Locks the vault after every screen kept what it had; nothing locks it past this. */
  readonly lockGuard: LockGuard;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

export const ServicesContext = createContext<Services | undefined>(undefined);

/** The services of this app; only to be called below the provider in `app`. */
export function useServices(): Services {
  const services = use(ServicesContext);
  invariant(services !== undefined, "a panel was rendered outside the services provider");
  return services;
}
