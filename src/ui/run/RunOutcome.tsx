/** How the last run of this case ended: the one of this visit, or the last in the record. */

import type { ReactElement } from "react";
import type { RunState as RecordedRun } from "../../domain/record/case-state.ts";
import { useCase, useIsLookingBack } from "../desk/use-desk.ts";
import { useCaseRun, useRun } from "../desk/use-run.ts";
import { Button } from "../kit/Button.tsx";
import { elapsedToWords, endWords, flagWords, runText } from "../text/run.ts";
import { newestRun } from "./newest-run.ts";
import { engineErrorText } from "../text/engine-errors.ts";
import { timeText } from "../text/time.ts";

function OutcomeOfRecord({ run }: { readonly run: RecordedRun }): ReactElement {
  const unended = useIsLookingBack() ? timeText.runUnderWay : runText.interrupted;
  const words = run.end === undefined ? unended : endWords[run.end.reason];
  return (
    <p className="text-small text-ink-soft max-sm:order-last max-sm:basis-full">
      <span className="font-[600]">{runText.lastRun}:</span> {words}
    </p>
  );
}

/** Nothing before the first run; what this visit ran comes before what the record says. */
export function RunOutcome(): ReactElement | null {
  const phase = useRun((run) => run.phase);
  const last = useCase(({ view }) => newestRun(view.state.runs.values()));
  const isLookingBack = useIsLookingBack();
  if (phase === "ended" && !isLookingBack) return <OutcomeOfVisit />;
  return last === undefined ? null : <OutcomeOfRecord run={last} />;
}

function OutcomeOfVisit(): ReactElement {
  const { resume, saveAgain } = useCaseRun();
  const run = useRun((state) => state);
  const { end, flags, saving, unread, tokens, elapsedMs } = run;
  const notes = [
    ...(end?.error === undefined ? [] : [engineErrorText(end.error).title, engineErrorText(end.error).wayOn]),
    ...Array.from(flags, (flag) => flagWords[flag]),
    ...(unread > 0 ? [`${runText.unread(unread)}.`] : []),
    ...(saving.type === "failed" ? [runText.notSaved(saving.events)] : []),
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-small max-sm:order-last max-sm:basis-full">
      <output className="tabular-nums">
        <span className="font-[600]">{end === undefined ? "" : endWords[end.reason]}</span>
        <span className="text-ink-soft">
          {" "}
          · {runText.tokens(tokens)} · {elapsedToWords(elapsedMs)}
        </span>
      </output>
      {end?.canResume === true && (
        <Button size="small" onClick={() => void resume()}>
          {runText.resume}
        </Button>
      )}
      {saving.type === "failed" && (
        <Button size="small" onClick={saveAgain}>
          {runText.saveAgain}
        </Button>
      )}
      {notes.length > 0 && <p className="basis-full text-ink-soft">{notes.join(" ")}</p>}
    </div>
  );
}
