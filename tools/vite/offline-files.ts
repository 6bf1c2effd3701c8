import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { headersFor } from "../headers.mjs";

const PLACEHOLDER = /(["'`])__OFFLINE_FILES__\1/u;
/** What the server lists below `/models/` is its own, and may change without a new build. */
const LEFT_OUT = /\.map$|^\.vite\/|^sw\.js$|^models\//u;

/**
 * Writes the list of files that the service worker keeps, their common hash as the build's name, and the policy that it
 * sets on whatever it answers, into `sw.js`; and the name into `version.json`. The name depends on content alone, so two builds of one source agree.
 */
export function offlineFiles(): Plugin {
  return {
    name: "curbside-offline-files",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const hash = createHash("sha256");
        const files: string[] = [];
        const add = (name: string, content: string | Uint8Array) => {
          if (LEFT_OUT.test(name)) return;
          files.push(name);
          hash.update(name).update(content);
        };
        for (const [name, output] of Object.entries(bundle).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
          add(name, output.type === "chunk" ? output.code : output.source);
        }
        for (const name of publicFiles()) add(name, readFileSync(join("public", name)));
        const build = hash.digest("hex").slice(0, 12);
        const worker = bundle["sw.js"];
        if (worker?.type !== "chunk") throw new Error("The service worker is missing from the build.");
        const list = [...files.filter((name) => !name.endsWith(".html")), "version.json", "", "models"];
        const policies = { workbench: headersFor("/"), modelPage: headersFor("/models") };
        worker.code = fillPlaceholder(worker.code, JSON.stringify({ build, files: list, policies }));
        const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
        this.emitFile({
          type: "asset",
          fileName: "version.json",
          source: JSON.stringify({ version, build }),
        });
      },
    },
  };
}

function fillPlaceholder(code: string, json: string): string {
  if (!PLACEHOLDER.test(code)) throw new Error("sw.js has lost the place where its list of files belongs.");
  return code.replace(PLACEHOLDER, () => JSON.stringify(json));
}

function publicFiles(): readonly string[] {
  return readdirSync("public", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice("public/".length))
    .toSorted();
}
