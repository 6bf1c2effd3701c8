/**
 * The two places in which the proof can run. In the namespace every name has an address of its own and every packet is
 * caught. Elsewhere all names are mapped to this machine by the browser itself, and its network log is the witness.
 */
import type { Target } from "./channels/channel.ts";
import type { SinkOptions, SinkPorts } from "./sinks.ts";

export type World = {
  readonly oracle: "namespace" | "netlog";
  /** The address behind a host name. */
  readonly addressOf: (name: string) => string;
  /** The channel behind a host name or an address; "vendor" and "unknown" for what is none of ours. */
  readonly channelOf: (to: string) => string;
  readonly sinks: Pick<SinkOptions, "host" | "ports" | "datagramAddresses">;
  readonly browserArguments: readonly string[];
};

/** Names that Chromium itself asks for, whatever page is open. */
const vendorName = /(?:^|\.)(?:google|googleapis|gstatic|gvt1|googleusercontent|chrome|chromium)\.(?:com|org)$/;

const vendorAddress = "10.99.2.1";
const unknownAddress = "10.99.2.2";

/** The world for these channel ids. */
export function createWorld(oracle: World["oracle"], ids: readonly string[]): World {
  const addresses = new Map(ids.map((id, index) => [id, `10.99.1.${index + 1}`]));
  const idsByAddress = new Map([...addresses].map(([id, address]) => [address, id]));
  const idOfName = (name: string) => ids.find((id) => name.toLowerCase().endsWith(`.${id}.test`) || name === `${id}.test`);
  const kindOf = (name: string) => idOfName(name) ?? (vendorName.test(name) ? "vendor" : "unknown");
  const addressOf = (name: string) =>
    addresses.get(kindOf(name)) ?? (vendorName.test(name) ? vendorAddress : unknownAddress);
  const channelOf = (to: string) =>
    idsByAddress.get(to) ?? (to === vendorAddress ? "vendor" : kindOf(to));
  if (oracle === "netlog") {
    return {
      oracle,
      addressOf,
      channelOf,
      sinks: { host: "127.0.0.1", ports: { http: 0, https: 0, relay: 0 }, datagramAddresses: ["127.0.0.1"] },
      browserArguments: ["--host-resolver-rules=MAP * 127.0.0.1, EXCLUDE localhost"],
    };
  }
  return {
    oracle,
    addressOf,
    channelOf,
    sinks: {
      host: "0.0.0.0",
      ports: { http: 80, https: 443, relay: 3478 },
      datagramAddresses: [...addresses.values(), vendorAddress, unknownAddress],
    },
    browserArguments: [],
  };
}

/** Where a channel of this run sends to. Its registrable domain is its own: sign-in asks that one, not the host. */
export function targetOf(id: string, canary: string, ports: SinkPorts): Target {
  const host = `${canary}.${id}.test`;
  return {
    host,
    http: `http://${host}:${ports.http}`,
    https: `https://${host}:${ports.https}`,
    webSocket: `ws://${host}:${ports.http}`,
    relay: `${host}:${ports.relay}`,
    canary,
  };
}
