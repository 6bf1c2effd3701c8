/**
 * The site that the proof attacks: a copy of the build, served by the same server, with a few files added that an
 * attacker would need on this origin. The added files get no headers but those that every file gets.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const workerSource = `onmessage = (event) => {
  if (event.data.startsWith("ws")) self.kept = new WebSocket(event.data);
  else void fetch(event.data, { mode: "no-cors" });
};
`;

const files = {
  "attack-blank.html": "<!doctype html><title>blank</title>",
  "attack-worker.js": workerSource,
  "assets/attack-worker.js": workerSource,
  "attack-service-worker.js": `addEventListener("message", (event) => {
  event.waitUntil(fetch(event.data, { mode: "no-cors" }));
});
`,
} as const;

/** For the control: answers from its cache as the app's own worker does, and adds nothing to what it finds there. */
const controlServiceWorker = `
addEventListener("install", (event) => {
  event.waitUntil(caches.open("control").then((cache) => cache.add("/")));
});
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  const isFile = request.mode !== "navigate" || request.url.endsWith(".html");
  const kept = caches.match(isFile ? request : "/");
  event.respondWith(kept.then((response) => response ?? fetch(request)));
});
`;

/** Copies the build and adds the attacker's files; without `withPolicy` every policy that the build itself adds is gone. */
export function writeAttackSite(build: string, folder: string, withPolicy: boolean): void {
  cpSync(build, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  if (withPolicy) return;
  const worker = join(folder, "sw.js");
  if (existsSync(worker)) writeFileSync(worker, controlServiceWorker);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".html")) continue;
    const path = join(folder, name);
    writeFileSync(path, withoutMetaPolicy(readFileSync(path, "utf8")));
  }
}

/** The document without its meta policy. */
export function withoutMetaPolicy(html: string): string {
  return html.replaceAll(/<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi, (tag) =>
    /http-equiv=["']?content-security-policy/i.test(tag) ? "" : tag,
  );
}
