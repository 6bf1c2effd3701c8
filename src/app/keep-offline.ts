/** Registers the service worker, tells when an update waits, and applies it only when the person says so. */

import type { Offline, OfflineState } from "../contracts/offline.ts";
import { scriptUrl } from "./script-url.ts";
import { whenIdle } from "./when-idle.ts";

/** Keeping every file of the app is work of its own: it begins when the first screen has long been usable. */
const KEEP_AFTER_MS = 3000;

/** Makes the app work with the network gone, where the browser can do that. */
export function keepOffline(isProduction: boolean): Offline {
  const listeners = new Set<() => void>();
  let state: OfflineState = {
    serviceWorker: isProduction ? "starting" : "not-used",
    updateWaits: false,
    isOutdated: false,
  };
  let registration: ServiceWorkerRegistration | undefined;
  let isAccepted = false;
  const change = (part: Partial<OfflineState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  if (isProduction) {
    whenIdle(() => {
      void register(change).then((registered) => {
        registration = registered;
      });
    }, KEEP_AFTER_MS);
    listenForTakeOver(() =>
      isAccepted ? location.reload() : change({ isOutdated: true, updateWaits: false }),
    );
  }
  return {
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    read: () => state,
    acceptUpdate: () => {
      isAccepted = true;
      if (state.isOutdated) location.reload();
      registration?.waiting?.postMessage("update-accept");
    },
  };
}

async function register(
  change: (part: Partial<OfflineState>) => void,
): Promise<ServiceWorkerRegistration | undefined> {
  if (!("serviceWorker" in navigator)) {
    change({ serviceWorker: "missing" });
    return undefined;
  }
  try {
    const registration = await navigator.serviceWorker.register(scriptUrl("/sw.js"), {
      updateViaCache: "none",
    });
    change({ updateWaits: registration.waiting !== null });
    followInstall(registration, change);
    registration.addEventListener("updatefound", () => followInstall(registration, change));
    // Only an active worker holds the whole build.
    void navigator.serviceWorker.ready.then(() => change({ serviceWorker: "works" }));
    return registration;
  } catch {
    change({ serviceWorker: "failed" });
    return undefined;
  }
}

function followInstall(
  registration: ServiceWorkerRegistration,
  change: (part: Partial<OfflineState>) => void,
): void {
  const worker = registration.installing;
  const isFirst = registration.active === null;
  worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && !isFirst) change({ updateWaits: true });
    if (worker.state === "redundant" && isFirst) change({ serviceWorker: "failed" });
  });
}

/** The first take-over of a page that had no worker is not an update. */
function listenForTakeOver(onTakenOver: () => void): void {
  if (!("serviceWorker" in navigator)) return;
  let isControlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (isControlled) onTakenOver();
    isControlled = true;
  });
}
