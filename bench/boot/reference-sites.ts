/** The two pages that the app is measured against, made from its own words and served by the same server. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";
import { startServer } from "../../tools/serve.mjs";

export type ReferenceSites = {
  /** A page without any script or style. */
  readonly page: string;
  /** React drawing the same words, and nothing else. */
  readonly shell: string;
};

/** Serves both while `measure` runs, and leaves nothing behind. */
export async function withReferenceSites<Value>(
  words: readonly string[],
  measure: (sites: ReferenceSites) => Promise<Value>,
): Promise<Value> {
  // Inside the repository, because the shell's React is resolved from the folders above it.
  mkdirSync(resolve(".cache"), { recursive: true });
  const folder = mkdtempSync(resolve(".cache/bench-boot-"));
  const close: (() => Promise<void>)[] = [];
  try {
    const page = await startServer({ folder: writePage(join(folder, "page"), words) });
    close.push(page.close);
    const shell = await startServer({ folder: await buildShell(join(folder, "shell"), words) });
    close.push(shell.close);
    return await measure({ page: page.url, shell: shell.url });
  } finally {
    for (const step of close) await step();
    rmSync(folder, { recursive: true, force: true });
  }
}

function writePage(folder: string, words: readonly string[]): string {
  mkdirSync(folder);
  const lines = words.map((line) => `<p>${escapeHtml(line)}</p>`);
  writeFileSync(join(folder, "index.html"), documentWith(`<main>${lines.join("\n")}</main>`));
  return folder;
}

async function buildShell(folder: string, words: readonly string[]): Promise<string> {
  mkdirSync(folder);
  writeFileSync(
    join(folder, "index.html"),
    documentWith('<div id="root"></div><script type="module" src="/main.js"></script>'),
  );
  writeFileSync(
    join(folder, "main.js"),
    `import { createElement } from "react";
import { createRoot } from "react-dom/client";
const lines = ${JSON.stringify(words)};
const paragraphs = lines.map((line, index) => createElement("p", { key: index }, line));
createRoot(document.getElementById("root")).render(createElement("main", null, paragraphs));
`,
  );
  await build({
    root: folder,
    configFile: false,
    logLevel: "error",
    build: { outDir: "dist", target: "es2024", modulePreload: { polyfill: false } },
  });
  return join(folder, "dist");
}

function documentWith(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Curbside</title></head><body>${body}</body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
