/** A run as it stood a moment ago, for figures: changing faster they could not be read, and each change costs a picture. */
import { useState, useSyncExternalStore } from "react";
import type { CaseRun } from "../../workbench/case-run/case-run.ts";
import type { RunState } from "../../workbench/run/run-state.ts";
import { useCaseRun } from "../desk/use-run.ts";

const CALM_MS = 240;

/** A part of the run, brought up to date four times a second, and at once when it goes on to something else. */
export function useCalmRun<Part>(select: (run: RunState) => Part): Part {
  const { store } = useCaseRun();
  const [calm] = useState(() => calmDown(store));
  return useSyncExternalStore(calm.subscribe, () => select(calm.read()));
}

/** It needs no timer: as long as a run lives its store changes by itself, if only because its clock goes on. */
function calmDown(store: CaseRun["store"]) {
  let seen = store.getState();
  let seenAtMs = performance.now();
  return {
    read: () => seen,
    subscribe: (onChange: () => void) =>
      store.subscribe((state) => {
        const nowMs = performance.now();
        if (state.phase === seen.phase && nowMs - seenAtMs < CALM_MS) return;
        seen = state;
        seenAtMs = nowMs;
        onChange();
      }),
  };
}
