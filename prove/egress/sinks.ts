/**
 * The catch-all servers behind every name of the proof: HTTP, HTTPS, WebSocket, and a TCP and UDP port for relays
 * (STUN, TURN, WebTransport). Each tells what arrived and answers politely enough for the browser to go on.
 */
import { createHash } from "node:crypto";
import { createSocket, type Socket as DatagramSocket } from "node:dgram";
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { createServer as createTcpServer, type Server as TcpServer, type Socket } from "node:net";
import { createCertificate } from "../../tools/certificate.ts";
import { portOf } from "./ports.ts";
import { channelHostIn } from "./host-names.ts";
import type { Observed } from "./journal.ts";

export type SinkPorts = { readonly http: number; readonly https: number; readonly relay: number };
export type Sinks = { readonly ports: SinkPorts; readonly close: () => Promise<void> };

export type SinkOptions = {
  /** Where TCP is caught: a wildcard inside the namespace, addresses of this machine outside. */
  readonly hosts: readonly string[];
  /** UDP sockets do not tell which address a datagram was sent to, so there is one for each of these. */
  readonly datagramAddresses: readonly string[];
  /** Zero takes a free port. */
  readonly ports: SinkPorts;
  readonly record: (observed: Observed) => void;
};

type Onward = (socket: Socket) => void;

const webSocketGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** Opens every listener and resolves when all of them listen. */
export async function startSinks({ hosts, datagramAddresses, ports, record }: SinkOptions): Promise<Sinks> {
  const open = new Set<Socket>();
  const handTo = (server: Server): Onward => {
    answerRequests(server, record);
    return (socket) => server.emit("connection", socket);
  };
  const fronts: TcpServer[] = [];
  const openEverywhere = async (wanted: number, onward: Onward): Promise<number> => {
    let port = wanted;
    for (const host of hosts) {
      const front = createFront(record, open, onward);
      fronts.push(front);
      port = await listen(front, host, port);
    }
    return port;
  };
  const taken = {
    http: await openEverywhere(ports.http, handTo(createHttpServer())),
    https: await openEverywhere(ports.https, handTo(createHttpsServer(createCertificate("catch-all.test")))),
    relay: await openEverywhere(ports.relay, (socket) => socket.destroySoon()),
  };
  const datagrams = await Promise.all(
    datagramAddresses.flatMap((address) => [
      openDatagrams(address, taken.relay, record),
      openDatagrams(address, taken.https, record),
    ]),
  );
  return {
    ports: taken,
    close: async () => {
      for (const socket of open) socket.destroy();
      await Promise.all(fronts.map((server) => new Promise((done) => server.close(done))));
      await Promise.all(datagrams.map((socket) => new Promise<void>((done) => socket.close(done))));
    },
  };
}

/** Accepts connections, tells of each and of its first bytes as they were on the wire, then hands it on. */
function createFront(record: SinkOptions["record"], open: Set<Socket>, onward: Onward): TcpServer {
  return createTcpServer((socket) => {
    const to = socket.localAddress ?? "";
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy());
    record({ kind: "connection", via: "tcp", to, payload: "" });
    socket.once("data", (first: Buffer) => {
      record({
        kind: "bytes",
        via: "tcp",
        to: channelHostIn(first.toString("latin1")) ?? to,
        payload: first,
      });
      socket.pause();
      socket.unshift(first);
      onward(socket);
      process.nextTick(() => socket.resume());
    });
  });
}

function answerRequests(server: Server, record: SinkOptions["record"]): void {
  const tell = (request: IncomingMessage, body: string) =>
    record({
      kind: "bytes",
      via: "http",
      to: request.headers.host?.replace(/:\d+$/, "") ?? request.socket.localAddress ?? "",
      payload: [`${request.method} ${request.url}`, ...request.rawHeaders, body].join("\n"),
    });
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      tell(request, Buffer.concat(chunks).toString("latin1"));
      answer(request.url ?? "/", response);
    });
  });
  server.on("upgrade", (request: IncomingMessage, socket: Socket) => {
    tell(request, "");
    const key = `${request.headers["sec-websocket-key"]}${webSocketGuid}`;
    const accept = createHash("sha1").update(key).digest("base64");
    const head = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
    socket.end([...head, `Sec-WebSocket-Accept: ${accept}`, "", ""].join("\r\n"));
  });
}

/** Answers with an empty thing of the kind that the address asks for; `/redirect?URL` sends the browser on. */
function answer(url: string, response: ServerResponse): void {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Allow-Headers", "*");
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  if (url.startsWith("/redirect?")) {
    response.writeHead(302, { Location: decodeURIComponent(url.slice("/redirect?".length)) }).end();
    return;
  }
  const [type, body] = contentFor(url.replace(/\?.*/s, ""));
  response.writeHead(200, { "Content-Type": type }).end(body);
}

function contentFor(path: string): readonly [type: string, body: string] {
  if (path.endsWith(".js")) return ["text/javascript", ""];
  if (path.endsWith(".css")) return ["text/css", ""];
  if (path.endsWith(".json")) return ["application/json", "{}"];
  if (path.endsWith(".svg")) return ["image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"/>'];
  if (path.endsWith(".bin")) return ["application/octet-stream", "0"];
  return ["text/html", "<!doctype html><title>caught</title>"];
}

function listen(server: TcpServer, host: string, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen({ host, port }, () => done(portOf(server)));
  });
}

function openDatagrams(
  address: string,
  port: number,
  record: SinkOptions["record"],
): Promise<DatagramSocket> {
  const socket = createSocket("udp4");
  socket.on("message", (payload) => record({ kind: "bytes", via: "udp", to: address, payload }));
  return new Promise((done, fail) => {
    socket.once("error", fail);
    socket.bind(port, address, () => done(socket));
  });
}
