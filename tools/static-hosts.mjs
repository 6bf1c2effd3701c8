/**
 * Writes what other servers need to send the same headers: `_headers`, `_redirects` and `404.html` into the build (for
 * Cloudflare Pages and Netlify), an nginx example into `hosting`, and a copy of our own small server into the build for
 * use from a USB stick. All of it is made from `headers.mjs`, and nothing of it is edited by hand.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cachingFor, contentTypes, headersFor, sealCheck } from "./headers.mjs";
import { workbenchRoutes } from "./serve.mjs";

const madeBy =
  "Made by tools/static-hosts.mjs from tools/headers.mjs; run `npm run build` instead of editing.";

/**
 * The `_headers` file. Every matching rule applies, so the model page first takes off (`!`) what the rule for all
 * paths has set; a host that ignores that line sends both policies, of which a browser keeps the stricter. Says nothing of
 * caching: it would hold for a missing file too, and the service worker keeps what is needed anyway.
 */
export function toHeadersFile() {
  const common = headersFor("/");
  const modelPage = Object.entries(headersFor("/models")).filter(([name, value]) => common[name] !== value);
  const modelRule = (/** @type {string} */ path) => [
    path,
    ...modelPage.map(([name]) => `  ! ${name}`),
    ...modelPage.map(([name, value]) => `  ${name}: ${value}`),
  ];
  return [
    `# ${madeBy}`,
    "/*",
    ...Object.entries(common).map(([name, value]) => `  ${name}: ${value}`),
    ...modelRule("/models"),
    ...modelRule("/models.html"),
    "",
  ].join("\n");
}

/** The `_redirects` file: each screen is the app, the rest is a file or `404.html`. */
export function toRedirectsFile() {
  const screens = ["/cases", "/cases/:id", "/shelf", "/teach", "/settings", "/about"];
  return [
    `# ${madeBy}`,
    `${sealCheck.from} ${sealCheck.to} 302`,
    ...screens.map((path) => `${path} /index.html 200`),
    "",
  ].join("\n");
}

/** The nginx example; `add_header` is said again in every location, since one of its own stops inheritance. */
export function toNginxFile() {
  const screens = workbenchRoutes.map((route) => route.source.replaceAll("\\/", "/")).join("|");
  return [
    `# ${madeBy}`,
    "# Put the content of dist into /srv/curbside. Away from localhost, add TLS: browsers need https for all of this.",
    "server {",
    "  listen 8080;",
    "  server_name localhost;",
    "  root /srv/curbside;",
    "  absolute_redirect off;",
    "  server_tokens off;",
    "  default_type application/octet-stream;",
    "  types {",
    ...Object.entries(contentTypes).map(
      ([ending, type]) => `    ${type.replace("; charset=utf-8", "")} ${ending.slice(1)};`,
    ),
    "  }",
    "  charset utf-8;",
    "  charset_types text/css text/javascript text/plain application/json application/manifest+json;",
    "  gzip on;",
    "  gzip_vary on;",
    "  gzip_types text/css text/javascript text/plain application/json application/manifest+json application/wasm image/svg+xml;",
    "",
    ...toLocation(`= ${sealCheck.from}`, "/", [`return 302 ${sealCheck.to};`]),
    ...toLocation("= /models", "/models", ["try_files /models.html =404;"]),
    ...toLocation("= /models.html", "/models.html", ["try_files $uri =404;"]),
    ...toLocation("^~ /assets/", "/assets/a", ["try_files $uri =404;"]),
    ...toLocation("^~ /models/", "/models/a", ["try_files $uri =404;"]),
    "",
    "  # Hidden files are nobody's business.",
    ...toLocation("~ /\\.", "/.hidden", ["return 404;"]),
    "",
    "  # The screens of the app, and the app itself for what is not there, with the status that says so.",
    ...toLocation(`~ "${screens}"`, "/", ["try_files /index.html =404;"]),
    ...toLocation("~ \\.[^/]*$", "/sw.js", ["try_files $uri =404;"]),
    ...toLocation("/", "/nothing", ["error_page 404 /index.html;", "return 404;"]),
    "}",
    "",
  ].join("\n");
}

/**
 * @param {string} match
 * @param {string} pathname
 * @param {readonly string[]} lines
 */
function toLocation(match, pathname, lines) {
  return [
    `  location ${match} {`,
    ...Object.entries(headersFor(pathname)).map(
      ([name, value]) => `    add_header ${name} ${quote(value)} always;`,
    ),
    // Not `always`: a file that is missing today may be there tomorrow.
    `    add_header Cache-Control "${cachingFor(pathname)}";`,
    ...lines.map((line) => `    ${line}`),
    "  }",
  ];
}

/** @param {string} value */
function quote(value) {
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}

const readMe = `Curbside, to run from a USB stick or any folder
================================================
You need Node 20.19 or later (https://nodejs.org) and Chrome or Edge; no network.

  1. Open a terminal in this folder.
  2. Type:  node serve-curbside/serve.mjs
  3. Open the address that it prints.

Opening index.html by double click does not work: a browser gives a file no private storage and no workers.
Cases are kept in the browser of the computer in use, not on the stick; export them to take them along.
`;

/**
 * Writes all of it: into `dist`, and the example into `hosting` when it has changed.
 * @param {string} folder
 */
export function writeHostFiles(folder) {
  const built = join(folder, "dist");
  writeFileSync(join(built, "_headers"), toHeadersFile());
  writeFileSync(join(built, "_redirects"), toRedirectsFile());
  copyFileSync(join(built, "index.html"), join(built, "404.html"));
  const small = join(built, "serve-curbside");
  mkdirSync(small, { recursive: true });
  for (const name of ["serve.mjs", "headers.mjs"])
    copyFileSync(join(folder, "tools", name), join(small, name));
  writeFileSync(join(small, "README.txt"), readMe);
  const example = join(folder, "hosting/nginx.conf");
  if (existsSync(example) && readFileSync(example, "utf8") === toNginxFile()) return;
  mkdirSync(join(folder, "hosting"), { recursive: true });
  writeFileSync(example, toNginxFile());
}
