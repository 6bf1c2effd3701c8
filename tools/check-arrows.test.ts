import { expect, test } from "vitest";
import { findArrowBreaches, readImports } from "./check-arrows.mjs";

test("sees every way to import", () => {
  const source = `
    import { a, type B } from "./a.ts";
    import type { C } from './c.ts';
    import D, * as everything from "d";
    import "./side-effect.css";
    export { e } from "./e.ts";
    export type * from "./f.ts";
    const lazy = () => import("../g/g.ts");
    type H = import("./h.ts").H;
    const worker = new Worker(new URL("./i.worker.ts", import.meta.url));
    import {
      j,
      k,
    } from "./j.ts";
  `;
  expect(readImports(source)).toEqual([
    { specifier: "./a.ts", isTypeOnly: false },
    { specifier: "./c.ts", isTypeOnly: true },
    { specifier: "d", isTypeOnly: false },
    { specifier: "./side-effect.css", isTypeOnly: false },
    { specifier: "./e.ts", isTypeOnly: false },
    { specifier: "./f.ts", isTypeOnly: true },
    { specifier: "../g/g.ts", isTypeOnly: false },
    { specifier: "./h.ts", isTypeOnly: false },
    { specifier: "./i.worker.ts", isTypeOnly: false },
    { specifier: "./j.ts", isTypeOnly: false },
  ]);
});

test.each([
  ["src/ui/cases/CasesPage.tsx", "../case/CasePage.tsx"],
  ["src/ui/graph/nodes/Node.tsx", "../../case/CasePage.tsx"],
  ["src/ui/kit/Button.tsx", "../text/shell.ts"],
  ["src/ui/cases/CasesPage.tsx", "../../contracts/engine.ts"],
  ["src/domain/case-text/lines.ts", "../argument/strength/x.ts"],
  ["src/domain/reasoning/a/b.ts", "../../argument/graph-views.ts"],
  ["src/domain/argument/a.ts", "../checkers/registry.ts"],
  ["src/domain/brand-new/a.ts", "../record/event.ts"],
  ["src/models-page/main.ts", "../storage/open.ts"],
  ["src/models-page/main.ts", "../workbench/run.ts"],
  ["src/app/main.tsx", "../models-page/main.ts"],
  ["src/service-worker/service-worker.ts", "../app/routes.ts"],
  ["src/workbench/run.ts", "react"],
  ["src/workbench/run.ts", "zustand/react"],
  ["src/workbench/run.ts", "zustand"],
  ["src/engines/wllama/engine.ts", "@mlc-ai/web-llm"],
  ["src/ui/graph/Graph.tsx", "@wllama/wllama/esm"],
])("%s may not import %s", (path, specifier) => {
  expect(findArrowBreaches(path, `import { x } from "${specifier}";`)).toHaveLength(1);
});

test.each([
  ["src/ui/cases/CasesPage.tsx", "../kit/Button.tsx"],
  ["src/ui/cases/CasesPage.tsx", "../queries.ts"],
  ["src/ui/graph/nodes/Node.tsx", "../../text/graph.ts"],
  ["src/domain/case-text/lines.ts", "../argument/graph.ts"],
  ["src/domain/checkers/a.ts", "../argument/a.ts"],
  ["src/domain/argument/strength/a.ts", "../graph-views.ts"],
  ["src/workbench/run.ts", "zustand/vanilla"],
  ["src/ui/graph/Graph.tsx", "@xyflow/react"],
  ["src/engines/web-llm/engine.ts", "@mlc-ai/web-llm"],
  ["src/models-page/main.ts", "../models/download.ts"],
])("%s may import %s", (path, specifier) => {
  expect(findArrowBreaches(path, `import { x } from "${specifier}";`)).toEqual([]);
});

test("ui may import the types of a contract", () => {
  expect(findArrowBreaches("src/ui/cases/A.tsx", 'import type { E } from "../../contracts/e.ts";')).toEqual(
    [],
  );
});
