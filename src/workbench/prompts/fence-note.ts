/** The case text as the model gets it: data between two marks, a sentence a line, each under the id it is cited by. */
import type { Sentence } from "../../domain/case-text/sentences.ts";
import { onOneLine } from "./plain-words.ts";

const OPEN = "<case-text>";
const CLOSE = "</case-text>";

/** The fenced note. Nothing in it can close the fence. */
export function fenceNote(sentences: readonly Pick<Sentence, "id" | "text">[]): string {
  const lines = sentences.map(({ id, text }) => `${id}: ${onOneLine(text)}`);
  return [OPEN, ...lines, CLOSE].join("\n");
}
