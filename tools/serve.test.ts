import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { headersFor } from "./headers.mjs";
import { pathInside, readAddress, readRange, startServer } from "./serve.mjs";

type Server = Awaited<ReturnType<typeof startServer>>;
const site = mkdtempSync(join(tmpdir(), "serve-"));
let sealed: Server;
let open: Server;

beforeAll(async () => {
  for (const folder of ["assets", "models/tiny", "cases", ".vite"])
    mkdirSync(join(site, folder), { recursive: true });
  writeFileSync(join(site, "index.html"), "<p>the app</p>");
  writeFileSync(join(site, "models.html"), "<p>the model page</p>");
  writeFileSync(join(site, "sw.js"), "self.x = 1;");
  writeFileSync(join(site, "assets/app-a1.js"), "console".repeat(500));
  writeFileSync(join(site, "models/tiny/part.bin"), "0123456789");
  writeFileSync(join(site, "cases/one.json"), "{}");
  writeFileSync(join(site, ".vite/manifest.json"), "{}");
  writeFileSync(join(site, "empty.txt"), "");
  sealed = await startServer({ folder: site });
  open = await startServer({ folder: site, withHeaders: false });
});

afterAll(async () => {
  await sealed.close();
  await open.close();
});

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
};

/** Plain requests, because `fetch` tidies the dots of a path away before it is sent. */
function ask(
  path: string,
  options: { readonly method?: string; readonly headers?: Record<string, string> } = {},
) {
  return new Promise<Answer>((done, fail) => {
    request({ host: "127.0.0.1", port: sealed.port, path, ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on("error", fail)
      .end();
  });
}

test.each([
  "/",
  "/cases",
  "/cases/",
  "/cases/ab-1",
  "/shelf",
  "/teach",
  "/settings",
  "/about",
  "/index.html",
])("%s is the app", async (path) => {
  const { status, body, headers } = await ask(path);
  expect([status, body.toString(), headers["cache-control"]]).toEqual([200, "<p>the app</p>", "no-cache"]);
});

test.each(["/nothing", "/cases/a/b", "/settings/x", "/gallery"])(
  "%s is no screen: the app says so, with status 404",
  async (path) => {
    const { status, body } = await ask(path);
    expect([status, body.toString()]).toEqual([404, "<p>the app</p>"]);
  },
);

test.each([
  "/assets/gone-a1.js",
  "/assets/gone",
  "/assets/",
  "/models/",
  "/models/gone",
  "/models/tiny",
  "/cases/gone.json",
  "/favicon.ico",
  "/.vite/manifest.json",
  "/../package.json",
  "/assets/..%2f..%2fpackage.json",
  "/assets/..\\..\\package.json",
  "/a%00.js",
])("%s is a plain 404, never the app", async (path) => {
  const { status, body, headers } = await ask(path);
  expect([status, headers["content-type"]]).toEqual([404, "text/plain; charset=utf-8"]);
  expect(body.toString()).not.toContain("<");
});

test("the model page is its own document, and only the address without a slash", async () => {
  const { status, body } = await ask("/models?model=tiny");
  expect([status, body.toString()]).toEqual([200, "<p>the model page</p>"]);
});

test.each([
  "/",
  "/models",
  "/sw.js",
  "/assets/app-a1.js",
  "/models/tiny/part.bin",
  "/gone",
  "/assets/gone.js",
])("%s carries exactly the policy of headers.mjs", async (path) => {
  const { headers } = await ask(path);
  const policy = headersFor(path);
  const sent = Object.fromEntries(Object.keys(policy).map((name) => [name, headers[name.toLowerCase()]]));
  expect(sent).toEqual(policy);
});

test("refused, unreadable and unchanged answers carry the policy too", async () => {
  const { headers } = await ask("/");
  const cases = [
    ["/", { method: "POST" }, 405],
    ["/%", {}, 400],
    ["/", { headers: { "if-none-match": String(headers["etag"]) } }, 304],
  ] as const;
  const answers = await Promise.all(cases.map(([path, options]) => ask(path, options)));
  expect(answers.map(({ status }) => status)).toEqual(cases.map(([, , status]) => status));
  for (const answer of answers) expect(answer.headers["connection-allowlist"]).toBe("(response-origin)");
});

test("without headers there is no policy at all, and the same content", async () => {
  const response = await fetch(`${open.url}/`);
  expect(await response.text()).toBe("<p>the app</p>");
  for (const name of Object.keys(headersFor("/"))) expect(response.headers.get(name)).toBeNull();
});

test("text is compressed for those who ask, and hashed files are kept for ever", async () => {
  const plain = await ask("/assets/app-a1.js");
  const gzipped = await ask("/assets/app-a1.js", { headers: { "accept-encoding": "br, gzip" } });
  expect(gzipped.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(gzipped.body)).toEqual(plain.body);
  expect(gzipped.body.length).toBeLessThan(plain.body.length);
  expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
});

test("HEAD has the length and no body", async () => {
  const { status, headers, body } = await ask("/models/tiny/part.bin", { method: "HEAD" });
  expect([status, headers["content-length"], body.length]).toEqual([200, "10", 0]);
});

test("an empty file is empty, not an error", async () => {
  const { status, body } = await ask("/empty.txt");
  expect([status, body.length]).toEqual([200, 0]);
});

test("a broken download goes on where it stopped", async () => {
  const part = await ask("/models/tiny/part.bin", { headers: { range: "bytes=4-6" } });
  expect([part.status, part.body.toString(), part.headers["content-range"]]).toEqual([
    206,
    "456",
    "bytes 4-6/10",
  ]);
  const beyond = await ask("/models/tiny/part.bin", { headers: { range: "bytes=10-" } });
  expect([beyond.status, beyond.headers["content-range"]]).toEqual([416, "bytes */10"]);
});

test.each([
  ["bytes=0-", { start: 0, end: 9 }],
  ["bytes=-3", { start: 7, end: 9 }],
  ["bytes=2-99", { start: 2, end: 9 }],
  ["bytes=-0", "beyond"],
  ["bytes=5-2", undefined],
  ["bytes=0-1,3-4", undefined],
  ["lines=1-2", undefined],
  [undefined, undefined],
])("the range %s", (header, range) => {
  expect(readRange(header, 10)).toEqual(range);
});

test("a path never leaves the folder", () => {
  expect(pathInside("/site", "/assets/a.js")).toBe("/site/assets/a.js");
  for (const path of ["/../x", "/a/../../x", "/", "/.hidden", "/a\0"])
    expect(pathInside("/site", path)).toBeUndefined();
});

test("a taken port says so, whichever of the two loopback addresses holds it", async () => {
  await expect(startServer({ folder: site, port: sealed.port })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
});

test("a dot in the last name means a file", () => {
  expect(readAddress("/cases/one.json")).toEqual({ type: "file" });
  expect(readAddress("/cases/one")).toMatchObject({ type: "document", status: 200 });
});

test("the seal check is a redirect on this very address", async () => {
  const { status, headers } = await ask("/seal-check");
  expect([status, headers["location"], headers["connection-allowlist"]]).toEqual([
    302,
    "/version.json",
    "(response-origin)",
  ]);
});
