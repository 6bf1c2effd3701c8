/** The time left of a long job, said as a person would. */
import { assertNever } from "../../shared/assert.ts";
import type { TimeLeft } from "../kit/time-left.ts";
import { jobText } from "../text/shelf.ts";

/** Nothing while it cannot be told. */
export function timeLeftWords(left: TimeLeft): string | undefined {
  switch (left.type) {
    case "unknown":
      return undefined;
    case "almost-done":
      return jobText.fewSecondsLeft;
    case "seconds":
      return jobText.secondsLeft(left.seconds);
    case "minutes":
      return jobText.minutesLeft(left.minutes);
    case "hours":
      return jobText.hoursLeft(left.hours, left.minutes);
    default:
      return assertNever(left);
  }
}
