import { expect, test } from "vitest";
import { admitOwnBlobs, admitOwnBlobsProgram } from "./own-blobs.ts";

/** The rule that a scope of this origin ends up with. */
function ruleOf(set: (scope: Parameters<typeof admitOwnBlobs>[0]) => void): (address: string) => string {
  let rule: ((address: string) => string) | undefined;
  const createPolicy = (name: string, rules: { createScriptURL: (address: string) => string }): void => {
    expect(name).toBe("default");
    rule = rules.createScriptURL;
  };
  set({ origin: "https://app.test", trustedTypes: { createPolicy } });
  if (rule === undefined) throw new Error("no policy was made");
  return rule;
}

const ADMITTED = "blob:https://app.test/6bbae26e-2bc9-4dbe-841c-14be9d1e6aa7";
const REFUSED = [
  "blob:https://app.test.evil.test/1",
  "blob:https://evil.test/1",
  "https://app.test/assets/worker.js",
  "https://cdn.test/compat.js",
  "data:text/javascript,1",
  "blob:null/1",
  "",
];

test("admits a blob of this origin and nothing else", () => {
  const rule = ruleOf(admitOwnBlobs);
  expect(rule(ADMITTED)).toBe(ADMITTED);
  for (const address of REFUSED) expect(() => rule(address), address).toThrow(TypeError);
});

test("the line that the library's program begins with says the same", () => {
  const program = admitOwnBlobsProgram();
  const rule = ruleOf((scope) => {
    // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- The text is what is under test.
    new Function("globalThis", program)(scope);
  });
  expect(rule(ADMITTED)).toBe(ADMITTED);
  for (const address of REFUSED) expect(() => rule(address), address).toThrow(TypeError);
});

test("where nobody enforces Trusted Types there is nothing to set", () => {
  expect(() => admitOwnBlobs({ origin: "https://app.test" })).not.toThrow();
});
