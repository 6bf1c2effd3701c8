/**
 * The one place where response headers are written. The server, the development server, the static-host examples and
 * the meta policy of both documents are all made from here.
 *
 * Every response carries the workbench policy, with one exception: the document of the model page. A script or worker
 * never gets the wider policy, not even one that only the model page loads, because a worker takes the policy of its
 * own response and any page of this origin could start it.
 */

import { extname } from "node:path";

/** @typedef {Readonly<Record<string, string>>} Headers */
/** @typedef {readonly (readonly [name: string, ...sources: string[]])[]} Directives */

const modelHosts = ["https://huggingface.co", "https://*.hf.co"];

/**
 * The static shell's own rules, inlined in both documents so that they are painted before anything else arrives.
 * A build with other rules refuses and prints their hash.
 */
const SHELL_STYLE_HASH = "'sha256-RztDeg1KBlENTrErpHZJEKXyNysofyUIl5NLsXbkStc='";

/**
 * A redirect from this address to itself in other words. A browser that enforces the connection allowlist refuses
 * to follow it, any other follows: so the app sees, without leaving this address, whether it is sealed.
 */
export const sealCheck = { from: "/seal-check", to: "/version.json" };

/** The only paths that are the model page; `/models/...` are files. */
export const modelPagePaths = ["/models", "/models.html"];

/** @type {Directives} */
const workbenchDirectives = [
  ["default-src", "'none'"],
  ["script-src", "'self'", "'wasm-unsafe-eval'"],
  ["style-src", "'self'", SHELL_STYLE_HASH],
  ["img-src", "'self'", "data:", "blob:"],
  ["font-src", "'self'"],
  ["connect-src", "'self'"],
  ["worker-src", "'self'", "blob:"],
  ["manifest-src", "'self'"],
  ["frame-src", "'none'"],
  ["object-src", "'none'"],
  ["base-uri", "'none'"],
  ["form-action", "'none'"],
  ["frame-ancestors", "'none'"],
  ["require-trusted-types-for", "'script'"],
  ["trusted-types", "app", "default"],
  ["sandbox", "allow-scripts", "allow-same-origin", "allow-downloads", "allow-modals"],
];

const modelPageDirectives = replaceDirective(workbenchDirectives, "connect-src", ["'self'", ...modelHosts]);

/** Directives that a browser ignores, with a console warning, in a meta element. */
const headerOnly = new Set(["frame-ancestors", "sandbox"]);

const workbenchAllowlist = "(response-origin)";
const modelPageAllowlist = `(response-origin ${modelHosts.map((host) => `"${host}/*"`).join(" ")});redirects=allow`;

/**
 * The content type of every kind of file in a build, by the end of its name.
 * @type {Readonly<Record<string, string>>}
 */
export const contentTypes = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
};

const compressible = new Set([
  ".css",
  ".html",
  ".js",
  ".json",
  ".mjs",
  ".svg",
  ".txt",
  ".wasm",
  ".webmanifest",
]);

/** @type {Headers} */
const sharedHeaders = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), usb=(), payment=(), display-capture=()",
};

/**
 * The policy headers of the response to `pathname`, whatever its status.
 * @param {string} pathname
 * @returns {Headers}
 */
export function headersFor(pathname) {
  return {
    "Content-Security-Policy": directivesToText(directivesFor(pathname)),
    "Connection-Allowlist": isModelPage(pathname) ? modelPageAllowlist : workbenchAllowlist,
    ...sharedHeaders,
  };
}

/** @param {string} pathname */
function isModelPage(pathname) {
  return modelPagePaths.includes(pathname);
}

/** @param {string} pathname */
function directivesFor(pathname) {
  return isModelPage(pathname) ? modelPageDirectives : workbenchDirectives;
}

/**
 * The same policy, loosened only as far as a development server needs: inline scripts and styles for hot reload,
 * and no Trusted Types. Requests to other hosts stay blocked.
 * @param {string} pathname
 * @returns {Headers}
 */
export function developmentHeadersFor(pathname) {
  const inlineScripts = replaceDirective(directivesFor(pathname), "script-src", [
    "'self'",
    "'wasm-unsafe-eval'",
    "'unsafe-inline'",
  ]);
  const inlineStyles = replaceDirective(inlineScripts, "style-src", ["'self'", "'unsafe-inline'"]);
  const directives = inlineStyles.filter(([name]) => !name.includes("trusted-types"));
  return { ...headersFor(pathname), "Content-Security-Policy": directivesToText(directives) };
}

/**
 * The second lock: the policy text for the first element of the head of `index.html` or `models.html`.
 * @param {string} pathname
 * @returns {string}
 */
export function metaPolicyFor(pathname) {
  const directives = directivesFor(pathname);
  return directivesToText(directives.filter(([name]) => !headerOnly.has(name)));
}

/**
 * How long a browser may keep the response: for ever when the file name holds a hash of the content, else it asks again.
 * @param {string} pathname
 * @returns {string}
 */
export function cachingFor(pathname) {
  return pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
}

/**
 * The content type of a file by its name.
 * @param {string} name
 * @returns {string}
 */
export function contentTypeFor(name) {
  return contentTypes[extname(name)] ?? "application/octet-stream";
}

/**
 * Whether a file by its name gets smaller when compressed; fonts, pictures and models do not.
 * @param {string} name
 */
export function isCompressible(name) {
  return compressible.has(extname(name));
}

/**
 * @param {Directives} directives
 * @param {string} name
 * @param {readonly string[]} sources
 * @returns {Directives}
 */
function replaceDirective(directives, name, sources) {
  return directives.map((directive) => (directive[0] === name ? [name, ...sources] : directive));
}

/** @param {Directives} directives */
function directivesToText(directives) {
  return directives.map((directive) => directive.join(" ")).join("; ");
}
