/**
 * What a page can read of itself and of what it keeps, as text; bytes as the characters of the same numbers. Every
 * function here runs in the page and therefore uses nothing outside itself.
 */
// oxlint-disable unicorn/consistent-function-scoping -- What the page runs cannot reach out of its function.

export type Places = Readonly<Record<string, string>>;

/** The document with what is typed into it, its address and the small stores. */
export function readDocument(): Places {
  const fields = Array.from(document.querySelectorAll("input, textarea"), (field) =>
    "value" in field ? String(field.value) : "",
  );
  return {
    dom: [new XMLSerializer().serializeToString(document), ...fields].join("\n"),
    address: [location.href, document.title, JSON.stringify(history.state)].join("\n"),
    storage: [localStorage, sessionStorage].flatMap((kept) => Object.entries(kept).flat()).join("\n"),
  };
}

/** Every row of every database. */
export async function readDatabases(): Promise<Places> {
  const settle = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error ?? new Error("The request failed")));
    });
  const toText = (rows: readonly unknown[]): string =>
    JSON.stringify(rows, (_name, part: unknown) =>
      part instanceof Uint8Array ? Array.from(part, (byte) => String.fromCharCode(byte)).join("") : part,
    );
  const parts: string[] = [];
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await settle(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const rows: unknown[] = await settle(database.transaction(store).objectStore(store).getAll());
      parts.push(name, store, toText(rows));
    }
    database.close();
  }
  return { indexedDb: parts.join("\n") };
}

/** Every private file and every cached answer. */
export async function readFiles(): Promise<Places> {
  const toText = (bytes: ArrayBuffer): string => new TextDecoder("latin1").decode(bytes);
  const readFolder = async (folder: FileSystemDirectoryHandle): Promise<string> => {
    const parts: string[] = [];
    for await (const [name, handle] of folder.entries()) {
      parts.push(name);
      if (handle instanceof FileSystemDirectoryHandle) parts.push(await readFolder(handle));
      if (handle instanceof FileSystemFileHandle)
        parts.push(toText(await (await handle.getFile()).arrayBuffer()));
    }
    return parts.join("\n");
  };
  const cached: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      cached.push(name, request.url, toText((await response?.arrayBuffer()) ?? new ArrayBuffer()));
    }
  }
  return { opfs: await readFolder(await navigator.storage.getDirectory()), caches: cached.join("\n") };
}

/** Keeps the text in plain words everywhere: what the searches of this proof must find. */
export async function plantPlainText(text: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const file = await root.getFileHandle("plain", { create: true });
  const writable = await file.createWritable();
  await writable.write(text);
  await writable.close();
  await (await caches.open("plain")).put("/plain", new Response(text));
  localStorage.setItem("plain", text);
  const request = indexedDB.open("plain", 1);
  request.addEventListener("upgradeneeded", () => void request.result.createObjectStore("plain"));
  await new Promise((resolve) => request.addEventListener("success", resolve));
  const transaction = request.result.transaction("plain", "readwrite", { durability: "strict" });
  transaction.objectStore("plain").put(text, 1);
  await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  request.result.close();
}
