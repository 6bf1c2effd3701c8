/**
 * Decides, without touching the network, how the service worker answers a request and which caches may go.
 * Everything it does not own is passed by, so requests of the model page to model hosts keep that page's policy.
 */

export type Policy = Readonly<Record<string, string>>;

/** What the build wrote into the worker: its name, the files that make the app work offline, and the policy headers. */
export type OfflineBuild = {
  readonly build: string;
  readonly files: readonly string[];
  readonly policies: { readonly workbench: Policy; readonly modelPage: Policy };
};

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
  if (!isObject(written) || !isObject(written["policies"])) throw notWritten();
  const { build, files, policies } = written;
  const { workbench, modelPage } = policies;
  if (typeof build !== "string" || !isTextList(files) || !isPolicy(workbench) || !isPolicy(modelPage)) {
    throw notWritten();
  }
  return { build, files, policies: { workbench, modelPage } };
}

function notWritten(): TypeError {
  return new TypeError("the service worker was built without its list of files and its policies");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isPolicy(value: unknown): value is Policy {
  return isObject(value) && "Content-Security-Policy" in value && isTextList(Object.values(value));
}

/**
 * The headers of an answer: those that were kept, with the policy of this build over them. A script could put a
 * document or a worker of its own into the cache, so nothing that was kept is believed about policy.
 */
export function headersOfAnswer(
  kept: Iterable<readonly [string, string]>,
  answer: Answer,
  policies: OfflineBuild["policies"],
): Policy {
  const isModelPage = answer.type === "document" && answer.path === "/models";
  const policy = isModelPage ? policies.modelPage : policies.workbench;
  const headers = new Map<string, string>();
  for (const [name, value] of kept) headers.set(name.toLowerCase(), value);
  for (const [name, value] of Object.entries(policy)) headers.set(name.toLowerCase(), value);
  return Object.fromEntries(headers);
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
