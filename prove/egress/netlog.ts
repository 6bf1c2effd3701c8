/** Reads Chromium's own network log: the names it looked up, what it connected to, and what it sent. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { channelHostIn } from "./host-names.ts";
import type { Observed } from "./journal.ts";

type LogEvent = { readonly type: number; readonly params?: Readonly<Record<string, unknown>> };
type Reader = (params: Readonly<Record<string, unknown>>) => Observed | undefined;

/** The events that mean that something went out, or was about to; anything the browser refused comes before these. */
const readers: Readonly<Record<string, Reader>> = {
  HOST_RESOLVER_MANAGER_REQUEST: (params) => nameAsked(params["host"]),
  HOST_RESOLVER_MANAGER_JOB: (params) => nameAsked(params["host"]),
  HTTP_TRANSACTION_SEND_REQUEST_HEADERS: headersSent,
  HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS: headersSent,
  TCP_CONNECT_ATTEMPT: (params) => {
    const to = addressIn(params);
    return to === "" ? undefined : { kind: "connection", via: "netlog", to, payload: "" };
  },
  SOCKET_BYTES_SENT: bytesSent,
  // A datagram without an address is a name lookup, which has its own event, or is encrypted.
  UDP_BYTES_SENT: (params) => (addressIn(params) === "" ? undefined : bytesSent(params)),
};

/** Reads a log of any size line by line; `onSeen` gets one call for each thing that went out. */
export async function readNetlog(path: string, onSeen: (observed: Observed) => void): Promise<void> {
  const lines = createInterface({
    input: createReadStream(path, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let byType = new Map<number, Reader>();
  for await (const line of lines) {
    if (line.startsWith('{"constants"')) byType = readTypes(line);
    const event = line.startsWith('{"') ? readEvent(line) : undefined;
    const seen = event === undefined ? undefined : byType.get(event.type)?.(event.params ?? {});
    if (seen !== undefined) onSeen(seen);
  }
}

function readTypes(line: string): Map<number, Reader> {
  const { constants } = JSON.parse(`${line.replace(/,\s*$/, "")}}`) as {
    readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  };
  const known = Object.entries(readers).flatMap(([name, reader]) => {
    const type = constants.logEventTypes[name];
    return type === undefined ? [] : [[type, reader] as const];
  });
  return new Map(known);
}

function readEvent(line: string): LogEvent | undefined {
  try {
    return JSON.parse(line.replace(/(?:,|\][,}]?)\s*$/, "")) as LogEvent;
  } catch {
    // The last line of a log that was cut off; everything before it counts.
    return undefined;
  }
}

function nameAsked(host: unknown): Observed | undefined {
  if (typeof host !== "string") return undefined;
  const name = host.replace(/^\w+:\/\//, "").replace(/:\d+$/, "");
  return { kind: "name", via: "netlog", to: name, payload: name };
}

function headersSent(params: Readonly<Record<string, unknown>>): Observed {
  const payload = JSON.stringify(params);
  return { kind: "bytes", via: "netlog", to: hostOf(payload), payload };
}

function bytesSent(params: Readonly<Record<string, unknown>>): Observed {
  const payload = Buffer.from(textOf(params["bytes"]), "base64");
  const to = addressIn(params) || hostOf(payload.toString("latin1"));
  return { kind: "bytes", via: "netlog", to, payload };
}

/** The IPv4 or IPv6 address without its port. */
function addressIn(params: Readonly<Record<string, unknown>>): string {
  return textOf(params["address"]).replace(/:\d+$/, "");
}

function hostOf(head: string): string {
  // An address may spell out another host than the one it is sent to, so the Host line goes first.
  return /(?:\bhost|:authority): ([^\s:"\\]+)/i.exec(head)?.[1] ?? channelHostIn(head) ?? "";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
