/** Which run of a record is spoken of as the last one. */
import type { RunState } from "../../domain/record/case-state.ts";

/** The newest run of the case or of a part of it; an answer to a question is none. */
export function newestRun(runs: Iterable<RunState>): RunState | undefined {
  let newest: RunState | undefined;
  for (const run of runs)
    if (run.start.task !== "question" && (newest === undefined || run.position > newest.position))
      newest = run;
  return newest;
}
