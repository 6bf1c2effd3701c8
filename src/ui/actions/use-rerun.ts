/** Runs only what is out of date again, on a branch of its own. */
import { useStore } from "zustand/react";
import { readStaleShares } from "../../domain/record/settle.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { useCaseRun, useIsRunning } from "../desk/use-run.ts";
import type { DeskActions } from "./desk-actions.ts";

export type Rerun = {
  /** Undefined where there is nothing to run on, nothing that a run could state again, or something runs already. */
  readonly rerun: (() => void) | undefined;
  readonly isRunning: boolean;
  /** Whether a run stated anything of what is out of date. */
  readonly isForRun: boolean;
};

/** What stood before stays on its branch. */
export function useRerun(settle: DeskActions["settle"]): Rerun {
  const desk = useDesk();
  const caseRun = useCaseRun();
  const canRun = useStore(caseRun.chosen, ({ rerunWish }) => rerunWish !== undefined);
  const isRunning = useIsRunning();
  const isForRun = useFacts(({ branch }) => branch !== undefined && readStaleShares(branch).forRun > 0);
  const rerun = async (): Promise<void> => {
    if (await settle(desk.startBranch("stale"))) await caseRun.rerun();
  };
  return { rerun: canRun && isForRun && !isRunning ? () => void rerun() : undefined, isRunning, isForRun };
}
