/** How fast the model reads and answers with one thread, two, and so on up to what the app would take. */
import type { EnginePage } from "../../e2e/engine-page/page.ts";
import type { GenerateRequest, ModelSource } from "../../src/contracts/engine.ts";
import type { Figures } from "../../tools/figures.ts";
import type { Visit } from "./visit.ts";

type Rate = { readonly text: string; readonly firstTokenSeconds: number; readonly tokensPerSecond: number };

/** The rates, each in a worker that believes it has one core more than it shall take. */
export async function measureThreads(
  { page }: Visit,
  source: ModelSource,
  request: GenerateRequest,
): Promise<Figures> {
  const most = await page.evaluate(async () => {
    const { open }: EnginePage = globalThis.enginePage;
    const probed = await open("wllama").engine.probe();
    return probed.ok ? probed.value.threads : 0;
  });
  const counts = [...new Set([1, 2, 4, most].filter((count) => count <= Math.max(most, 2)))];
  const rates: (Rate & { readonly threads: number })[] = [];
  for (const threads of counts.toSorted((a, b) => a - b)) {
    await takeCores(page, threads + 1);
    rates.push({ threads, ...(await measure(page, source, request)) });
  }
  await page.context().unrouteAll({ behavior: "wait" });
  return {
    threads: most,
    rates: rates.map(({ threads, firstTokenSeconds, tokensPerSecond }) => ({
      threads,
      firstTokenSeconds,
      tokensPerSecond,
    })),
    sameForAllThreads: new Set(rates.map(({ text }) => text)).size === 1,
  };
}

async function takeCores(page: Visit["page"], cores: number): Promise<void> {
  await page.context().unrouteAll({ behavior: "wait" });
  const line = `Object.defineProperty(navigator, "hardwareConcurrency", { value: ${cores} });`;
  await page.context().route(/\/wllama\.worker-[^/]*\.js$/u, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${line}\n${await response.text()}` });
  });
}

async function measure(page: Visit["page"], source: ModelSource, request: GenerateRequest): Promise<Rate> {
  return page.evaluate(
    async ([model, asked]) => {
      const { ask, open }: EnginePage = globalThis.enginePage;
      const { engine } = open("wllama");
      await engine.load(model, () => undefined);
      const start = performance.now();
      let firstMs = 0;
      const { text, result } = await ask(engine, asked, () => {
        if (firstMs === 0) firstMs = performance.now() - start;
      });
      const lastMs = performance.now() - start;
      await engine.unload();
      const tokens = result.ok ? result.value.tokens : 0;
      return {
        text,
        firstTokenSeconds: Number((firstMs / 1000).toFixed(3)),
        tokensPerSecond: Number((((tokens - 1) * 1000) / (lastMs - firstMs)).toFixed(1)),
      };
    },
    [source, request] as const,
  );
}
