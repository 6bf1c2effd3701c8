/**
 * Finds sentences of a note that speak to a model instead of about a patient. They stay in the note and reach the model
 * as data like every other sentence; a person is told, because a note that does this was not written for a reader.
 */
import type { Sentence } from "../../domain/case-text/sentences.ts";

export type InstructionCue =
  | "overrides"
  | "addresses-model"
  | "sets-role"
  | "dictates-answer"
  | "template-mark";
export type InstructionLike = { readonly sentenceId: string; readonly cue: InstructionCue };

const CUES: readonly (readonly [InstructionCue, RegExp])[] = [
  [
    "template-mark",
    /<[|｜]|<\/?(?:think|case-text|system|assistant|user)\b|\[\/?(?:INST|SYSTEM_PROMPT|THINK)\]/iu,
  ],
  [
    "overrides",
    /\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,40}\b(?:instructions?|prompts?|rules?|guidelines?|everything|all of the above|the above|previous text)\b/iu,
  ],
  ["overrides", /\b(?:new|updated|real|actual)\s+(?:system\s+)?instructions?\s*:/iu],
  [
    "addresses-model",
    /\b(?:system prompt|language model|chatbot|as an ai\b|ai (?:model|assistant|system)|dear (?:ai|model|assistant)|to the (?:ai|model|assistant)\b|note to (?:ai|model|assistant))/iu,
  ],
  [
    "sets-role",
    // Germs and lesions "act as a" reservoir, patients "are now in" remission: only roles of a speaker count.
    /\byou are (?:now|no longer) (?:an?|the|bound|restricted)\b|\bpretend (?:to be|that you)\b|\bact as (?:if you\b|(?:an? )?(?:ai|assistant|doctor|physician|expert|professional)\b)|\bfrom now on,? you (?:are|must|will)\b/iu,
  ],
  [
    "dictates-answer",
    /\b(?:respond|answer|reply|output|print|say)\s+(?:only|exactly|with only|nothing but)\b|\b(?:do not|don't|never)\s+(?:mention|cite|consider|question|tell the (?:user|clinician|doctor))\b[^.]{0,60}\b(?:answer|response|output|reasoning|diagnosis|user|clinician)\b/iu,
  ],
];

/** Every sentence with the first cue that it gives. */
export function findInstructionLike(
  sentences: readonly Pick<Sentence, "id" | "text">[],
): readonly InstructionLike[] {
  return sentences.flatMap(({ id, text }) => {
    const found = CUES.find(([, pattern]) => pattern.test(text));
    return found === undefined ? [] : [{ sentenceId: id, cue: found[0] }];
  });
}
