/**
 * The time left of a long job, rounded as a person would say it, so that the words do not flicker: unknown until
 * enough is done to tell, then steps of five seconds, minutes, and hours with tens of minutes.
 */

export type TimeLeft =
  | { readonly type: "unknown" }
  | { readonly type: "almost-done" }
  | { readonly type: "seconds"; readonly seconds: number }
  | { readonly type: "minutes"; readonly minutes: number }
  | { readonly type: "hours"; readonly hours: number; readonly minutes: number };

/** Below these, a rate says nothing yet. */
const LEAST_SECONDS = 3;
const LEAST_SHARE = 0.01;

/** Estimates from the mean rate so far. `share` in [0, 1]; `elapsedSeconds` counts only time at work, not pauses. */
export function timeLeft(share: number, elapsedSeconds: number): TimeLeft {
  if (share >= 1) return { type: "almost-done" };
  if (!(elapsedSeconds >= LEAST_SECONDS && share >= LEAST_SHARE)) return { type: "unknown" };
  return roundedTimeLeft((elapsedSeconds * (1 - share)) / share);
}

/** Rounds a number of seconds that is known otherwise. */
export function roundedTimeLeft(seconds: number): TimeLeft {
  if (seconds < 5) return { type: "almost-done" };
  const fives = Math.round(seconds / 5) * 5;
  if (fives < 60) return { type: "seconds", seconds: fives };
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return { type: "minutes", minutes };
  const tens = Math.round(seconds / 600) * 10;
  return { type: "hours", hours: Math.floor(tens / 60), minutes: tens % 60 };
}
