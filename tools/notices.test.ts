import { expect, test } from "vitest";
import { shippedPackages } from "./notices.mjs";

test("shipped is what dependencies reach, and the style base that the build puts in", () => {
  const packages = {
    "": {},
    "node_modules/react": { version: "19.0.0" },
    "node_modules/a/node_modules/b": { version: "1.0.0" },
    "node_modules/vite": { dev: true },
    "node_modules/@types/react": { devOptional: true },
    "node_modules/tailwindcss": { dev: true },
  };
  expect(shippedPackages(packages)).toEqual([
    "node_modules/a/node_modules/b",
    "node_modules/react",
    "node_modules/tailwindcss",
  ]);
});
