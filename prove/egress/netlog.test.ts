import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Observed } from "./journal.ts";
import { readNetlog } from "./netlog.ts";

const folder = mkdtempSync(join(tmpdir(), "netlog-"));
afterAll(() => rmSync(folder, { recursive: true }));

const types = {
  HOST_RESOLVER_MANAGER_REQUEST: 1,
  HTTP_TRANSACTION_SEND_REQUEST_HEADERS: 2,
  SOCKET_BYTES_SENT: 3,
  UDP_BYTES_SENT: 4,
  TCP_CONNECT_ATTEMPT: 5,
  URL_REQUEST_START_JOB: 6,
};
const canary = "abcdefghijklmnopqrstuv27";

async function read(events: readonly object[], end = "]}"): Promise<readonly (readonly [string, string])[]> {
  const path = join(folder, "log.json");
  const lines = events.map((event) => JSON.stringify(event)).join(",\n");
  writeFileSync(
    path,
    `{"constants":${JSON.stringify({ logEventTypes: types })},\n"events": [\n${lines}${end}`,
  );
  const seen: Observed[] = [];
  await readNetlog(path, (observed) => seen.push(observed));
  return seen.map(({ kind, to }) => [kind, to]);
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

test("reads names, connections and bytes, each with where it went", async () => {
  const seen = await read([
    { params: { host: "https://x.fetch.test:443" }, type: 1 },
    {
      params: {
        headers: ["Host: x.xhr.test:80", "Accept: */*"],
        line: `GET /${canary}.fetch.test HTTP/1.1\r\n`,
      },
      type: 2,
    },
    { params: { bytes: base64("GET / HTTP/1.1\r\nHost: localhost:41\r\n") }, type: 3 },
    { params: { bytes: base64(`..${canary}.image.test..`) }, type: 3 },
    { params: { address: "127.0.1.4:3478", bytes: base64("stun") }, type: 4 },
    { params: { address: "127.0.1.5:3478" }, type: 5 },
  ]);
  expect(seen).toEqual([
    ["name", "x.fetch.test"],
    ["bytes", "x.xhr.test"],
    ["bytes", "localhost"],
    ["bytes", `${canary}.image.test`],
    ["bytes", "127.0.1.4"],
    ["connection", "127.0.1.5"],
  ]);
});

test("passes over what the browser only meant to do, and name lookups on the wire", async () => {
  const seen = await read([
    { params: { url: "http://x.fetch.test/" }, type: 6 },
    { params: { bytes: base64("a question") }, type: 4 },
    { type: 5 },
  ]);
  expect(seen).toEqual([]);
});

test("reads a log that was cut off", async () => {
  const events = [{ params: { host: "x.fetch.test" }, type: 1 }];
  expect(await read(events, ',\n{"params":{"host":"x.ima')).toEqual([["name", "x.fetch.test"]]);
});
