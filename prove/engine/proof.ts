/** What the proofs of all engines read from their options and judge in their figures. */
import { CouldNotRun, type FigureOptions, type Figures } from "../../tools/figures.ts";
import type { StepOptions } from "./steps.ts";

/** Long enough for every step, short enough for most devices. */
export const CONTEXT_TOKENS = 4096;
/** More than this is a leak and no noise. */
const MOST_GROWTH = 1.1;

/** Whether everything held that every engine promises. */
export function holdsEverywhere(figures: Figures): boolean {
  return (
    isEmpty(figures["loadErrors"]) &&
    isEmpty(figures["broken"]) &&
    figures["statements"] !== 0 &&
    figures["statements"] === figures["statementLines"] &&
    figures["freshAfterPatient"] === true &&
    figures["recovered"] === true &&
    figures["cycleFailures"] === 0 &&
    Number(figures["memoryGrowth"]) <= MOST_GROWTH &&
    figures["flips"] === figures["refusals"] &&
    figures["requestsElsewhere"] === 0
  );
}

function isEmpty(list: Figures[string] | undefined): boolean {
  return Array.isArray(list) && list.length === 0;
}

type Counts = Omit<StepOptions, "source">;

/** How often each step is done: as asked for, or as usual. */
export function readCounts({ flags }: FigureOptions, usual: Counts): Counts {
  const read = (name: keyof Counts): number => {
    const value = Number(flags.get(name) ?? usual[name]);
    if (!Number.isSafeInteger(value) || value < 1) throw new CouldNotRun(`--${name} needs a whole number.`);
    return value;
  };
  return { interrupts: read("interrupts"), cycles: read("cycles"), flips: read("flips") };
}
