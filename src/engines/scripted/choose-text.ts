/** Which of its texts a script answers with, and what a fault makes of that text. */
import type { GenerateRequest } from "../../contracts/engine.ts";
import type { Script, ScriptFault } from "../../contracts/engine-script.ts";
import { createSeededChance } from "../../shared/chance.ts";
import { lastAsked, tokenise } from "./tokenise.ts";

/** The answer to a request, undefined where the script has none. The seed decides only where there is temperature. */
export function chooseText({ answers }: Script, request: GenerateRequest): string | undefined {
  const asked = lastAsked(request.prompt);
  const texts = answers.find(({ when }) => asked.includes(when))?.texts ?? [];
  if (request.temperature === 0) return texts[0];
  return texts[Math.floor(seedToShare(request.seed) * texts.length)];
}

/** Neighbouring seeds begin alike, so the first few draws are passed over. */
function seedToShare(seed: number): number {
  const chance = createSeededChance(seed);
  return Array.from({ length: 8 }, () => chance.next()).at(-1) ?? 0;
}

const LOOP = tokenise(" but wait, the calf is tender, so");
/** Damaged characters, half a surrogate pair, a null: what a broken device or tokenizer gives. */
const GARBAGE = ["\uFFFD", "\uD83D", "\u0000", "�Ġ", "\uFFFD\uFFFD"];
const BROKEN_LINE = tokenise("\n%%% this is no statement [s999999]\n");

/** The tokens that are really said. */
export function spoilTokens(tokens: readonly string[], fault: ScriptFault | undefined, budget: number) {
  const before = tokens.slice(0, fault?.token);
  switch (fault?.kind) {
    case "empty-answer":
      return [];
    case "endless-repetition":
      return fill(before, LOOP, budget);
    case "garbage-tokens":
      return fill(before, GARBAGE, budget);
    case "breaks-grammar":
      return [...before, ...BROKEN_LINE, ...tokens.slice(fault.token)];
    case "unclosed-thinking":
      return tokenise(tokens.join("").split("</think>").join(""));
    default:
      return tokens;
  }
}

function fill(before: readonly string[], round: readonly string[], budget: number): readonly string[] {
  const rest = Math.max(0, budget - before.length);
  return [...before, ...Array.from({ length: rest }, (_, place) => round[place % round.length] ?? "")];
}
