/** Begins a run of the case on the source that was wished for, and counts one that is only being weighed. */
import type { RunCase, RunRequest, RunTurn } from "../run/run-request.ts";
import type { RunSize } from "../run/fit-run.ts";
import type { Runner } from "../run/runner.ts";
import { openSource, type Runs } from "./held-runs.ts";
import { readRunCase } from "./read-run-case.ts";
import type { CaseRunChoices, RunChosen, RunSource, RunWish } from "./run-source.ts";

/** With a turn it goes on behind what was said before. */
export async function startRun(
  runs: Runs,
  wish: RunWish,
  choices: CaseRunChoices,
  turn?: (about: RunCase) => RunTurn,
): Promise<void> {
  runs.status.setState({ isOpening: true });
  const opened = await openSource(runs, wish, choices);
  runs.status.setState({ isOpening: false });
  if (opened === undefined || runs.isClosed) return;
  const { leftOut } = runs.chosen.getState();
  await heed(runs, () => opened.runner.start(requestOf(runs, opened, { choices, leftOut }, turn)));
}

/** Takes up what the last run left open. */
export async function resumeRun(runs: Runs): Promise<void> {
  const { opened } = runs;
  if (opened !== undefined) await heed(runs, opened.source.runner.resume);
}

/** A run that did not begin leaves what was seen of the one before it. */
async function heed({ store, status }: Runs, run: () => ReturnType<Runner["start"]>): Promise<void> {
  const before = store.getState();
  const result = await run();
  if (result.ok) return;
  store.setState(before, true);
  status.setState({ problem: result.error });
}

function requestOf(
  { desk }: Pick<Runs, "desk">,
  { model }: RunSource,
  { choices, leftOut }: Pick<RunChosen, "choices" | "leftOut">,
  turn?: (about: RunCase) => RunTurn,
): RunRequest {
  const { session, newId } = desk;
  // What is written belongs to the case as it is, wherever one looks back to. A script was written for all of the text.
  const isScript = model.capabilities.voice === "script";
  const about = readRunCase(session.store.getState(), isScript ? [] : leftOut);
  return {
    about,
    model,
    choices,
    record: { newRunId: newId, stamp: session.stamp, save: session.take },
    ...(turn === undefined ? {} : { turn: turn(about) }),
  };
}

/** What a run would be told, counted. */
export async function measureRun(runs: Runs, leftOut: readonly string[]): Promise<RunSize | undefined> {
  const { opened, chosen, running } = runs;
  if (opened === undefined || running !== undefined) return undefined;
  const { source } = opened;
  const { choices } = chosen.getState();
  const size = await source.runner.measure(requestOf(runs, source, { choices, leftOut }));
  return size.ok ? size.value : undefined;
}
