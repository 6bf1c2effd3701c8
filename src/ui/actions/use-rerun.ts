/** Runs only what is out of date again, on a branch of its own. */
import { useStore } from "zustand/react";
import { useDesk } from "../desk/use-desk.ts";
import { useCaseRun, useIsRunning } from "../desk/use-run.ts";
import type { DeskActions } from "./desk-actions.ts";

export type Rerun = {
  /** Undefined where there is nothing to run on, or something runs already. */
  readonly rerun: (() => void) | undefined;
  readonly isRunning: boolean;
};

/** What stood before stays on its branch. */
export function useRerun(settle: DeskActions["settle"]): Rerun {
  const desk = useDesk();
  const caseRun = useCaseRun();
  const canRun = useStore(caseRun.chosen, ({ rerunWish }) => rerunWish !== undefined);
  const isRunning = useIsRunning();
  const rerun = async (): Promise<void> => {
    if (await settle(desk.startBranch("stale"))) await caseRun.rerun();
  };
  return { rerun: canRun && !isRunning ? () => void rerun() : undefined, isRunning };
}
