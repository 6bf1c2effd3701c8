import { expect, test } from "vitest";
import { filesBeforeFirstUse, findBreaches, firstUseBudget } from "./size-report.mjs";

const manifest = {
  "index.html": {
    file: "assets/main-1.js",
    isEntry: true,
    imports: ["_kit-2.js"],
    dynamicImports: ["graph.tsx"],
  },
  "_kit-2.js": { file: "assets/kit-2.js", imports: ["_react-3.js"] },
  "_react-3.js": { file: "assets/react-3.js", imports: ["_kit-2.js"] },
  "_early-5.js": { file: "assets/early-5.js", imports: ["_late-6.js"] },
  "_late-6.js": { file: "assets/late-6.js" },
  "graph.tsx": { file: "assets/graph-4.js", imports: ["_react-3.js"] },
};

test("what a document fetches first: its entry, all that this imports, and no lazy chunk", () => {
  const html = '<script type="module" crossorigin src="/assets/main-1.js"></script>';
  expect(filesBeforeFirstUse(manifest, "index.html", html)).toEqual([
    "assets/kit-2.js",
    "assets/main-1.js",
    "assets/react-3.js",
  ]);
});

test("a preload in the document counts, with what it imports", () => {
  const html = '<link rel="modulepreload" crossorigin href="/assets/early-5.js">';
  expect(filesBeforeFirstUse(manifest, "index.html", html)).toContain("assets/late-6.js");
});

test("at the budget is well, one byte over is not", () => {
  const weights = [
    { file: "assets/a.js", bytes: firstUseBudget - 1 },
    { file: "assets/b.js", bytes: 1 },
  ];
  expect(findBreaches("index.html", weights, weights)).toEqual([]);
  expect(findBreaches("index.html", [...weights, { file: "assets/c.js", bytes: 1 }], weights)).toHaveLength(
    1,
  );
});

test.each([
  "assets/graph-1.js",
  "assets/web-llm-engine-1.js",
  "assets/clingo-1.js",
  "assets/FlowCanvas-1.js",
])("%s must wait until it is asked for", (file) => {
  expect(findBreaches("index.html", [{ file, bytes: 10 }], [])).toEqual([
    `index.html: ${file} is fetched before it is asked for`,
  ]);
});

test("the graph has a budget of its own", () => {
  expect(findBreaches("index.html", [], [{ file: "assets/graph-1.js", bytes: 80_001 }])).toHaveLength(1);
  expect(findBreaches("index.html", [], [{ file: "assets/paragraph-1.js", bytes: 80_001 }])).toEqual([]);
});
