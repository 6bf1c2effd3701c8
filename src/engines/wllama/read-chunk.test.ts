import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readChunk } from "./read-chunk.ts";

const TIMINGS = { cache_n: 13, prompt_n: 1, predicted_n: 2, predicted_ms: 6 };

test("reads text, counts and the end", () => {
  const middle = { choices: [{ text: " calf", finish_reason: null, logprobs: null }], timings: TIMINGS };
  expect(readChunk(middle)).toEqual({
    text: " calf",
    chances: [],
    endedBy: undefined,
    reading: undefined,
    counts: { promptTokens: 14, reusedTokens: 13, tokens: 2 },
  });
  const last = { choices: [{ text: "", finish_reason: "length" }], timings: TIMINGS };
  expect(readChunk(last).endedBy).toBe("length");
});

test("reads how far a prompt is read", () => {
  const reading = { choices: [], prompt_progress: { total: 90, cache: 10, processed: 30, time_ms: 5 } };
  expect(readChunk(reading)).toMatchObject({ text: "", reading: { readTokens: 30, totalTokens: 90 } });
  expect(readChunk({ prompt_progress: { total: "90" } }).reading).toBeUndefined();
});

test("tells the chosen token first, whatever its place among the likely ones", () => {
  const [yes, no] = [
    { id: 7, token: "yes", logprob: -0.2 },
    { id: 8, token: "no", logprob: -1.9 },
  ];
  const chunk = {
    choices: [{ text: "no", logprobs: { content: [{ ...no, top_logprobs: [yes, no] }] } }],
  };
  expect(readChunk(chunk).chances).toEqual([
    { text: "no", logprob: -1.9 },
    { text: "yes", logprob: -0.2 },
  ]);
});

test("a chance that is no number is left out: nothing of it would survive the way to the page", () => {
  const token = { id: 7, token: "yes", logprob: null, top_logprobs: [{ id: 8, token: "no", logprob: -1 }] };
  expect(readChunk({ choices: [{ text: "yes", logprobs: { content: [token] } }] }).chances).toEqual([]);
});

test("whatever the library sends, it is read and never thrown at", () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(readChunk(data).text).toBe("");
    }),
    { seed: 5, numRuns: 1000 },
  );
});
