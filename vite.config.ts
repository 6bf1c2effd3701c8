import { resolve } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { developmentHeadersFor } from "./tools/headers.mjs";
import { metaPolicy } from "./tools/vite/meta-policy.ts";
import { lateAssets } from "./tools/vite/late-assets.ts";
import { modelsPage } from "./tools/vite/models-page.ts";
import { offlineFiles } from "./tools/vite/offline-files.ts";

export default defineConfig({
  plugins: [react(), tailwindcss(), modelsPage(), metaPolicy(), lateAssets(), offlineFiles()],
  // Only workers import these, where the development server does not look ahead: found late, they would reload the page.
  optimizeDeps: { include: ["hash-wasm", "@mlc-ai/web-llm", "@wllama/wllama"] },
  server: { host: "localhost", headers: developmentHeadersFor("/") },
  build: {
    target: "es2024",
    manifest: true,
    // A source map lets anyone check that what runs is what was published.
    sourcemap: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        workbench: resolve("index.html"),
        models: resolve("models.html"),
        "service-worker": resolve("src/service-worker/service-worker.ts"),
      },
      output: {
        // The frame and what it imports are one file: many small ones would each wait for the network.
        codeSplitting: {
          groups: [
            // What the model page uses too, apart: that document loads no part of the workbench.
            { name: "common", test: /\/src\/(?:shared\/|models\/read-device-report)/u, priority: 1 },
            { name: "frame", test: /\/src\/app\/(?:main|Shell)\.tsx$/u },
          ],
        },
        entryFileNames: (chunk) => (chunk.name === "service-worker" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
});
