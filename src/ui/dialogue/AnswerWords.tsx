/** What a model answered, as text only; the sentences it cites are chips, and those that are not there are named so. */

import type { ReactElement } from "react";
import { SentenceChip } from "../answers/SentenceChip.tsx";
import { modelAnswerText } from "../text/model-answers.ts";
import { readAnswerParts } from "./answer-parts.ts";

export type AnswerWordsProps = {
  readonly text: string;
  /** Whether the text that the model read has this sentence. */
  readonly isKnown: (sentence: string) => boolean;
};

/** Line breaks stay; nothing else in it means anything. */
export function AnswerWords({ text, isKnown }: AnswerWordsProps): ReactElement {
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {readAnswerParts(text.trim()).map((part, place) => {
        // oxlint-disable-next-line react/no-array-index-key -- parts only ever grow at their end
        if (part.type === "words") return <span key={place}>{part.text}</span>;
        return isKnown(part.id) ? (
          // oxlint-disable-next-line react/no-array-index-key -- as above
          <SentenceChip key={place} sentence={part.id} />
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- as above
          <em key={place} className="text-small text-caution">
            [{modelAnswerText.unknownSentence(part.id)}]
          </em>
        );
      })}
    </p>
  );
}
