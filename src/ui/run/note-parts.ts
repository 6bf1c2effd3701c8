/** A note in parts that can be left out of a run: its sections where it has some, and never more than fit a screen or two. */
import { layOutNote } from "../../domain/case-text/note-layout.ts";
import type { CaseText } from "../../domain/case-text/revisions.ts";
import type { Sentence } from "../../domain/case-text/sentences.ts";

export type NotePart = {
  /** Of the first sentence in it; no two parts begin with the same. */
  readonly id: string;
  /** The heading that it stands under; undefined before the first. */
  readonly heading: string | undefined;
  readonly sentences: readonly Sentence[];
};

const MOST_SENTENCES = 40;

/** In reading order; every sentence is in one of them. */
export function readNoteParts(text: Pick<CaseText, "text" | "sentences">): readonly NotePart[] {
  const parts: { heading: string | undefined; sentences: Sentence[] }[] = [];
  for (const { look, sentence } of layOutNote(text)) {
    if (sentence === undefined) continue;
    const last = parts.at(-1);
    if (look === "heading") parts.push({ heading: sentence.text, sentences: [sentence] });
    else if (last === undefined || last.sentences.length >= MOST_SENTENCES)
      parts.push({ heading: last?.heading, sentences: [sentence] });
    else last.sentences.push(sentence);
  }
  return parts.map((part) => ({ ...part, id: part.sentences[0]?.id ?? "" }));
}
