import type { Plugin } from "vite";

const STATIC_SHELL = /class="static-shell"/u;
const STYLE_LINK = /\s*<link rel="stylesheet"[^>]*>/gu;

/**
 * Moves style sheets behind a document's static shell, so that the shell is painted with its own inlined rules before
 * the application's style sheet has arrived. Module scripts still wait for it: nothing mounts unstyled.
 */
export function lateStyles(): Plugin {
  return {
    name: "curbside-late-styles",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) => (STATIC_SHELL.test(html) ? moveStyleLinks(html) : html),
    },
  };
}

function moveStyleLinks(html: string): string {
  const links = html.match(STYLE_LINK) ?? [];
  return html.replaceAll(STYLE_LINK, "").replace("</body>", `${links.join("")}\n  </body>`);
}
