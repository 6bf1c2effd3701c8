/** How long each attempt is watched. The control teaches how long a channel takes when nothing stops it. */
import type { Journal } from "./journal.ts";
import type { Oracle } from "./world.ts";

/**
 * Without headers a channel is given this long, so that a slow machine does not make a leak look like none. Outside
 * the namespace a bare name lookup is told only afterwards by the log, so waiting longer would tell no more.
 */
const patienceMs = { namespace: 20_000, netlog: 4_000 } as const;

/** A shut channel is watched three times as long as it took to get out of the open one, and at least this long. */
const shortestMs = 1_500;
const longestMs = 8_000;

/** Waits until the channel got out and notes in `took` how long that lasted. */
export async function watchUntilOut(
  journal: Journal,
  id: string,
  oracle: Oracle,
  took: Map<string, number>,
): Promise<void> {
  const elapsed = await journal.firstOf(id, ["name", "connection", "bytes"], patienceMs[oracle]);
  if (elapsed === undefined) return;
  took.set(id, elapsed);
  // Some send no more than a name; the others follow it with bytes at once.
  await journal.firstOf(id, ["bytes"], shortestMs);
}

/** Waits for what must not come. */
export async function watchShut(journal: Journal, id: string, tookMs: number): Promise<void> {
  await journal.firstOf(id, ["bytes"], Math.min(longestMs, Math.max(shortestMs, 3 * tookMs)));
}
