/** The port that a listening server was given. */
import type { Server } from "node:net";
import { invariant } from "../../src/shared/assert.ts";

/** Only for a server that listens on an address, not on a path. */
export function portOf(server: Server): number {
  const address = server.address();
  invariant(typeof address === "object" && address !== null, "a listening server has an address");
  return address.port;
}
