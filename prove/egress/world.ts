/**
 * The two places in which the proof can run. In the namespace every name has an address of its own and every packet is
 * caught. Elsewhere the browser itself maps every name to an address of this machine, and its network log is the witness.
 */
import type { Target } from "./channels/channel.ts";
import { channelHost } from "./host-names.ts";
import type { SinkOptions, SinkPorts } from "./sinks.ts";

export type Oracle = "namespace" | "netlog";

export type World = {
  readonly oracle: Oracle;
  /** The address behind a host name. */
  readonly addressOf: (name: string) => string;
  /** The channel behind a host name or an address; "vendor", "allowed" or "unknown" for what is no channel. */
  readonly channelOf: (to: string) => string;
  readonly sinks: Pick<SinkOptions, "hosts" | "ports" | "datagramAddresses">;
  readonly browserArguments: readonly string[];
};

/** Domains that Chromium itself asks for, whatever page is open. */
const vendorDomains = [
  "google.com",
  "googleapis.com",
  "gstatic.com",
  "gvt1.com",
  "googleusercontent.com",
  "chrome.com",
  "chromium.org",
];

/** The world for these channel ids; `allowed` are domains that the attacked page may reach. */
export function createWorld(oracle: Oracle, ids: readonly string[], allowed: readonly string[] = []): World {
  const net = oracle === "namespace" ? "10.99" : "127.0";
  const groups = [
    ...ids.map((id, index) => ({ id, domains: [`${id}.test`], address: `${net}.1.${index + 1}` })),
    { id: "vendor", domains: vendorDomains, address: `${net}.2.1` },
    { id: "allowed", domains: allowed, address: `${net}.2.2` },
  ];
  const unknown = { id: "unknown", domains: [], address: `${net}.2.3` };
  const groupOf = (to: string) =>
    groups.find(({ address }) => address === to) ??
    groups.find(({ domains }) => domains.some((domain) => isIn(domain, to.toLowerCase()))) ??
    unknown;
  const everyAddress = [...groups, unknown].map(({ address }) => address);
  const inNamespace = {
    hosts: ["0.0.0.0"],
    ports: { http: 80, https: 443, relay: 3478 },
    datagramAddresses: everyAddress,
  };
  // Only Linux answers on every address of the loopback net; elsewhere the log alone has to tell.
  const loopbacks = process.platform === "linux" ? everyAddress : ["127.0.0.1"];
  const onLoopback = {
    hosts: loopbacks,
    ports: { http: 0, https: 0, relay: 0 },
    datagramAddresses: loopbacks,
  };
  return {
    oracle,
    addressOf: (name) => groupOf(name).address,
    channelOf: (to) => groupOf(to).id,
    sinks: oracle === "namespace" ? inNamespace : onLoopback,
    browserArguments: oracle === "namespace" ? [] : [mapNames([...groups, unknown])],
  };
}

/** Where a channel of this run sends to. */
export function targetOf(id: string, canary: string, ports: SinkPorts): Target {
  const host = channelHost(id, canary);
  return {
    host,
    http: `http://${host}:${ports.http}`,
    https: `https://${host}:${ports.https}`,
    webSocket: `ws://${host}:${ports.http}`,
    relay: `${host}:${ports.relay}`,
    canary,
  };
}

function isIn(domain: string, name: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

/** The browser's own map of names; WebRTC asks with a dot behind the name, so each rule ends in a wildcard. */
function mapNames(
  groups: readonly { readonly domains: readonly string[]; readonly address: string }[],
): string {
  const rules = groups.flatMap(({ domains, address }) =>
    domains.flatMap((domain) => [`MAP ${domain} ${address}`, `MAP *.${domain}* ${address}`]),
  );
  const rest = `MAP * ${groups.at(-1)?.address ?? "127.0.0.1"}`;
  return `--host-resolver-rules=${[...rules, rest, "EXCLUDE localhost"].join(", ")}`;
}
