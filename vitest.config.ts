import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,tools,measure,bench,prove}/**/*.test.{ts,tsx}"],
    environment: "node",
    reporters: ["default"],
  },
});
