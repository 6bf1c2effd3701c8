/** Words of downloads under way. */
import type { InstallJob } from "../../contracts/model-shelf.ts";
import { assertNever } from "../../shared/assert.ts";
import { bytesToWords, secondsToWords } from "../sizes.ts";
import { errorToWords } from "./errors.ts";

export const jobText = {
  pause: "Pause",
  resume: "Resume",
  again: "Try again",
  cancel: "Cancel",
  dismiss: "Dismiss",
  elsewhere: "Another tab does this download.",
  cancelTitle: "Cancel this download?",
  cancelExplanation: (amount: string) => `The ${amount} that came so far will be deleted.`,
  keep: "Keep it",
  cancelForGood: "Cancel and delete",
} as const;

/** What it does now, in one sentence. */
export function stateToWords({ state, repeatedBytes }: InstallJob): string {
  switch (state.type) {
    case "checking":
      return "Checking whether it can begin";
    case "waiting":
      return "Waiting for another installation to end";
    case "copying":
      return "Copying";
    case "downloading":
      return repeatedBytes > 0
        ? `Downloading; ${bytesToWords(repeatedBytes)} had to start again, because the server cannot go on midway`
        : "Downloading";
    case "retrying":
      return state.error.type === "shelf-offline"
        ? "This device is offline. It goes on by itself when the connection is back."
        : `${errorToWords(state.error)} Trying again (${state.tryNumber + 1} of ${state.tries}).`;
    case "paused":
      return "Paused. What came is kept, even when this page is closed.";
    case "verifying":
      return "Checking and installing";
    case "failed":
      return errorToWords(state.error);
    case "done":
      return "Installed and checked, byte for byte. It works offline from now on.";
    default:
      return assertNever(state);
  }
}

/** "1.2 GB of 3.4 GB, 12.3 MB a second, about 3 minutes left". */
export function amountToWords(job: InstallJob): string {
  const { doneBytes, totalBytes, bytesPerSecond, secondsLeft } = job;
  return [
    `${bytesToWords(doneBytes)} of ${bytesToWords(totalBytes)}`,
    bytesPerSecond === undefined ? undefined : `${bytesToWords(bytesPerSecond)} a second`,
    secondsLeft === undefined ? undefined : secondsToWords(secondsLeft),
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}
