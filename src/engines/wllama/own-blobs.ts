/**
 * wllama starts its worker, and that one starts threads, from blobs. Where Trusted Types are enforced somebody must
 * admit each of those addresses: this does, for blobs of this origin and for nothing else.
 */

type TrustedTypes = {
  readonly createPolicy: (
    name: "default",
    rules: { readonly createScriptURL: (address: string) => string },
  ) => unknown;
};

/** Sets the rule in the scope it runs in. It stands on nothing outside itself, so that its text does the same. */
export function admitOwnBlobs(scope: {
  readonly trustedTypes?: TrustedTypes;
  readonly origin: string;
}): void {
  scope.trustedTypes?.createPolicy("default", {
    createScriptURL: (address) => {
      if (address.startsWith(`blob:${scope.origin}/`)) return address;
      throw new TypeError("Only this worker's own programs may be started.");
    },
  });
}

/** The same rule as the first line of a program. */
export function admitOwnBlobsProgram(): string {
  return `(${admitOwnBlobs.toString()})(globalThis);\n`;
}
