/**
 * Decides, without touching the network, how the service worker answers a request and which caches may go.
 * Everything it does not own is passed by, so requests of the model page to model hosts keep that page's policy.
 */

/** What the build wrote into the worker: its name and the files that make the app work offline. */
export type OfflineBuild = { readonly build: string; readonly files: readonly string[] };

export type AskedFor = {
  readonly url: string;
  readonly method: string;
  readonly mode: string;
};

export type Answer =
  | { readonly type: "pass" }
  /** Answer with the kept document at this path. */
  | { readonly type: "document"; readonly path: "/" | "/models" }
  /** Answer with the kept file, from any kept build, else from the network. */
  | { readonly type: "file" };

const CACHE_PREFIX = "curbside-app-";

/** What the build wrote; anything else throws, and a worker that throws is never installed. */
export function readOfflineBuild(written: unknown): OfflineBuild {
  if (typeof written === "object" && written !== null && "build" in written && "files" in written) {
    const { build, files } = written;
    if (
      typeof build === "string" &&
      Array.isArray(files) &&
      files.every((file) => typeof file === "string")
    ) {
      return { build, files };
    }
  }
  throw new TypeError("the service worker was built without its list of files");
}

/** The cache that holds one build. */
export function cacheNameOf(build: string): string {
  return `${CACHE_PREFIX}${build}`;
}

/** How a request is answered. */
export function planAnswer(asked: AskedFor, origin: string): Answer {
  const url = new URL(asked.url);
  if (asked.method !== "GET" || url.origin !== origin) return { type: "pass" };
  if (asked.mode === "navigate") return planDocument(url.pathname);
  // Model files are the model shelf's: large, verified and kept by it alone.
  return url.pathname.startsWith("/models/") ? { type: "pass" } : { type: "file" };
}

function planDocument(pathname: string): Answer {
  const isFile = /\.[a-z0-9]+$/iu.test(pathname) && pathname !== "/index.html" && pathname !== "/models.html";
  if (isFile || pathname.startsWith("/models/") || pathname.startsWith("/assets/")) return { type: "pass" };
  return { type: "document", path: pathname === "/models" || pathname === "/models.html" ? "/models" : "/" };
}

/**
 * The caches to delete once `current` is in charge. The build before it stays for one more update: a page of
 * that build may still be open in another tab and ask for one of its own lazily loaded files.
 */
export function cachesToDelete(names: readonly string[], current: string): readonly string[] {
  const builds = names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== cacheNameOf(current));
  return builds.slice(0, -1);
}
