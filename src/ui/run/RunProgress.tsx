/** A run while it lives: what it does, how much it said, and the ways to steer it. */

import type { ReactElement } from "react";
import { CALM_MS } from "../../workbench/run/run-clock.ts";
import type { RunState } from "../../workbench/run/run-state.ts";
import { useCalmRun } from "../desk/use-calm-run.ts";
import { useCaseRun, useRun } from "../desk/use-run.ts";
import { Hint } from "../kit/Hint.tsx";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { TeachIcon } from "../kit/icons/places.tsx";
import { Meter } from "../kit/Meter.tsx";
import { Spinner } from "../kit/Spinner.tsx";
import { hintOf } from "../text/hints.ts";
import { elapsedToWords, phaseWords, runText } from "../text/run.ts";

const EXTENSION_TOKENS = 500;

/** Before the first word of a phase; what is read between two rounds is soon read. */
function isReadingFirst({ reading, budget }: RunState): boolean {
  return reading !== undefined && budget?.spent === 0;
}

/** The words of the phase are announced; figures that change all the time are not. */
export function RunProgress(): ReactElement {
  const { stop } = useCaseRun();
  const phase = useRun((run) => run.phase);
  const isReading = useRun(isReadingFirst);
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2 sm:gap-y-3">
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" onClick={stop}>
          {runText.stop}
        </Button>
        <span className="contents max-sm:hidden">
          <Steering />
        </span>
      </div>
      <div className="grid gap-0.5">
        <div className="flex items-center gap-1">
          <output className="flex items-center gap-2 font-[600]">
            <Spinner />
            {isReading ? runText.reading : phaseWords[phase]}
          </output>
          {phase === "thinking" && <Hint {...hintOf("thinking")} />}
        </div>
        <Figures />
      </div>
      <div className="min-w-0 flex-1 basis-64 max-sm:hidden sm:max-w-md">
        <Budget />
      </div>
      <Voice />
      <details className="basis-full text-small sm:hidden">
        <summary className="min-h-6 cursor-pointer text-ink-soft hover:text-ink">{runText.steer}</summary>
        <div className="grid gap-3 pt-2">
          <div className="flex flex-wrap gap-2">
            <Steering />
          </div>
          <Budget />
        </div>
      </details>
    </div>
  );
}

/** Besides stopping: on a phone it waits behind one line. */
function Steering(): ReactElement {
  const { answerNow, extend } = useCaseRun();
  const phase = useRun((run) => run.phase);
  const canExtend = useRun(({ budget }) => budget !== undefined && budget.allowed < budget.most);
  return (
    <>
      {phase === "thinking" && <Button onClick={answerNow}>{runText.answerNow}</Button>}
      {canExtend && <Button onClick={() => extend(EXTENSION_TOKENS)}>{runText.extend}</Button>}
    </>
  );
}

function useFigure<Part>(select: (run: RunState) => Part): Part {
  return useCalmRun(select, CALM_MS.figures);
}

function Figures(): ReactElement {
  const tokens = useFigure((run) => run.tokens);
  const rate = useFigure((run) => Math.round(run.tokensPerSecond));
  const elapsed = useFigure((run) => elapsedToWords(run.elapsedMs));
  const rebuilding = useRun((run) => run.rebuilding);
  const reading = useFigure((run) => (isReadingFirst(run) ? run.reading : undefined));
  const said = [runText.tokens(tokens), ...(rate > 0 ? [runText.rate(rate)] : []), elapsed];
  const words = reading === undefined ? said : [runText.readingWords(reading), elapsed];
  return (
    <p className="text-small text-ink-soft tabular-nums">
      {rebuilding === undefined ? words.join(" · ") : runText.rebuilding(rebuilding)}
    </p>
  );
}

/** The tick stands where the allowance ends, the bar's end at the hard limit. */
function Budget(): ReactElement | null {
  const budget = useFigure((run) => run.budget);
  if (budget === undefined) return null;
  const { spent, allowed, most } = budget;
  return (
    <Meter
      label={runText.budgetLabel}
      value={spent / most}
      baseline={allowed < most ? allowed / most : undefined}
      words={runText.budgetWords(spent, allowed, most)}
    />
  );
}

function Voice(): ReactElement {
  const voice = useRun((run) => run.voice);
  const settings = useRun((run) => run.settings);
  if (voice === "script")
    return (
      <Chip tone="caution" icon={<TeachIcon />}>
        {runText.script}
      </Chip>
    );
  return <Chip>{settings === undefined ? "" : runText.model(settings.model, settings.engine)}</Chip>;
}
