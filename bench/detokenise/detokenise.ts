/**
 * `bench -- detokenise`: what turning a token to text costs late in a long answer, against its beginning, with the
 * tokenizer that WebLLM runs.
 */
import { join } from "node:path";
import { visitEnginePage } from "../../e2e/engine-page/visit-engine-page.ts";
import type { FigureTask } from "../../tools/figures.ts";
import { createTestModel } from "../../tools/test-models/make-test-models.ts";
import { writeWebLlmPackage } from "../../tools/test-models/web-llm-package.ts";
import { median } from "../boot/median.ts";
import type { Costs } from "./page.ts";

const ROUNDS = 15;

export const detokenise: FigureTask = {
  id: "detokenise",
  about: "cost of a token's text at 4,000 output tokens / at 100, with WebLLM's tokenizer",
  run: async ({ progress }) => {
    const visit = await visitEnginePage("bench/detokenise");
    try {
      const options = { ...createTestModel(), isQuantised: false, opensThinking: false };
      writeWebLlmPackage(join(visit.modelsFolder, "tiny/resolve/main"), options);
      const rounds: Costs[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds.push(
          await visit.page.evaluate((url) => globalThis.measureCosts(url), `${visit.url}/models/tiny/`),
        );
        progress(`${round + 1} of ${ROUNDS}`);
      }
      const middle = (read: (costs: Costs) => number): number => Number(median(rounds.map(read)).toFixed(2));
      return {
        at4000_vs_at100: middle((costs) => costs.at4000 / costs.at100),
        whole_at4000_vs_at100: middle((costs) => costs.wholeAt4000 / costs.wholeAt100),
        microseconds_at100: middle((costs) => costs.at100),
        microseconds_at4000: middle((costs) => costs.at4000),
        whole_microseconds_at4000: middle((costs) => costs.wholeAt4000),
        sameText: rounds.every(({ isSameText }) => isSameText),
      };
    } finally {
      await visit.close();
    }
  },
};
