import { expect, test } from "vitest";
import type { InstallJob } from "../../contracts/model-shelf.ts";
import { countToWords, secondsToWords } from "../sizes.ts";
import { errorToWords } from "./errors.ts";
import { amountToWords, stateToWords } from "./jobs.ts";

const JOB: InstallJob = {
  id: "tiny",
  name: "Tiny",
  source: "server",
  state: { type: "downloading" },
  doneBytes: 1_200_000_000,
  totalBytes: 3_400_000_000,
  bytesPerSecond: 12_300_000,
  secondsLeft: 179,
  repeatedBytes: 0,
  isElsewhere: false,
};

test("how far a download is, in the words people use", () => {
  expect(amountToWords(JOB)).toBe("1.2 GB of 3.4 GB, 12.3 MB a second, about 3 minutes left");
  expect(amountToWords({ ...JOB, bytesPerSecond: undefined, secondsLeft: undefined })).toBe(
    "1.2 GB of 3.4 GB",
  );
});

test.each([
  [2, "almost done"],
  [33, "about 35 seconds left"],
  [62, "about 1 minute left"],
  [3600, "about 1 h left"],
  [5460, "about 1 h 30 min left"],
])("%d seconds are %s", (seconds, words) => {
  expect(secondsToWords(seconds)).toBe(words);
});

test.each([
  [9e9, "9 billion"],
  [8.2e9, "8.2 billion"],
  [596e6, "596 million"],
  [1_049_000, "1 million"],
])("%d parameters are %s", (count, words) => {
  expect(countToWords(count)).toBe(words);
});

test("what had to start again is said, and which try is next", () => {
  expect(stateToWords({ ...JOB, repeatedBytes: 4_000_000 })).toContain("4.0 MB had to start again");
  const error = { type: "shelf-stalled", seconds: 30 } as const;
  expect(stateToWords({ ...JOB, state: { type: "retrying", error, tryNumber: 1, tries: 6 } })).toBe(
    "Nothing came for 30 seconds. Trying again (2 of 6).",
  );
});

test.each([
  [404, "has no"],
  [403, "refuses"],
  [429, "asks for a pause"],
  [503, "a fault of its own"],
  [418, "answered"],
])("status %d is told by number and meaning", (status, meaning) => {
  const words = errorToWords({ type: "shelf-http-status", file: "a.bin", status });
  expect(words).toContain(String(status));
  expect(words).toContain(meaning);
});

test("what is too large or too small is told with both numbers", () => {
  const room = errorToWords({ type: "shelf-no-room", neededBytes: 6e9, freeBytes: 2e9 });
  expect(room).toMatch(/6\.0 GB.*2\.0 GB/u);
  const size = errorToWords({ type: "shelf-wrong-size", file: "a.bin", bytes: 1234, wanted: 56_789 });
  expect(size).toMatch(/1,234.*56,789/u);
});
