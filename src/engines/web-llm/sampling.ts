/** What a request asks of the sampler, in WebLLM's words, and what the sampler says of a token, in ours. */
import type { GenerateRequest, TokenChance } from "../../contracts/engine.ts";
import type { Pipeline, SamplingChoice } from "./pipeline.ts";

/** WebLLM refuses zero; nothing but the likeliest token is left well above this. */
const SMALLEST_TOP_P = 1e-5;

/** How tokens are drawn for this request. Penalties stay off, whatever the package's configuration would have. */
export function choiceOf({ temperature, topP, grammar, logprobs }: GenerateRequest): SamplingChoice {
  return {
    temperature,
    top_p: Math.max(topP, SMALLEST_TOP_P),
    frequency_penalty: 0,
    presence_penalty: 0,
    repetition_penalty: 1,
    logprobs: logprobs > 0,
    top_logprobs: logprobs,
    ...(grammar === undefined ? {} : { response_format: { type: "grammar", grammar: grammar.text } }),
  };
}

/** The likely tokens at the place drawn last, the drawn one first. What could not have come at all is left out. */
export function lastChances(pipeline: Pipeline): readonly TokenChance[] {
  const drawn = pipeline.getTokenLogprobArray().at(-1);
  if (drawn === undefined) return [];
  const { token, logprob, top_logprobs: likely } = drawn;
  const others = likely
    .filter((other) => other.token !== token && Number.isFinite(other.logprob))
    .map((other) => ({ text: other.token, logprob: other.logprob }));
  return [{ text: token, logprob: Number.isFinite(logprob) ? logprob : 0 }, ...others];
}
