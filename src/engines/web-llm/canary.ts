/**
 * "Ready" means proven. A model that is loaded says a few words that leave nothing to chance, twice; a graphics device
 * or driver that computes garbage does not say the same twice, or not what it said when the model was installed.
 */
import type { EngineError } from "../../contracts/engine-error.ts";
import { forget, planPrompt, type LoadedModel } from "./loaded-model.ts";
import { forward, type Pipeline } from "./pipeline.ts";
import { choiceOf } from "./sampling.ts";

const PROMPT = "The patient is a 54-year-old with fever and a cough. The first thing to find out is";
const TOKENS = 12;

/** Where the first words are kept: by pack, and by what may change them rightly. */
export type CanaryStore = {
  readonly read: () => Promise<readonly number[] | undefined>;
  readonly write: (tokens: readonly number[]) => Promise<void>;
};

/** Why the model must not be trusted, if so. Leaves it as if nothing had been said. */
export async function tryCanary(model: LoadedModel, store: CanaryStore): Promise<EngineError | undefined> {
  const first = await sing(model);
  const again = await sing(model);
  const known = await store.read();
  if (first === undefined || !isSame(first, again) || !isSame(first, known ?? first))
    return { type: "engine-canary-failed" };
  if (known === undefined) await store.write(first);
  return undefined;
}

/** The first tokens after the prompt; undefined where they are no choice between tokens at all. */
async function sing(model: LoadedModel): Promise<readonly number[] | undefined> {
  const { pipeline } = model;
  forget(model);
  const { unread } = planPrompt(model, PROMPT);
  let logits = await forward(pipeline, unread.slice(0, pipeline.prefillChunkSize));
  const tokens: number[] = [];
  try {
    if (!(await tellsTokensApart(pipeline, logits))) return undefined;
    while (tokens.length < TOKENS) {
      const token = await pipeline.sampleFromRawLogits(logits, GREEDY);
      tokens.push(token);
      logits.dispose();
      logits = await forward(pipeline, [token]);
    }
  } finally {
    logits.dispose();
    forget(model);
  }
  return tokens;
}

const GREEDY = choiceOf({
  prompt: { type: "text", text: "" },
  grammar: undefined,
  budget: TOKENS,
  seed: 0,
  temperature: 0,
  topP: 1,
  stop: [],
  logprobs: 0,
});

/** A device that computes nothing finds every token equally likely, or none likely at all. */
async function tellsTokensApart(
  pipeline: Pipeline,
  logits: Awaited<ReturnType<typeof forward>>,
): Promise<boolean> {
  await pipeline.sampleFromRawLogits(logits, { ...GREEDY, temperature: 1, logprobs: true, top_logprobs: 5 });
  const likely =
    pipeline
      .getTokenLogprobArray()
      .at(-1)
      ?.top_logprobs.map(({ logprob }) => logprob) ?? [];
  const [best = Number.NaN] = likely;
  return Number.isFinite(best) && likely.some((logprob) => logprob < best);
}

function isSame(left: readonly number[], right: readonly number[] | undefined): boolean {
  return left.length === right?.length && left.every((token, place) => token === right[place]);
}
