import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cachingFor, headersFor } from "./headers.mjs";
import type { startServer as startOurs } from "./serve.mjs";
import { toHeadersFile, toNginxFile, toRedirectsFile, writeHostFiles } from "./static-hosts.mjs";

/** What a host that reads `_headers` sends for a path: rules in order, `!` takes off what came before. */
function sentBy(file: string, pathname: string): Readonly<Record<string, string>> {
  const sent: Record<string, string> = {};
  let applies = false;
  for (const line of file.split("\n")) {
    if (line.startsWith("/")) {
      applies = line.endsWith("*") ? pathname.startsWith(line.slice(0, -1)) : pathname === line;
    } else if (applies && line.startsWith("  ! ")) {
      delete sent[line.slice(4)];
    } else if (applies && line.startsWith("  ")) {
      const [name = "", ...rest] = line.trim().split(": ");
      const before = sent[name];
      sent[name] = before === undefined ? rest.join(": ") : `${before}, ${rest.join(": ")}`;
    }
  }
  return sent;
}

test.each([
  "/",
  "/cases/a",
  "/sw.js",
  "/assets/a-1.js",
  "/models",
  "/models.html",
  "/models/a/b.bin",
  "/nothing",
])("_headers sends for %s exactly what our own server sends", (pathname) => {
  expect(sentBy(toHeadersFile(), pathname)).toEqual(headersFor(pathname));
});

/** The body of one nginx location, found by how it matches. */
function locationOf(match: string): string {
  const start = toNginxFile().indexOf(`location ${match} {`);
  expect(start).toBeGreaterThan(0);
  return toNginxFile().slice(start, toNginxFile().indexOf("\n  }", start));
}

test.each([
  ["= /seal-check", "/seal-check"],
  ["= /models", "/models"],
  ["= /models.html", "/models.html"],
  ["^~ /assets/", "/assets/a.js"],
  ["^~ /models/", "/models/a.bin"],
  ["~ /\\.", "/.vite"],
  ["~ \\.[^/]*$", "/sw.js"],
  ["/", "/nothing"],
])("nginx, location %s: the policy of %s, on every status", (match, pathname) => {
  const body = locationOf(match);
  for (const [name, value] of Object.entries(headersFor(pathname)))
    expect(body.replaceAll("'", '"')).toContain(`add_header ${name} "${value.replaceAll("'", '"')}" always;`);
  expect(body).toContain(`add_header Cache-Control "${cachingFor(pathname)}";`);
});

test("an answer that a file is missing is not kept", () => {
  expect(toNginxFile()).not.toMatch(/Cache-Control "[^"]+" always/);
  expect(toHeadersFile()).not.toContain("Cache-Control");
});

test("every nginx location says every header again", () => {
  const locations = toNginxFile().match(/location /g)?.length ?? 0;
  for (const name of Object.keys(headersFor("/")))
    expect(toNginxFile().split(`add_header ${name} `).length - 1, name).toBe(locations);
});

test("assets and models are files or a 404, never the app", () => {
  for (const match of ["^~ /assets/", "^~ /models/"]) {
    expect(locationOf(match)).toContain("try_files $uri =404;");
    expect(locationOf(match)).not.toContain("index.html");
  }
  expect(toRedirectsFile()).not.toMatch(/^\/(?:assets|models|\*)/m);
});

test("the committed nginx example is the one made from the headers", () => {
  expect(readFileSync("hosting/nginx.conf", "utf8")).toBe(toNginxFile());
});

test("the build gets a server of its own that needs nothing else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hosts-"));
  mkdirSync(join(folder, "dist"));
  mkdirSync(join(folder, "tools"));
  writeFileSync(join(folder, "dist/index.html"), "<p>the app</p>");
  for (const name of ["serve.mjs", "headers.mjs"])
    writeFileSync(join(folder, "tools", name), readFileSync(join("tools", name)));
  writeHostFiles(folder);
  const copy = join(folder, "dist/serve-curbside/serve.mjs");
  const { startServer }: { readonly startServer: typeof startOurs } = await import(/* @vite-ignore */ copy);
  const server = await startServer({ folder: join(folder, "dist") });
  const response = await fetch(`${server.url}/shelf`);
  expect([response.status, await response.text()]).toEqual([200, "<p>the app</p>"]);
  expect(response.headers.get("connection-allowlist")).toBe("(response-origin)");
  await server.close();
});
