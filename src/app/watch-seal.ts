/** Looks at how this document is sealed and counts what is stopped, all without one packet to another host. */
import type { SealEvidence } from "../workbench/seal/seal.ts";
import type { SealStore } from "../workbench/seal/seal-store.ts";
import { whenIdle } from "./when-idle.ts";

/** Starts counting at once and fills in the evidence when the page has settled. */
export function watchSeal(seal: SealStore): void {
  countViolations(seal);
  globalThis.addEventListener("online", () => seal.recordOnline(true));
  globalThis.addEventListener("offline", () => seal.recordOnline(false));
  whenIdle(() => void readEvidence().then(seal.recordEvidence));
}

/** Header and meta element hold the same policy and both report: one of the two counts. */
function countViolations(seal: SealStore): void {
  let counted: string | undefined;
  document.addEventListener("securitypolicyviolation", (event) => {
    counted ??= event.originalPolicy;
    if (event.originalPolicy === counted) seal.recordStopped(event.effectiveDirective);
  });
}

async function readEvidence(): Promise<SealEvidence> {
  // Kept responses keep their headers, so this also tells the truth when the service worker answers.
  const own = await fetch("/", { cache: "no-cache" }).catch(() => undefined);
  return {
    hasAllowlistHeader: own?.headers.has("connection-allowlist") ?? false,
    hasPolicyHeader: own?.headers.has("content-security-policy") ?? false,
    enforcesAllowlist: await isRedirectRefused(),
    online: navigator.onLine,
  };
}

/**
 * A browser that enforces the allowlist follows no redirect, not even to this very address, and every other browser
 * does. Seen once, it is remembered for this tab: without the server the question cannot be asked again.
 */
async function isRedirectRefused(): Promise<boolean> {
  const isServerThere = await answers("/version.json");
  if (!isServerThere) return sessionStorage.getItem(REMEMBERED) === navigator.userAgent;
  const isRefused = !(await answers("/seal-check"));
  if (isRefused) sessionStorage.setItem(REMEMBERED, navigator.userAgent);
  return isRefused;
}

const REMEMBERED = "curbside-seal";

/** HEAD requests are never answered by the service worker, so the answer is the server's own. */
function answers(path: string): Promise<boolean> {
  return fetch(path, { method: "HEAD", cache: "no-store" }).then(
    () => true,
    () => false,
  );
}
