import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,tools,measure,bench,prove}/**/*.test.{ts,tsx}"],
    environment: "node",
    // Catches what hangs, not what is slow on a small or busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default"],
  },
});
