/**
 * A static server for a built folder, on localhost, with the headers of `headers.mjs` on every response.
 * Needs nothing but Node and that one file: a build copies both beside itself, so that the folder also runs from a
 * USB stick. Answers for what is a file, what is the app, and what is truly not there; knows nothing of the app.
 */
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import {
  cachingFor,
  contentTypeFor,
  headersFor,
  isCompressible,
  modelPagePaths,
  sealCheck,
} from "./headers.mjs";

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */
/** @typedef {{ path: string, size: number, etag: string }} File */
/** @typedef {{ folder: string, withHeaders: boolean, gzipped: Map<string, Buffer> }} Site */

/** Above this a file is streamed as it is, so that a model never passes through memory whole. */
const largestGzipped = 16 * 1024 * 1024;

/** The addresses that are a screen of the app; everything else is a file or is not there. */
export const workbenchRoutes = [
  /^\/(?:index\.html)?$/,
  /^\/cases\/?$/,
  /^\/cases\/[^/.]+\/?$/,
  /^\/shelf\/?$/,
  /^\/teach\/?$/,
  /^\/settings\/?$/,
  /^\/about\/?$/,
];

/**
 * What an address means before anyone looks for a file: a document with its status, or a file that is either there or
 * a plain 404. An address that no screen answers gets the app with status 404, so that the app can say so itself.
 * @param {string} pathname
 * @returns {{ readonly type: "document", readonly name: string, readonly status: 200 | 404 } | { readonly type: "file" }}
 */
export function readAddress(pathname) {
  if (modelPagePaths.includes(pathname)) return { type: "document", name: "models.html", status: 200 };
  if (workbenchRoutes.some((route) => route.test(pathname)))
    return { type: "document", name: "index.html", status: 200 };
  const lastName = pathname.slice(pathname.lastIndexOf("/") + 1);
  if (/^\/(?:assets|models)\//.test(pathname) || lastName.includes(".")) return { type: "file" };
  return { type: "document", name: "index.html", status: 404 };
}

/**
 * The path of a file inside `folder`, or undefined for every address that would leave it or names a hidden file.
 * @param {string} folder
 * @param {string} pathname
 * @returns {string | undefined}
 */
export function pathInside(folder, pathname) {
  if (/[\0\\]/.test(pathname)) return undefined;
  if (pathname.split("/").some((name) => name.startsWith("."))) return undefined;
  const path = resolve(folder, `.${pathname}`);
  return path.startsWith(resolve(folder) + sep) ? path : undefined;
}

/**
 * Serves `folder` until `close` is called. `port` 0 takes a free one; a taken port rejects with code EADDRINUSE.
 * `withHeaders: false` exists only for the control run of the egress proof, which must leak.
 * @param {{ folder: string, port?: number, host?: string, withHeaders?: boolean }} options
 * @returns {Promise<{ readonly url: string, readonly port: number, readonly close: () => Promise<void> }>}
 */
export async function startServer({ folder, port = 0, host = "localhost", withHeaders = true }) {
  /** @type {Site} */
  const site = { folder: resolve(folder), withHeaders, gzipped: new Map() };
  const first = await listen(site, host === "localhost" ? "127.0.0.1" : host, port);
  const servers = [first.server];
  if (host === "localhost") {
    try {
      servers.push((await listen(site, "::1", first.port)).server);
    } catch (error) {
      if (!hasNoSuchAddress(error)) {
        await closeServer(first.server);
        throw error;
      }
    }
  }
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${first.port}`,
    port: first.port,
    close: async () => void (await Promise.all(servers.map(closeServer))),
  };
}

/**
 * @param {Site} site
 * @param {string} address
 * @param {number} port
 * @returns {Promise<{ server: import("node:http").Server, port: number }>}
 */
function listen(site, address, port) {
  const server = createServer((request, response) => answer(site, request, response));
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen({ host: address, port }, () => {
      const bound = server.address();
      done({ server, port: typeof bound === "object" && bound !== null ? bound.port : port });
    });
  });
}

/** @param {import("node:http").Server} server */
function closeServer(server) {
  return new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
}

/** @param {unknown} error */
function hasNoSuchAddress(error) {
  return (
    error instanceof Error &&
    "code" in error &&
    /^(?:EADDRNOTAVAIL|EAFNOSUPPORT|EINVAL)$/.test(String(error.code))
  );
}

/**
 * @param {Site} site
 * @param {Request} request
 * @param {Response} response
 */
function answer(site, request, response) {
  const pathname = readPathname(request.url ?? "/");
  if (site.withHeaders) setAll(response, headersFor(pathname ?? "/"));
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return sendText(response, 405, "Only GET and HEAD are answered here.");
  }
  if (pathname === undefined) return sendText(response, 400, "This address cannot be read.");
  if (pathname === sealCheck.from) return void response.writeHead(302, { Location: sealCheck.to }).end();
  const address = readAddress(pathname);
  const file = readFile(site.folder, address.type === "document" ? `/${address.name}` : pathname);
  if (file === undefined) return sendText(response, 404, "There is no such file here.");
  response.setHeader("Cache-Control", cachingFor(pathname));
  return sendFile(site, request, response, file, address.type === "document" ? address.status : 200);
}

/** @param {string} url */
function readPathname(url) {
  const end = url.search(/[?#]/);
  try {
    return decodeURIComponent(end === -1 ? url : url.slice(0, end));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @param {string} pathname
 * @returns {File | undefined}
 */
function readFile(folder, pathname) {
  const path = pathInside(folder, pathname);
  if (path === undefined) return undefined;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) return undefined;
  return {
    path,
    size: stats.size,
    etag: `"${stats.size.toString(36)}-${Math.floor(stats.mtimeMs).toString(36)}"`,
  };
}

/**
 * @param {Site} site
 * @param {Request} request
 * @param {Response} response
 * @param {File} file
 * @param {number} status
 */
function sendFile(site, request, response, file, status) {
  response.setHeader("Content-Type", contentTypeFor(file.path));
  const canGzip = isCompressible(file.path) && file.size <= largestGzipped;
  const etag = canGzip ? `W/${file.etag}` : file.etag;
  response.setHeader("ETag", etag);
  if (canGzip) response.setHeader("Vary", "Accept-Encoding");
  if (status === 200 && request.headers["if-none-match"] === etag) return void response.writeHead(304).end();
  if (canGzip && /\bgzip\b/.test(request.headers["accept-encoding"] ?? ""))
    return sendGzipped(site, request, response, file, status);
  return sendBytes(request, response, file, status);
}

/**
 * @param {Site} site
 * @param {Request} request
 * @param {Response} response
 * @param {File} file
 * @param {number} status
 */
function sendGzipped(site, request, response, file, status) {
  const key = `${file.path} ${file.etag}`;
  const body = site.gzipped.get(key) ?? readGzipped(file.path);
  site.gzipped.set(key, body);
  response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", body.length);
  response.writeHead(status).end(request.method === "HEAD" ? undefined : body);
}

/** @param {string} path */
function readGzipped(path) {
  return existsSync(`${path}.gz`) ? readFileSync(`${path}.gz`) : gzipSync(readFileSync(path), { level: 9 });
}

/**
 * Sends the file, or the one range of it that was asked for, so that a broken model download can go on.
 * @param {Request} request
 * @param {Response} response
 * @param {File} file
 * @param {number} status
 */
function sendBytes(request, response, file, status) {
  response.setHeader("Accept-Ranges", "bytes");
  const range = status === 200 ? readRange(request.headers.range, file.size) : undefined;
  if (range === "beyond") {
    response.setHeader("Content-Range", `bytes */${file.size}`);
    return sendText(response, 416, "This part of the file does not exist.");
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  if (range !== undefined) response.setHeader("Content-Range", `bytes ${start}-${end}/${file.size}`);
  response.setHeader("Content-Length", end - start + 1);
  response.writeHead(range === undefined ? status : 206);
  if (request.method === "HEAD" || file.size === 0) return void response.end();
  const stream = createReadStream(file.path, { start, end });
  stream.on("error", () => response.destroy());
  response.on("close", () => stream.destroy());
  stream.pipe(response);
}

/**
 * Reads a Range header with one range; anything else means the whole file, as the standard allows.
 * @param {string | undefined} header
 * @param {number} size
 * @returns {{ start: number, end: number } | "beyond" | undefined}
 */
export function readRange(header, size) {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  if (from === "")
    return Number(to) === 0 ? "beyond" : { start: Math.max(0, size - Number(to)), end: size - 1 };
  const start = Number(from);
  if (start >= size) return "beyond";
  const end = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return end < start ? undefined : { start, end };
}

/**
 * @param {Response} response
 * @param {number} status
 * @param {string} sentence
 */
function sendText(response, status, sentence) {
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Cache-Control", "no-cache");
  response.removeHeader("ETag");
  response.writeHead(status).end(`${sentence}\n`);
}

/**
 * @param {Response} response
 * @param {Readonly<Record<string, string>>} headers
 */
function setAll(response, headers) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** @param {readonly string[]} words */
async function main(words) {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = existsSync(join(here, "../dist")) ? join(here, "../dist") : join(here, "..");
  const port = Number(words.find((word) => /^\d+$/.test(word)) ?? 4173);
  const folder = words.find((word) => !/^\d+$/.test(word)) ?? built;
  const start = (/** @type {number} */ wanted) => startServer({ folder, port: wanted });
  const server = await start(port).catch(() => start(0));
  if (server.port !== port) console.log(`Port ${port} is taken, so this is another one.`);
  console.log(`Curbside is at ${server.url}  (stop it with Ctrl-C)`);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await main(process.argv.slice(2));
