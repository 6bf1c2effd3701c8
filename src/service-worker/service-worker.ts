/**
 * Keeps the app's own files so that it starts and works with the network gone. It never runs a model, never sees
 * a case, has no message but "take over now", and takes over only when the person accepts an update.
 */
import {
  type Answer,
  cacheNameOf,
  cachesToDelete,
  headersOfAnswer,
  planAnswer,
  readOfflineBuild,
} from "./offline-plan.ts";

declare const self: ServiceWorkerGlobalScope;

// The build replaces the text between the quotes (tools/vite/offline-files.ts).
const build = readOfflineBuild(JSON.parse("__OFFLINE_FILES__"));

self.addEventListener("install", (event) => {
  event.waitUntil(keepBuild());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener("message", (event) => {
  if (event.data === "update-accept") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const answer = planAnswer(request, self.location.origin);
  if (answer.type === "pass") return;
  const kept = answer.type === "document" ? new Request(answer.path) : request;
  event.respondWith(keptOrFetched(kept, request).then((response) => underPolicy(response, answer)));
});

/** All files or none: a build that is only half here is not kept. */
async function keepBuild(): Promise<void> {
  const cache = await caches.open(cacheNameOf(build.build));
  await cache.addAll(build.files.map((file) => new Request(`/${file}`, { cache: "reload" })));
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(cachesToDelete(names, build.build).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** This build's copy first, then an earlier build's (an old page may ask for its own file), then the network. */
async function keptOrFetched(kept: Request, asked: Request): Promise<Response> {
  const own = await caches.open(cacheNameOf(build.build));
  const options = { ignoreSearch: kept !== asked, ignoreVary: true };
  return (await own.match(kept, options)) ?? (await caches.match(kept, options)) ?? fetch(asked);
}

function underPolicy(response: Response, answer: Answer): Response {
  // A redirect that a navigation must follow itself has no status and no readable headers.
  if (response.status === 0) return response;
  const headers = headersOfAnswer(response.headers, answer, build.policies);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
