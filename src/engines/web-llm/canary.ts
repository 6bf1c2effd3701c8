/**
 * "Ready" means proven. A model that is loaded says a few words that leave nothing to chance: those that it said on this
 * device before, or, the first time, the same twice. A graphics device or driver that computes garbage does neither.
 */
import type { EngineError } from "../../contracts/engine-error.ts";
import { forget, planPrompt, type LoadedModel } from "./loaded-model.ts";
import { forward, type Pipeline } from "./pipeline.ts";
import { choiceOf } from "./sampling.ts";

const PROMPT = "A patient with fever and a cough should first";
const TOKENS = 8;

/** Where the first words are kept: by pack, and by what may change them rightly. */
export type CanaryStore = {
  readonly read: () => Promise<readonly number[] | undefined>;
  readonly write: (tokens: readonly number[]) => Promise<void>;
};

/** Why the model must not be trusted, if so. Leaves it as if nothing had been said. */
export async function tryCanary(model: LoadedModel, store: CanaryStore): Promise<EngineError | undefined> {
  const known = await store.read();
  const said = await sing(model);
  const expected = known ?? (await sing(model));
  if (said === undefined || !isSame(said, expected)) return { type: "engine-canary-failed" };
  if (known === undefined) await store.write(said);
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
    for (;;) {
      const token = await pipeline.sampleFromRawLogits(logits, GREEDY);
      tokens.push(token);
      if (tokens.length === TOKENS) return tokens;
      logits.dispose();
      logits = await forward(pipeline, [token]);
    }
  } finally {
    logits.dispose();
    forget(model);
  }
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
