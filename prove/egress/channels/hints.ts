/** Channels that only hint at what may be wanted later. Some send no more than a name lookup: that is enough. */
import type { Channel } from "./channel.ts";

export const hintChannels = [
  {
    id: "prefetch",
    family: "hint",
    short: true,
    run: ({ http, canary }) => {
      const link = document.createElement("link");
      link.rel = "prefetch";
      link.href = `${http}/x.html?${canary}`;
      document.head.append(link);
    },
  },
  {
    id: "preload",
    family: "hint",
    run: ({ http, canary }) => {
      const link = document.createElement("link");
      link.rel = "preload";
      link.as = "fetch";
      link.crossOrigin = "anonymous";
      link.href = `${http}/x?${canary}`;
      document.head.append(link);
    },
  },
  {
    id: "module-preload",
    family: "hint",
    run: ({ http, canary }) => {
      const link = document.createElement("link");
      link.rel = "modulepreload";
      link.href = `${http}/x.js?${canary}`;
      document.head.append(link);
    },
  },
  {
    id: "dns-prefetch",
    family: "hint",
    short: true,
    run: ({ http }) => {
      const link = document.createElement("link");
      link.rel = "dns-prefetch";
      link.href = `${http}/`;
      document.head.append(link);
    },
  },
  {
    id: "preconnect",
    family: "hint",
    run: ({ http }) => {
      const link = document.createElement("link");
      link.rel = "preconnect";
      link.href = `${http}/`;
      document.head.append(link);
    },
  },
  {
    id: "speculation-rules",
    family: "hint",
    alone: true,
    run: ({ https, canary }) => {
      const script = document.createElement("script");
      const rule = { source: "list", urls: [`${https}/x.html?${canary}`] };
      script.type = "speculationrules";
      script.textContent = attack.script(JSON.stringify({ prefetch: [rule], prerender: [rule] }));
      document.head.append(script);
    },
  },
] as const satisfies readonly Channel[];
