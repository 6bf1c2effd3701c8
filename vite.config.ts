import { resolve } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { developmentHeadersFor } from "./tools/headers.mjs";
import { metaPolicy } from "./tools/vite/meta-policy.ts";
import { lateStyles } from "./tools/vite/late-styles.ts";
import { modelsPage } from "./tools/vite/models-page.ts";
import { offlineFiles } from "./tools/vite/offline-files.ts";

export default defineConfig({
  plugins: [react(), tailwindcss(), modelsPage(), metaPolicy(), lateStyles(), offlineFiles()],
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
        entryFileNames: (chunk) => (chunk.name === "service-worker" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
});
