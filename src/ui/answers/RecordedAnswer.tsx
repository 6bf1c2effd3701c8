/** An answer of an earlier sitting, in the words that the record kept. */

import type { ReactElement } from "react";
import type { AnswerGiveEvent } from "../../domain/record/events.ts";
import { Chip } from "../kit/Chip.tsx";
import { CheckCircleIcon } from "../kit/icons/signs.tsx";
import { answerText } from "../text/answers.ts";

export type RecordedAnswerProps = { readonly give: Pick<AnswerGiveEvent, "source" | "text"> };

/** The first line is the sentence, the others its rows. */
export function RecordedAnswer({ give: { source, text } }: RecordedAnswerProps): ReactElement {
  const [headline, ...rows] = text.split("\n");
  const isComputed = source === "computed";
  return (
    <div className="grid grid-cols-1 gap-2 rounded-panel border border-line bg-surface px-4 py-3">
      <div>
        <Chip tone={isComputed ? "accent" : "neutral"} icon={isComputed ? <CheckCircleIcon /> : undefined}>
          {isComputed ? answerText.computedThen : answerText.modelsWords}
        </Chip>
      </div>
      <p className="font-[560] wrap-anywhere">{headline}</p>
      {rows.length > 0 && (
        <ul className="grid gap-1 text-small text-ink-soft">
          {rows.map((row, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- recorded lines never move, and two may be alike
            <li key={place} className="wrap-anywhere">
              {row}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
