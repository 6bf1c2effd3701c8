/** The case text with the numbers of its sentences. */

import type { ReactElement } from "react";
import { useCase } from "../desk/use-desk.ts";
import { printText } from "../text/print.ts";

/** The numbers are the record's own, so after a correction they need not count up. */
export function PrintedText(): ReactElement {
  const text = useCase(({ view }) => view.state.text);
  if (text === undefined || text.sentences.length === 0) return <p>{printText.noText}</p>;
  return (
    <>
      <p className="text-small text-ink-soft">{printText.sentencesMore}</p>
      <ol className="grid gap-0.5">
        {text.sentences.map(({ id, text: words }) => (
          <li key={id} className="grid grid-cols-[2.75rem_1fr]">
            <span className="text-small text-ink-soft tabular-nums">{id}</span>
            <span className="whitespace-pre-line wrap-anywhere">{words}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
