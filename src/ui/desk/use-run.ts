/** The run of the case that is open, for every panel on it. Before any run, and where nothing can run, it is idle. */
import { createContext, use } from "react";
import { useStore } from "zustand/react";
import { createStore } from "zustand/vanilla";
import { IDLE_RUN, type RunState } from "../../workbench/run/run-state.ts";
import type { Runner } from "../../workbench/run/runner.ts";

/** What runs this case; undefined where nothing can. */
export const RunContext = createContext<Runner | undefined>(undefined);

const IDLE_STORE = createStore<RunState>(() => IDLE_RUN);

/** A part of the run as it stands; drawn again only when that part is another. */
export function useRun<Part>(select: (run: RunState) => Part): Part {
  return useStore(use(RunContext)?.store ?? IDLE_STORE, select);
}

/** Whether the model or script of this case is at work now. */
export function useIsRunning(): boolean {
  return useRun(({ phase }) => phase !== "idle" && phase !== "ended");
}
