/** One installation: how far it is, how fast, how long it still takes, and how to pause, go on or end it. */

import type { ReactElement } from "react";
import type { InstallJob, ModelShelf } from "../../contracts/model-shelf.ts";
import { timeLeftWords } from "../common/time-left-words.ts";
import { Button } from "../kit/Button.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { PauseIcon, PlayIcon } from "../kit/icons/actions.tsx";
import { CheckCircleIcon, CloseIcon } from "../kit/icons/signs.tsx";
import { Progress } from "../kit/Progress.tsx";
import { bytesToWords } from "../text/size-words.ts";
import { roundedTimeLeft } from "../kit/time-left.ts";
import { shelfErrorText } from "../text/shelf-errors.ts";
import { jobText } from "../text/shelf.ts";
import { ShelfProblem } from "./ShelfProblem.tsx";

export type JobCardProps = { readonly shelf: ModelShelf; readonly job: InstallJob };

/** One that is over says how it ended until it is taken off the list. */
export function JobCard({ shelf, job }: JobCardProps): ReactElement {
  const { state, name, id } = job;
  if (state.type === "done") return <DoneCard name={name} onDismiss={() => shelf.dismiss(id)} />;
  if (state.type !== "failed") return <RunningCard shelf={shelf} job={job} />;
  return (
    <article aria-label={name} className="grid gap-3 rounded-panel border border-line bg-surface p-4">
      <CardHead name={name} onDismiss={() => shelf.dismiss(id)} />
      <ShelfProblem error={state.error} onRetry={state.canResume ? () => shelf.resume(id) : undefined} />
    </article>
  );
}

function CardHead({
  name,
  onDismiss,
}: {
  readonly name: string;
  readonly onDismiss: () => void;
}): ReactElement {
  return (
    <div className="flex items-start justify-between gap-3">
      <h3 className="min-w-0 pt-1 font-[600] break-words">{name}</h3>
      <IconButton size="small" icon={<CloseIcon />} label={jobText.dismiss} onClick={onDismiss} />
    </div>
  );
}

function DoneCard({
  name,
  onDismiss,
}: {
  readonly name: string;
  readonly onDismiss: () => void;
}): ReactElement {
  return (
    <article
      aria-label={name}
      className="flex items-center gap-3 rounded-panel border border-positive-line bg-positive-soft py-2 ps-4 pe-2"
    >
      <span className="text-positive">
        <CheckCircleIcon />
      </span>
      <span className="min-w-0 flex-1 break-words">{jobText.label(name, jobText.states.done)}</span>
      <IconButton size="small" icon={<CloseIcon />} label={jobText.dismiss} onClick={onDismiss} />
    </article>
  );
}

function RunningCard({ shelf, job }: JobCardProps): ReactElement {
  const { name, state, doneBytes, totalBytes } = job;
  const isMeasured = totalBytes > 0 && state.type !== "checking" && state.type !== "waiting";
  return (
    <article aria-label={name} className="rounded-panel border border-line bg-surface p-4">
      <Progress
        label={jobText.label(name, jobText.states[state.type])}
        share={isMeasured ? doneBytes / totalBytes : undefined}
        amount={amountWords(job, isMeasured)}
        timeLeft={job.secondsLeft === undefined ? undefined : timeLeftWords(roundedTimeLeft(job.secondsLeft))}
        actions={<JobActions shelf={shelf} job={job} />}
      />
      {noteWords(job).map((note) => (
        <p key={note} className="mt-2 text-small text-ink-soft">
          {note}
        </p>
      ))}
    </article>
  );
}

function amountWords(
  { doneBytes, totalBytes, bytesPerSecond, source }: InstallJob,
  isMeasured: boolean,
): string {
  if (!isMeasured) return jobText.source[source];
  const amount = jobText.amount(bytesToWords(doneBytes), bytesToWords(totalBytes));
  return bytesPerSecond === undefined ? amount : `${amount}, ${jobText.speed(bytesToWords(bytesPerSecond))}`;
}

function noteWords({ state, repeatedBytes, isElsewhere }: InstallJob): readonly string[] {
  const notes: string[] = [];
  if (isElsewhere) notes.push(jobText.elsewhere);
  if (repeatedBytes > 0) notes.push(jobText.repeated(bytesToWords(repeatedBytes)));
  if (state.type === "retrying")
    notes.push(`${shelfErrorText(state.error).title} ${jobText.tries(state.tryNumber, state.tries)}.`);
  return notes;
}

const PAUSABLE: ReadonlySet<InstallJob["state"]["type"]> = new Set([
  "waiting",
  "copying",
  "downloading",
  "retrying",
]);

function JobActions({ shelf, job: { id, name, state } }: JobCardProps): ReactElement {
  return (
    <>
      {PAUSABLE.has(state.type) && (
        <Button
          size="small"
          icon={<PauseIcon />}
          aria-label={jobText.pauseOf(name)}
          onClick={() => shelf.pause(id)}
        >
          {jobText.pause}
        </Button>
      )}
      {state.type === "paused" && (
        <Button
          size="small"
          icon={<PlayIcon />}
          aria-label={jobText.resumeOf(name)}
          onClick={() => shelf.resume(id)}
        >
          {jobText.resume}
        </Button>
      )}
      <Button size="small" tone="quiet" aria-label={jobText.cancelOf(name)} onClick={() => shelf.cancel(id)}>
        {jobText.cancel}
      </Button>
    </>
  );
}
