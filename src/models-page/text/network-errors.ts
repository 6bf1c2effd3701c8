/** The faults of a download by their names: the browser itself would only say that something failed. */
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { assertNever } from "../../shared/assert.ts";

export type NetworkError = Extract<
  ShelfError,
  {
    readonly type:
      | "shelf-offline"
      | "shelf-unreachable"
      | "shelf-http-status"
      | "shelf-got-web-page"
      | "shelf-redirected"
      | "shelf-unlisted-host"
      | "shelf-stalled"
      | "shelf-changed-on-host"
      | "shelf-wrong-size"
      | "shelf-wrong-hash";
  }
>;

/** What happened, and the way on. */
export function networkErrorToWords(error: NetworkError): string {
  switch (error.type) {
    case "shelf-offline":
      return "This device is offline.";
    case "shelf-unreachable":
      return `${error.host} could not be reached. Check the connection; a firewall or the host itself may refuse it.`;
    case "shelf-http-status":
      return statusToWords(error.file, error.status);
    case "shelf-got-web-page":
      return `Instead of ${error.file} came a web page: the address is wrong, or a login page stands before it.`;
    case "shelf-redirected":
      return `${error.host} sent the request on to an address that this page may not reach, so the browser stopped it.`;
    case "shelf-unlisted-host":
      return `The catalogue names ${error.host}, which this page may not reach.`;
    case "shelf-stalled":
      return `Nothing came for ${error.seconds} seconds.`;
    case "shelf-changed-on-host":
      return `${error.file} has changed on the server since the catalogue was made. A newer catalogue is needed.`;
    case "shelf-wrong-size":
      return `${error.file} has ${error.bytes.toLocaleString("en")} bytes instead of ${error.wanted.toLocaleString("en")}.`;
    case "shelf-wrong-hash":
      return `${error.file} is not the file that the catalogue describes: its checksum differs. It was deleted; the other files are kept.`;
    default:
      return assertNever(error);
  }
}

function statusToWords(file: string, status: number): string {
  if (status === 404 || status === 410) return `The server has no ${file} (status ${status}).`;
  if (status === 401 || status === 403) return `The server refuses to give ${file} (status ${status}).`;
  if (status === 429) return "The server asks for a pause: too many requests (status 429).";
  if (status >= 500) return `The server has a fault of its own (status ${status}).`;
  return `The server answered ${file} with status ${status}.`;
}
