/** The scripted engine's promises over its built worker: the same suite that Node runs, in a real browser. */
import { ENGINE_CONTRACT } from "../src/engines/engine-contract.ts";
import { longScript } from "../src/engines/testing/open-scripted.ts";
import { expect, test } from "./engine-page/engine-test.ts";

const source = { type: "script", script: { ...longScript(), tokensPerSecond: 600 } } as const;

for (const { name } of ENGINE_CONTRACT)
  test(`scripted ${name}`, async ({ page, bench: _opened }) => {
    const broken = await page.evaluate(
      ([promise, model]) => globalThis.enginePage.check("scripted", promise, model, 5),
      [name, source] as const,
    );
    expect(broken).toBeUndefined();
  });
