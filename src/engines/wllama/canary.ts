/**
 * "Ready" means proven. A model that is loaded says a few words that leave nothing to chance, twice; broken kernels or
 * broken memory do not say the same twice, find no token likelier than another, or not what was said on installation.
 */
import type { CanaryFile } from "../pack-files/canary-file.ts";
import type { Chunk } from "./read-chunk.ts";
import type { RunOrder, Runtime } from "./runtime.ts";

const SONG: RunOrder = {
  prompt: "The patient is a 54-year-old with fever and a cough. The first thing to find out is",
  budget: 12,
  temperature: 0,
  topP: 1,
  seed: 0,
  grammar: undefined,
  logprobs: 2,
  // Read in the same way each time: a model that goes on from where it was may rightly compute a little differently.
  mayReuse: false,
};

/** Whether the model may be trusted. */
export async function passesCanary(runtime: Runtime, file: CanaryFile): Promise<boolean> {
  const first = await sing(runtime);
  const again = await sing(runtime);
  const known = await file.read();
  if (first === undefined || !isSame(first, again) || !isSame(first, known ?? first)) return false;
  if (known === undefined) await file.write(first);
  return true;
}

/** The first words, by the codes of their characters; undefined where they are no choice between tokens at all. */
async function sing(runtime: Runtime): Promise<readonly number[] | undefined> {
  const told = await listen(runtime, SONG);
  // A token next to the chosen one may be half a character, which the library cannot write down.
  const heard = told ?? (await listen(runtime, { ...SONG, logprobs: 0 }));
  if (heard === undefined || (told !== undefined && !told.some(tellsTokensApart))) return undefined;
  return Array.from(heard.map(({ text }) => text).join(""), (character) => character.codePointAt(0) ?? 0);
}

async function listen(runtime: Runtime, order: RunOrder): Promise<readonly Chunk[] | undefined> {
  const chunks: Chunk[] = [];
  const result = await runtime.run(order, (chunk) => void chunks.push(chunk), new AbortController().signal);
  return result.ok ? chunks : undefined;
}

/** A device that computes nothing finds every token equally likely. */
function tellsTokensApart({ chances: [best, next] }: Chunk): boolean {
  return best !== undefined && next !== undefined && best.logprob > next.logprob;
}

function isSame(left: readonly number[], right: readonly number[] | undefined): boolean {
  return left.length === right?.length && left.every((code, place) => code === right[place]);
}
