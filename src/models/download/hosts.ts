/**
 * The hosts that publish model files and that the policy of the model page lists (`tools/headers.mjs`; a test compares
 * the two). Every other document reaches its own address only.
 */
import type { CatalogueEntry } from "../../contracts/model-shelf.ts";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";

/** As the policy writes them. */
export const MODEL_HOSTS = ["https://huggingface.co", "https://*.hf.co"] as const;

/** What a document may reach: the app's own address, or the model hosts as well. */
export type Reach = "own-server" | "model-hosts";

/** Whether a document with this reach may ask this address. */
export function isWithinReach(address: string, reach: Reach, ownOrigin: string): boolean {
  const { origin, host, protocol } = new URL(address);
  if (origin === ownOrigin) return true;
  if (reach === "own-server" || protocol !== "https:") return false;
  return MODEL_HOSTS.some((listed) => isListed(host, listed));
}

function isListed(host: string, listed: string): boolean {
  const name = listed.replace("https://", "");
  return name.startsWith("*.") ? host.endsWith(name.slice(1)) : host === name;
}

/** The whole address of a file of an entry; undefined where the catalogue's words make none. */
export function addressOf(
  { address }: Pick<CatalogueEntry, "address">,
  path: string,
  ownOrigin: string,
): string | undefined {
  const folder = address.endsWith("/") ? address : `${address}/`;
  if (!URL.canParse(folder, ownOrigin)) return undefined;
  const { href } = new URL(folder, ownOrigin);
  return URL.canParse(path, href) ? new URL(path, href).href : undefined;
}

/** The first host of an entry that this document may not reach, before a byte has moved. */
export function findUnlistedHost(
  entry: Pick<CatalogueEntry, "address" | "files">,
  reach: Reach,
  ownOrigin: string,
): ShelfError | undefined {
  for (const { path } of entry.files) {
    const address = addressOf(entry, path, ownOrigin);
    if (address === undefined) return { type: "shelf-unlisted-host", host: entry.address };
    if (!isWithinReach(address, reach, ownOrigin))
      return { type: "shelf-unlisted-host", host: new URL(address).host };
  }
  return undefined;
}
