/**
 * What every page of the proof is given before its own scripts run: the attacker's tools. The attacker is inside, so
 * the app's own guards in script are taken out of the way, with the headers and without: only the headers differ.
 */

/** Runs in the page, so it uses nothing from this module. */
export function prepareAttack(): void {
  type Policy = Readonly<Record<"createHTML" | "createScript" | "createScriptURL", (text: string) => string>>;
  type Factory = { createPolicy: (name: string, rules: Policy) => Policy };
  const factory = (globalThis as unknown as { readonly trustedTypes?: Factory }).trustedTypes;
  const passThrough: Policy = {
    createHTML: (text) => text,
    createScript: (text) => text,
    createScriptURL: (text) => text,
  };
  let policy: Policy | undefined;

  if (factory !== undefined) {
    // Every policy that the app makes for itself lets everything through, and is the attacker's too.
    const create = factory.createPolicy.bind(factory);
    factory.createPolicy = (name) => {
      policy = create(name, passThrough);
      return policy;
    };
  }
  const takePolicy = (): Policy => {
    for (const name of ["app", "default", "attack"]) {
      if (policy !== undefined) break;
      try {
        policy = factory?.createPolicy(name, passThrough);
      } catch {
        // This name is not allowed here, or taken; the next one may be free.
      }
    }
    return policy ?? passThrough;
  };
  if ("navigation" in globalThis) navigation.addEventListener = () => undefined;
  globalThis.attack = {
    kept: [],
    scriptUrl: (url) => takePolicy().createScriptURL(url),
    script: (text) => takePolicy().createScript(text),
  };
}
