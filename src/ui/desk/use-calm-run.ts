/**
 * A run as it stood a moment ago, for what changes all the time: faster it could not be read, and each change costs a
 * picture. All that is calmed changes in the same pictures.
 */
import { useState, useSyncExternalStore } from "react";
import type { CaseRun } from "../../workbench/case-run/case-run.ts";
import type { RunState } from "../../workbench/run/run-state.ts";
import { useCaseRun } from "./use-run.ts";

/** A part of the run, brought up to date so often, and at once when it goes on to something else. */
export function useCalmRun<Part>(select: (run: RunState) => Part, calmMs: number): Part {
  const { store } = useCaseRun();
  const [calm] = useState(() => calmDown(store, calmMs));
  return useSyncExternalStore(calm.subscribe, () => select(calm.read()));
}

/** It needs no timer: as long as a run lives its store changes by itself, if only because its clock goes on. */
function calmDown(store: CaseRun["store"], calmMs: number) {
  let seen = store.getState();
  let seenIn = momentOf(calmMs);
  return {
    read: () => seen,
    subscribe: (onChange: () => void) =>
      store.subscribe((state) => {
        const now = momentOf(calmMs);
        if (state.phase === seen.phase && state.run === seen.run && now === seenIn) return;
        seen = state;
        seenIn = now;
        onChange();
      }),
  };
}

/** The same clock for everybody, so that who is calm is calm together. */
function momentOf(calmMs: number): number {
  return Math.floor(performance.now() / calmMs);
}
