import type { Plugin } from "vite";

const STATIC_SHELL = /class="static-shell"/u;
const ASSETS = /\s*<(?:link rel="(?:stylesheet|modulepreload)"[^>]*>|script type="module"[^>]*><\/script>)/gu;

/**
 * Moves style sheets and scripts behind a document's static shell, so that the shell is painted with its own inlined
 * rules before anything else is asked for. Module scripts still wait for the style sheet: nothing mounts unstyled.
 */
export function lateAssets(): Plugin {
  return {
    name: "curbside-late-assets",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) => (STATIC_SHELL.test(html) ? moveAssets(html) : html),
    },
  };
}

function moveAssets(html: string): string {
  // Style sheets first: a script waits for those before it.
  const assets = (html.match(ASSETS) ?? []).toSorted(
    (a, b) => Number(b.includes("stylesheet")) - Number(a.includes("stylesheet")),
  );
  return html.replaceAll(ASSETS, "").replace("</body>", `${assets.join("")}\n  </body>`);
}
