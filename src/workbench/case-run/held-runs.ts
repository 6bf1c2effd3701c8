/** What the runs of one open case share: what is seen of them, what is chosen, and the source that was opened last. */
import type { StoreApi } from "zustand/vanilla";
import type { TeachingLibraryError } from "../../contracts/teaching-library.ts";
import type { Desk } from "../desk/desk.ts";
import type { LookingBack } from "../desk/desk-case.ts";
import type { RunRefusal } from "../run/prepare-run.ts";
import type { RunState } from "../run/run-state.ts";
import type { CaseRunChoices, OpenRunSource, RunChosen, RunSource, RunWish } from "./run-source.ts";

export type RunProblem =
  | RunRefusal
  | TeachingLibraryError
  | LookingBack
  /** Nothing that the script said was set aside and can stand again. */
  | { readonly type: "run-nothing-to-say-again" };

export type CaseRunStatus = {
  /** The source is being opened; nothing is asked of it yet. */
  readonly isOpening: boolean;
  /** Why the last run did not begin. */
  readonly problem: RunProblem | undefined;
};

export type CaseRunParts = {
  readonly desk: Pick<Desk, "session" | "case" | "newId">;
  readonly openSource: OpenRunSource;
};

export type Runs = CaseRunParts & {
  readonly store: StoreApi<RunState>;
  readonly status: StoreApi<CaseRunStatus>;
  readonly chosen: StoreApi<RunChosen>;
  opened: { readonly key: string; readonly source: RunSource; readonly unfollow: () => void } | undefined;
  running: Promise<void> | undefined;
  isClosed: boolean;
};

/** A model may have been loaded, changed or removed since the last run; a script stays what it is. */
export async function openSource(
  runs: Runs,
  wish: RunWish,
  { pace }: CaseRunChoices,
): Promise<RunSource | undefined> {
  const key = wish.type === "script" ? JSON.stringify([wish, pace]) : "";
  if (key !== "" && runs.opened?.key === key) return runs.opened.source;
  letGo(runs);
  const result = await runs.openSource(wish, pace);
  if (!result.ok) {
    runs.status.setState({ problem: result.error });
    return undefined;
  }
  const source = result.value;
  const caseId = runs.desk.session.store.getState().view.state.caseId;
  const unfollow = source.runner.store.subscribe((state) => {
    // The runner of a model is the page's: what it says of another case is not for this one.
    if (state.caseId === caseId) runs.store.setState(state, true);
  });
  runs.opened = { key, source, unfollow };
  return source;
}

/** Frees the source. */
export function letGo(runs: Runs): void {
  runs.opened?.unfollow();
  runs.opened?.source.end();
  runs.opened = undefined;
}
