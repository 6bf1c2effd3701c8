/** The sentence of the note that something cites; choosing it lights the sentence up. */

import type { ReactElement } from "react";
import { useDesk } from "../desk/use-desk.ts";
import { dialogueText } from "../text/dialogue.ts";

export type SentenceChipProps = { readonly sentence: string };

/** Small, with a target that is not. */
export function SentenceChip({ sentence }: SentenceChipProps): ReactElement {
  const desk = useDesk();
  return (
    <button
      type="button"
      aria-label={dialogueText.sentenceOf(sentence)}
      title={dialogueText.sentenceOf(sentence)}
      onClick={() => desk.select({ type: "sentence", id: sentence })}
      className="inline-grid min-h-6 min-w-7 place-items-center rounded-small border border-line-strong/60 bg-sunken px-1.5 text-fine text-ink-soft tabular-nums hover:border-current hover:text-accent pointer-coarse:min-h-8 pointer-coarse:min-w-9"
    >
      {sentence}
    </button>
  );
}
