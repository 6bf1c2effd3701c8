/** The runs of the case that is open, for every panel on it. Outside a case, and before any run, nothing runs. */
import { createContext, use } from "react";
import { useStore } from "zustand/react";
import { invariant } from "../../shared/assert.ts";
import type { CaseRun } from "../../workbench/case-run/case-run.ts";
import type { RunState } from "../../workbench/run/run-state.ts";

export const RunContext = createContext<CaseRun | undefined>(undefined);

/** What starts and stops the runs of this case; only to be called below the provider on the case screen. */
export function useCaseRun(): CaseRun {
  const caseRun = use(RunContext);
  invariant(caseRun !== undefined, "a panel of a case was rendered outside its runs");
  return caseRun;
}

/** A part of the run as it stands; drawn again only when that part is another. */
export function useRun<Part>(select: (run: RunState) => Part): Part {
  return useStore(useCaseRun().store, select);
}

/** Whether the model or script of this case is at work now. */
export function useIsRunning(): boolean {
  return useRun(({ phase }) => phase !== "idle" && phase !== "ended");
}
