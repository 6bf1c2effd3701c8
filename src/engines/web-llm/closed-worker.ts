/**
 * Closes WebLLM's ways out of its worker. The page's policy would stop them at this origin's door; here they are not
 * even tried, and the caches it sees hold one installed pack and take nothing in.
 */
import type { PackCaches } from "./pack-caches.ts";

/** Closes them, and returns what shows WebLLM a pack instead of the browser's caches. */
export function closeWorker(scope: object): { readonly showCaches: (caches: PackCaches["storage"]) => void } {
  let shown: PackCaches["storage"] | undefined;
  Object.defineProperty(scope, "fetch", { value: refuseToFetch });
  Object.defineProperty(scope, "caches", { get: () => shown });
  return {
    showCaches: (caches) => {
      shown = caches;
    },
  };
}

function refuseToFetch(): Promise<never> {
  return Promise.reject(new TypeError("Nothing is fetched in this worker"));
}
