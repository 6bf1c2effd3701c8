/** What was said, asked and changed, in the order in which it happened. */

import type { ReactElement } from "react";
import type { Moment } from "../../domain/record/moments.ts";
import { useCase } from "../desk/use-desk.ts";
import { printText } from "../text/print.ts";
import { PrintedMoment } from "./PrintedMoment.tsx";
import { PrintedRun } from "./PrintedRun.tsx";
import type { PrintParts } from "./print-parts.ts";

export type PrintedRecordProps = { readonly moments: readonly Moment[]; readonly parts: PrintParts };

/** Numbered like the moments of the history, so that both can be held side by side. */
export function PrintedRecord({ moments, parts }: PrintedRecordProps): ReactElement {
  const undone = useCase(({ view }) => view.undone);
  const numbered = moments.map((moment, place) => ({ moment, number: place + 1 }));
  const printed = numbered.filter(({ moment }) => parts.has("links") || !isLink(moment));
  return (
    <>
      <p className="text-small text-ink-soft">{printText.recordMore(printed.length, moments.length)}</p>
      <ol className="space-y-1.5">
        {printed.map(({ moment, number }) => (
          <li
            key={moment.length}
            className={`grid break-inside-avoid grid-cols-[2.75rem_minmax(0,1fr)] ${moment.event.type === "question-ask" ? "break-after-avoid" : ""}`}
          >
            <span className="text-small text-ink-soft tabular-nums">{number}</span>
            {moment.event.type === "run-start" ? (
              <PrintedRun event={moment.event} hasThinking={parts.has("thinking")} />
            ) : (
              <PrintedMoment moment={moment} isUndone={undone.has(moment.event.id)} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function isLink({ event }: Moment): boolean {
  return event.type === "statement-close" && event.statement.type === "edge";
}
