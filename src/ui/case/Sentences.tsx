/** The sentences of a case text, each with its number in the margin. */

import type { ReactElement } from "react";
import type { CaseText } from "../../domain/case-text/revisions.ts";
import { caseText } from "../text/case.ts";

export type SentencesProps = { readonly text: CaseText };

/** The numbers are the record's own, so after a correction they need not count up. */
export function Sentences({ text }: SentencesProps): ReactElement {
  return (
    <ol className="grid max-w-prose gap-1.5 rounded-panel border border-line bg-surface px-4 py-4 sm:px-5">
      {text.sentences.map((sentence, index) => (
        <li
          key={sentence.id}
          className={`grid grid-cols-[2.25rem_1fr] gap-x-1.5 ${startsParagraph(text, index) ? "mt-3" : ""}`}
        >
          <span className="pt-[0.2em] text-fine text-ink-faint tabular-nums select-none">
            <span aria-hidden="true">{sentence.id}</span>
            <span className="sr-only">{caseText.sentence(sentence.id)}</span>
          </span>
          <span className="whitespace-pre-line">{sentence.text}</span>
        </li>
      ))}
    </ol>
  );
}

/** An empty line in the note is a gap on the screen. */
function startsParagraph({ text, sentences }: CaseText, index: number): boolean {
  const [before, here] = [sentences[index - 1], sentences[index]];
  if (before === undefined || here === undefined) return false;
  return /\n\s*\n/u.test(text.slice(before.end, here.start));
}
