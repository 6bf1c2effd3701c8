import { createSocket } from "node:dgram";
import { request } from "node:https";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCanary } from "./canary.ts";
import { channelHost } from "./host-names.ts";
import { createJournal } from "./journal.ts";
import { type Sinks, startSinks } from "./sinks.ts";
import { createWorld } from "./world.ts";

const canary = createCanary();
const ids = ["plain", "secure", "socket"];
const world = createWorld("namespace", ids);
const journal = createJournal(canary, (to) => (to === "127.0.0.1" ? "relay" : world.channelOf(to)));
const limitMs = 5_000;
let sinks: Sinks;

beforeAll(async () => {
  sinks = await startSinks({
    hosts: ["127.0.0.1"],
    datagramAddresses: ["127.0.0.1"],
    ports: { http: 0, https: 0, relay: 0 },
    record: journal.record,
  });
});
afterAll(() => sinks.close());

const seenBy = (channel: string, via: string) =>
  journal.sightings.filter((seen) => seen.channel === channel && seen.via === via && seen.kind === "bytes");

test("catches a plain request with its body", async () => {
  await new Promise<void>((done) => {
    const socket = connect(sinks.ports.http, "127.0.0.1", () => {
      const head = `POST / HTTP/1.1\r\nHost: ${channelHost("plain", canary.text)}\r\nContent-Length: 24`;
      socket.end(`${head}\r\n\r\n${canary.text}`);
    });
    socket.on("data", () => done());
  });
  expect(seenBy("plain", "http")).toMatchObject([{ hasCanary: true }]);
});

test("catches an encrypted request, its name already in the greeting", async () => {
  const host = channelHost("secure", canary.text);
  await new Promise<void>((done) => {
    const options = {
      host: "127.0.0.1",
      port: sinks.ports.https,
      servername: host,
      rejectUnauthorized: false,
    };
    request({ ...options, headers: { host } }, (response) => {
      response.resume();
      response.on("end", done);
    }).end();
  });
  expect(seenBy("secure", "tcp")).toHaveLength(1);
  expect(seenBy("secure", "http")).toHaveLength(1);
});

test("opens a web socket, so that a page goes on to send", async () => {
  const answer = await new Promise<string>((done) => {
    const socket = connect(sinks.ports.http, "127.0.0.1");
    const head = ["GET /x HTTP/1.1", `Host: ${channelHost("socket", canary.text)}`, "Connection: Upgrade"];
    const upgrade = ["Upgrade: websocket", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="];
    socket.write([...head, ...upgrade, "", ""].join("\r\n"));
    socket.on("data", (bytes) => done(bytes.toString()));
  });
  // The key and its answer are the example of RFC 6455, section 1.3.
  expect(answer).toContain("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  expect(seenBy("socket", "http")).toMatchObject([{ hasCanary: true }]);
});

test("catches a connection before its first byte, and a datagram", async () => {
  connect(sinks.ports.relay, "127.0.0.1").end();
  expect(await journal.firstOf("relay", ["connection"], limitMs)).toBeDefined();
  const socket = createSocket("udp4");
  socket.send(Buffer.from("x"), sinks.ports.relay, "127.0.0.1", () => socket.close());
  await expect.poll(() => seenBy("relay", "udp")).toHaveLength(1);
});

test("a channel that stays silent is given up after its time", async () => {
  expect(await journal.firstOf("silent", ["name", "connection", "bytes"], 10)).toBeUndefined();
});
