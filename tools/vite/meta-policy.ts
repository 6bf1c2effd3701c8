import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { metaPolicyFor } from "../headers.mjs";

const INLINE_STYLE = /<style>([\s\S]*?)<\/style>/gu;

/**
 * Puts the policy into each document as its first element, the second lock behind the response header, and
 * refuses to build when the static shell's inlined rules are not the ones that the policy allows by hash.
 */
export function metaPolicy(): Plugin {
  return {
    name: "curbside-meta-policy",
    apply: "build",
    transformIndexHtml: { order: "post", handler: (html, context) => addPolicy(html, context.path) },
  };
}

function addPolicy(html: string, path: string): string {
  const policy = metaPolicyFor(path);
  for (const [, css] of html.matchAll(INLINE_STYLE)) {
    const hash = `'sha256-${createHash("sha256")
      .update(css ?? "")
      .digest("base64")}'`;
    if (!policy.includes(hash)) {
      throw new Error(
        `The inlined style of ${path} has changed: set SHELL_STYLE_HASH in tools/headers.mjs to ${hash}`,
      );
    }
  }
  return html.replace(
    "<head>",
    `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}
