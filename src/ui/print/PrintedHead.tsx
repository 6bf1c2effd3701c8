/** The head of a print: what it is, when it was made, and as of when the case is shown. */

import type { ReactElement } from "react";
import type { Moment } from "../../domain/record/moments.ts";
import { timeToWords } from "../common/time-words.ts";
import { useCase, useIsLookingBack } from "../desk/use-desk.ts";
import { useServices } from "../services.ts";
import { printText } from "../text/print.ts";
import { momentWords } from "../text/time.ts";
import { useSpeakers } from "./use-speakers.ts";

export type PrintedHeadProps = { readonly moments: readonly Moment[]; readonly all: number };

/** The label stands here as well, in type that nobody overlooks. */
export function PrintedHead({ moments, all }: PrintedHeadProps): ReactElement {
  const { title } = useCase(({ view }) => view.state);
  const events = useCase(({ view }) => view.length);
  const isLookingBack = useIsLookingBack();
  const { now } = useServices();
  const { words, isTeaching } = useSpeakers();
  const last = moments.at(-1);
  return (
    <header className="grid gap-1">
      <h1 className="text-title">{title}</h1>
      <p className="text-small text-ink-soft">
        {printText.headline(events)}, {printText.printed(timeToWords(now()))}
      </p>
      {isLookingBack && last !== undefined && (
        <p className="text-small font-[600]">{printText.asOf(moments.length, all, momentWords(last))}</p>
      )}
      <p className="mt-1 border-2 border-line-strong px-3 py-1.5 text-small font-[560]">
        {words} {isTeaching && printText.notReviewed} {printText.caution}
      </p>
    </header>
  );
}
