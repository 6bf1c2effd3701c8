/**
 * An installed pack in the shape of the browser's caches, which is where WebLLM looks for a model before it would
 * fetch one. Nothing else is in them and nothing can be added, so a file that the pack lacks is an error and never a
 * request. The files that come next are read and checked while the last one travels to the graphics device.
 */
import type { EngineError } from "../../contracts/engine-error.ts";
import type { Result } from "../../shared/result.ts";
import type { OpenPack } from "../pack-files/open-pack.ts";

/** A stable address below which the files of the pack seem to lie. It is no host, and nobody asks it. */
export const PACK_ADDRESS = "https://pack.invalid/";

/** So many files are read ahead: enough to keep the disk busy, not enough to fill memory. */
const AHEAD = 2;

type Bytes = Uint8Array<ArrayBuffer>;
type Read = Promise<Result<Bytes, EngineError>>;

/** As much of a response as WebLLM asks for: the pack's own bytes, not copied once more. */
type PackResponse = {
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
  readonly json: () => Promise<unknown>;
};

type PackCache = {
  readonly match: (request: Request | string) => Promise<PackResponse | undefined>;
  readonly keys: () => Promise<readonly { readonly url: string }[]>;
  readonly add: () => Promise<never>;
  readonly delete: () => Promise<boolean>;
};

export type PackCaches = {
  /** Stands where the browser's caches would. */
  readonly storage: { readonly open: () => Promise<PackCache> };
  /** The first file that was not as installed. */
  readonly fault: () => EngineError | undefined;
  /** Files that nobody asked for; they are part of the pack, so they are checked as well. */
  readonly checkRest: () => Promise<void>;
};

/** The caches of this pack; says after each file how many bytes of it were handed out. */
export function createPackCaches(pack: OpenPack, onBytes: (bytes: number) => void): PackCaches {
  const names = inOrderOfUse(pack);
  const reads = new Map<string, Read>();
  const given = new Set<string>();
  let fault: EngineError | undefined;
  const start = (name: string): Read => {
    const read = reads.get(name) ?? pack.readBytes(name);
    reads.set(name, read);
    return read;
  };
  const take = async (name: string): Promise<Bytes> => {
    const read = start(name);
    const place = names.indexOf(name);
    for (const next of names.slice(place + 1, place + 1 + AHEAD)) if (!given.has(next)) void start(next);
    const result = await read;
    // Whoever asks again reads again: bytes that were handed out are no longer kept.
    reads.delete(name);
    if (!result.ok) {
      fault ??= result.error;
      throw new Error("A file of the pack is not as it was installed");
    }
    if (!given.has(name)) onBytes(result.value.length);
    given.add(name);
    return result.value;
  };
  const cache = createCache(names, take);
  return {
    storage: { open: async () => cache },
    fault: () => fault,
    checkRest: async () => {
      for (const name of names) if (!given.has(name)) await take(name);
    },
  };
}

function createCache(names: readonly string[], take: (name: string) => Promise<Bytes>): PackCache {
  return {
    match: async (request) => {
      const name = nameIn(typeof request === "string" ? request : request.url);
      return names.includes(name) ? respond(() => take(name)) : undefined;
    },
    keys: async () => names.map((name) => ({ url: addressOf(name) })),
    add: () => Promise.reject(new TypeError("Nothing is ever added to a pack")),
    delete: async () => false,
  };
}

function respond(take: () => Promise<Bytes>): PackResponse {
  return {
    arrayBuffer: async () => (await take()).buffer,
    json: async () => {
      const parsed: unknown = JSON.parse(new TextDecoder().decode(await take()));
      return parsed;
    },
  };
}

/** Where WebLLM looks for a file of the model at the pack's address. */
export function addressOf(name: string): string {
  return `${PACK_ADDRESS}resolve/main/${name}`;
}

function nameIn(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1);
}

/** Weights by their number, after everything else. */
function inOrderOfUse({ pack }: OpenPack): readonly string[] {
  return pack.files.map(({ name }) => name).toSorted((left, right) => shardOf(left) - shardOf(right));
}

function shardOf(name: string): number {
  return Number(/^params_shard_(\d+)\.bin$/u.exec(name)?.[1] ?? -1);
}
