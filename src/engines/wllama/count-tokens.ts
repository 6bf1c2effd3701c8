/**
 * How many tokens a prompt takes. The library counts without reading only when it refuses a prompt for its length, so
 * it is asked for one that is too long by a known number of tokens. Nothing is computed, and what it has read before
 * stays read.
 */
import { err, ok, type Result } from "../../shared/result.ts";
import type { RunFault, RunOrder, Runtime } from "./runtime.ts";

/** The tokens of a prompt; `mark` is a text of exactly one token that never joins its neighbours. */
export async function countTokens(
  runtime: Runtime,
  prompt: string,
  mark: string,
): Promise<Result<number, RunFault>> {
  const { contextTokens } = runtime;
  const padded = prompt + mark.repeat(contextTokens);
  const result = await runtime.run(
    { ...QUIET, prompt: padded },
    () => undefined,
    new AbortController().signal,
  );
  if (result.ok) return err({ type: "dead" });
  return result.error.type === "too-long" ? ok(result.error.tokens - contextTokens) : result;
}

/** Whether a text is such a mark for the loaded model. */
export async function isMark(runtime: Runtime, mark: string): Promise<boolean> {
  const [none, one] = [await countTokens(runtime, "", mark), await countTokens(runtime, mark, mark)];
  const begin = runtime.addsBegin ? 1 : 0;
  return none.ok && one.ok && none.value === begin && one.value === begin + 1;
}

/** A run that should not happen, and would be short. */
const QUIET: Omit<RunOrder, "prompt"> = {
  budget: 1,
  temperature: 0,
  topP: 1,
  seed: 0,
  grammar: undefined,
  logprobs: 0,
  mayReuse: true,
};
