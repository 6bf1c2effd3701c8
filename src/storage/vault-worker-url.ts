// oxlint-disable-next-line import/default -- With this query Vite exports the address, whatever the file exports.
import url from "./vault.worker.ts?worker&url";

/** Where the vault's worker is; whoever starts it says so to the browser's Trusted Types. */
export const vaultWorkerUrl: string = url;
