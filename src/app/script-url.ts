/**
 * The one Trusted Types policy of the workbench. Script addresses are a closed list: whatever else asks to become a
 * script is a bug or an attack, and throws.
 */

/** The service worker, and workers that this very build bundled. */
const SCRIPTS = [/^\/sw\.js$/u, /^\/assets\/[\w.-]+\.worker-[\w-]+\.js$/u] as const;
/** In development the workers are served as they are written. */
const SOURCES = /^\/src\/(?:[\w-]+\/)+[\w.-]+\.worker\.ts\?worker_file&type=module$/u;

type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => ScriptPolicy;
};

type ScriptPolicy = { readonly createScriptURL: (url: string) => string };

declare global {
  // The type library does not know Trusted Types yet; a trusted address behaves as its text does.
  var trustedTypes: TrustedTypes | undefined;
}

let policy: ScriptPolicy | undefined;

/** The address as the browser wants it: a trusted one where Trusted Types are enforced. */
export function scriptUrl(path: string): string {
  // A second policy of the same name would be refused.
  policy ??= globalThis.trustedTypes?.createPolicy("app", { createScriptURL: admitScript });
  return policy === undefined ? admitScript(path) : policy.createScriptURL(path);
}

function admitScript(url: string): string {
  if (SCRIPTS.some((path) => path.test(url)) || (import.meta.env.DEV && SOURCES.test(url))) return url;
  throw new TypeError("This address is not one of the app's scripts.");
}
