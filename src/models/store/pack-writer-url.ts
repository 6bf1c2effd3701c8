// oxlint-disable-next-line import/default -- With this query Vite exports the address, whatever the file exports.
import url from "./pack-writer.worker.ts?worker&url";

/** Where the writing worker is; whoever starts it says so to the browser's Trusted Types. */
export const packWriterUrl: string = url;
