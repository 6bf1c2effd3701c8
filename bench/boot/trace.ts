/** Reads from Chromium's own trace how long the main thread was held up. */

/** The part of a long task that counts as blocking begins here. */
const longTaskMs = 50;

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time in microseconds; a task that waited for a busy machine has less of it than of wall time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

/** The category whose events these functions read. */
export const traceCategory = "disabled-by-default-devtools.timeline";

/** Milliseconds of processor time beyond 50 of every task of a page's main thread, summed. */
export function blockingMsIn(trace: string): number {
  const tasks = mainThreadEvents(trace).filter(({ name }) => name === "RunTask");
  return tasks.reduce((total, { tdur = 0 }) => total + Math.max(0, tdur / 1000 - longTaskMs), 0);
}

/** Milliseconds of processor time of the longest task of a page's main thread. */
export function longestTaskMsIn(trace: string): number {
  const tasks = mainThreadEvents(trace).filter(({ name }) => name === "RunTask");
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
}

/** How often something of that name happened on a page's main thread. */
export function countEvents(trace: string, name: string): number {
  return mainThreadEvents(trace).filter((event) => event.name === name).length;
}

function mainThreadEvents(trace: string): readonly TraceEvent[] {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const threadOf = (event: TraceEvent) => `${event.pid} ${event.tid}`;
  const mainThreads = new Set(
    traceEvents
      .filter((event) => event.name === "thread_name" && event.args?.name === "CrRendererMain")
      .map(threadOf),
  );
  return traceEvents.filter((event) => mainThreads.has(threadOf(event)));
}
