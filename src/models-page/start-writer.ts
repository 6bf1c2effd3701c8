/** The one Trusted Types policy of this page: the only script that it may start is the worker that writes files. */
// oxlint-disable-next-line import/default -- With this query Vite exports the address, whatever the file exports.
import writerUrl from "../models/store/pack-writer.worker.ts?worker&url";

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

let address: string | undefined;

/** Starts the writing worker, whose own policy reaches no model host. */
export function startWriter(): Worker {
  address ??= trustWriter();
  return new Worker(address, { type: "module" });
}

/** A policy can be made once; a trusted address lasts. */
function trustWriter(): string {
  if (globalThis.trustedTypes === undefined) return writerUrl;
  return globalThis.trustedTypes.createPolicy("app", { createScriptURL: admit }).createScriptURL(writerUrl);
}

function admit(url: string): string {
  if (url !== writerUrl) throw new TypeError("This address is not the writing worker.");
  return url;
}
