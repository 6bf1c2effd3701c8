/** The limit: the same tokens as lines of JSON at the end of a private file, a flush for every so many. */

export type OpfsWork = { readonly chunks: readonly (readonly string[])[] };
export type OpfsResult = { readonly ms: number };

type Scope = {
  readonly postMessage: (result: OpfsResult) => void;
  readonly addEventListener: (type: "message", onEvent: (event: MessageEvent<OpfsWork>) => void) => void;
};
declare const self: Scope;

/** Only workers have it, and this program shares its type library with the page. */
type SyncFile = {
  readonly write: (bytes: Uint8Array, options: { readonly at: number }) => number;
  readonly flush: () => void;
  readonly close: () => void;
};
type FileWithSync = { readonly createSyncAccessHandle: () => Promise<SyncFile> };

self.addEventListener("message", ({ data }) => void append(data).then((result) => self.postMessage(result)));

async function append({ chunks }: OpfsWork): Promise<OpfsResult> {
  const root = await navigator.storage.getDirectory();
  const name = crypto.randomUUID();
  const handle: unknown = await root.getFileHandle(name, { create: true });
  if (!hasSync(handle)) throw new Error("There is no synchronous file here");
  const file = await handle.createSyncAccessHandle();
  const encoder = new TextEncoder();
  const startMs = performance.now();
  let at = 0;
  let seq = 0;
  for (const tokens of chunks) {
    let lines = "";
    for (const text of tokens) {
      seq += 1;
      lines += `${JSON.stringify({ run: "r1", seq, kind: "token", at: seq, text })}\n`;
    }
    at += file.write(encoder.encode(lines), { at });
    file.flush();
  }
  const ms = performance.now() - startMs;
  file.close();
  await root.removeEntry(name);
  return { ms };
}

function hasSync(handle: unknown): handle is FileWithSync {
  return typeof handle === "object" && handle !== null && "createSyncAccessHandle" in handle;
}
