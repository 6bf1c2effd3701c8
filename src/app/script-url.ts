/**
 * The one Trusted Types policy of the workbench. Script addresses are a closed list: whatever else asks to become a
 * script is a bug or an attack, and throws.
 */

const SCRIPTS = ["/sw.js"] as const;

type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
};

declare global {
  // The type library does not know Trusted Types yet; a trusted address behaves as its text does.
  var trustedTypes: TrustedTypes | undefined;
}

/** The address as the browser wants it: a trusted one where Trusted Types are enforced. */
export function scriptUrl(path: (typeof SCRIPTS)[number]): string {
  if (globalThis.trustedTypes === undefined) return path;
  return globalThis.trustedTypes.createPolicy("app", { createScriptURL: admitScript }).createScriptURL(path);
}

function admitScript(url: string): string {
  if (!SCRIPTS.some((path) => path === url))
    throw new TypeError("This address is not one of the app's scripts.");
  return url;
}
