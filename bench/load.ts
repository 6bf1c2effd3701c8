/**
 * `bench -- load`: starting a model from its installed files, against only reading their bytes. The parts are told
 * apart, because on a software adapter the canary's few tokens take longer than everything else.
 */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { EnginePage } from "../e2e/engine-page/page.ts";
import { visitEnginePage } from "../e2e/engine-page/visit-engine-page.ts";
import type { LoadProgress, ModelSource } from "../src/contracts/engine.ts";
import type { FigureTask } from "../tools/figures.ts";
import { createTestModel } from "../tools/test-models/make-test-models.ts";
import { countParameters, smallShape } from "../tools/test-models/shape.ts";
import { splitShard } from "../tools/test-models/split-shard.ts";
import { writeWebLlmPackage } from "../tools/test-models/web-llm-package.ts";
import { median } from "./boot/median.ts";

const SHAPE = {
  ...smallShape,
  vocabularySize: 8192,
  hiddenSize: 768,
  layers: 8,
  heads: 12,
  keyValueHeads: 4,
  headSize: 64,
  intermediateSize: 2048,
};
/** As packages in the field have them. */
const SHARD_BYTES = 32 * 1024 * 1024;
const ROUNDS = 5;

type Round = {
  readonly readMs: number;
  readonly checkMs: number;
  readonly bytesMs: number;
  readonly loadMs: number;
};

export const load: FigureTask = {
  id: "load",
  about: "starting an installed model / only reading its bytes, part by part",
  run: async ({ progress }) => {
    const visit = await visitEnginePage();
    try {
      const folder = join(visit.modelsFolder, "large");
      writeWebLlmPackage(folder, { ...createTestModel(SHAPE), isQuantised: false, opensThinking: false });
      const shards = splitShard(folder, SHARD_BYTES);
      const source = await visit.install("large", SHAPE.contextLength);
      progress(`${countParameters(SHAPE)} weights in ${shards} shards are installed`);
      const rounds: Round[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds.push(await measure(visit.page, source));
        progress(JSON.stringify(rounds.at(-1)));
      }
      return figuresOf(rounds, shards);
    } finally {
      await visit.close();
    }
  },
};

function figuresOf(rounds: readonly Round[], shards: number) {
  const middle = (read: (round: Round) => number): number => Number(median(rounds.map(read)).toFixed(3));
  return {
    vs_bytes: middle(({ bytesMs, readMs }) => bytesMs / readMs),
    checked_vs_bytes: middle(({ checkMs, readMs }) => checkMs / readMs),
    whole_vs_bytes: middle(({ loadMs, readMs }) => loadMs / readMs),
    readMs: middle(({ readMs }) => readMs),
    bytesMs: middle(({ bytesMs }) => bytesMs),
    afterBytesMs: middle(({ loadMs, bytesMs }) => loadMs - bytesMs),
    shards,
  };
}

async function measure(page: Page, source: ModelSource): Promise<Round> {
  return page.evaluate(measureInPage, source);
}

/** Runs in the page: reads the files, reads and checks them, and loads them, one after the other. */
async function measureInPage(source: ModelSource): Promise<Round> {
  const { open, readPack }: EnginePage = globalThis.enginePage;
  if (source.type !== "pack") throw new Error("It is a pack");
  const start = performance.now();
  await readPack(source.packId, false);
  const read = performance.now();
  await readPack(source.packId, true);
  const checked = performance.now();
  const { engine } = open("web-llm");
  // A worker that runs already, as it does when a person chooses the model.
  await engine.probe();
  const seen: LoadProgress[] = [];
  const startMs = performance.now();
  await engine.load(source, (progress) => void seen.push(progress));
  const loadMs = performance.now() - startMs;
  const bytesMs = (seen.at(-1)?.seconds ?? 0) * 1000;
  await engine.unload();
  return { readMs: read - start, checkMs: checked - read, bytesMs, loadMs };
}
