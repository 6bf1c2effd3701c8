/**
 * Only from the model page, whose policy lets it reach the hosts of models: that it does reach them, and that such a
 * host is no springboard to another one.
 */
import type { Channel } from "./channel.ts";

/** The domains in the policy of the model page, as `tools/headers.mjs` writes them. */
export const modelDomains = ["huggingface.co", "hf.co"];

/** A navigation follows redirects without asking the policy of scripts, so it is told in a figure of its own. */
export const redirectedNavigationId = "redirected-navigation";

export const modelPageChannels = [
  { id: "allowed-fetch", family: "request", run: () => fetch("https://huggingface.co/x") },
  {
    id: "redirected-fetch",
    family: "request",
    run: ({ https, canary }) =>
      fetch(`https://huggingface.co/redirect?${encodeURIComponent(`${https}/x?${canary}`)}`),
  },
  {
    id: "redirected-event-source",
    family: "request",
    run: ({ https, canary }) => {
      const address = encodeURIComponent(`${https}/x?${canary}`);
      attack.kept.push(new EventSource(`https://huggingface.co/redirect?${address}`));
    },
  },
  {
    id: redirectedNavigationId,
    family: "navigation",
    run: ({ https, canary }) => {
      location.href = `https://huggingface.co/redirect?${encodeURIComponent(`${https}/x?${canary}`)}`;
    },
  },
] as const satisfies readonly Channel[];
