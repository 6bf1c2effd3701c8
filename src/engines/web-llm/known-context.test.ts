import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  EMPTY_CONTEXT,
  growContext,
  planRound,
  promptTokens,
  readContext,
  type KnownContext,
} from "./known-context.ts";

/** A token a letter, so that counts can be read off the texts. */
function encode(text: string): readonly number[] {
  return text.split("").map((letter) => letter.charCodeAt(0));
}

function plan(known: KnownContext, prompt: string, canTakeBack = true) {
  return planRound(known, { prompt, encode, canTakeBack });
}

/** Reads a prompt to its end and says a reply; its last token is drawn but never read back. */
function converse(known: KnownContext, prompt: string, reply: string): KnownContext {
  const read = plan(known, prompt);
  const all = readContext(known, prompt, read, read.unread.length);
  const letters = reply.slice(0, -1).split("");
  return letters.reduce((context, letter) => growContext(context, letter, true), all);
}

test("a first prompt is read whole", () => {
  const first = plan(EMPTY_CONTEXT, "U:why A:");
  expect([first.from.tokens, first.unread.length, promptTokens(first)]).toEqual([0, 8, 8]);
});

test("a conversation that goes on reads only what is new, and the last token said", () => {
  const known = converse(EMPTY_CONTEXT, "U:why A:", "because.");
  const next = plan(known, "U:why A:because. U:how A:");
  expect(next.from.tokens).toBe("U:why A:because".length);
  expect(String.fromCharCode(...next.unread)).toBe(". U:how A:");
});

test("what was said after a stop string is taken back", () => {
  const known = converse(EMPTY_CONTEXT, "U:why A:", "because STOP");
  const next = plan(known, "U:why A:because U:how A:");
  expect(String.fromCharCode(...next.unread)).toBe("U:how A:");
  expect(plan(known, "U:why A:because U:how A:", false).from.tokens).toBe(0);
});

test("the same prompt again is read as it was the first time, so that it is computed the same way", () => {
  const first = converse(EMPTY_CONTEXT, "U:why A:", "because.");
  const second = plan(first, "U:why A:because. U:how A:");
  const known = converse(first, "U:why A:because. U:how A:", "so.");
  expect(plan(known, "U:why A:because. U:how A:")).toEqual(second);
  expect(plan(known, "U:why A:").from.tokens).toBe(0);
});

test("an edited turn is read from where that turn began", () => {
  const first = converse(EMPTY_CONTEXT, "U:why A:", "because.");
  const known = converse(first, "U:why A:because. U:how A:", "so.");
  const edited = plan(known, "U:why A:because. U:how exactly A:");
  expect(edited.from.tokens).toBe("U:why A:because".length);
});

test("a prompt that was not read to its end is read again from where it began", () => {
  const prompt = "U:why A:";
  const read = plan(EMPTY_CONTEXT, prompt);
  const known = readContext(EMPTY_CONTEXT, prompt, read, 3);
  expect(known.tokens).toBe(3);
  expect(plan(known, prompt).from.tokens).toBe(0);
});

test("nothing goes on from the middle of a character", () => {
  const read = plan(EMPTY_CONTEXT, "A:");
  const after = readContext(EMPTY_CONTEXT, "A:", read, read.unread.length);
  const known = growContext(growContext(growContext(after, "x", true), "", false), "é", true);
  expect(plan(known, "A:xyz").from.tokens).toBe(3);
  expect(plan(known, "A:xéz").from.tokens).toBe(5);
});

test("whatever was read and said before, reused and unread tokens are always exactly the prompt", () => {
  const words = fc.stringMatching(/^[ab]{1,6}$/);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(words, words), { maxLength: 6 }),
      words,
      fc.boolean(),
      (turns, last, pop) => {
        let known = EMPTY_CONTEXT;
        for (const [prompt, reply] of turns) known = converse(known, prompt, reply);
        const { from, unread } = plan(known, last, pop);
        expect(known.text.slice(0, from.characters) + String.fromCharCode(...unread)).toBe(last);
        expect(unread.length).toBeGreaterThan(0);
        expect(pop || from.tokens === 0 || from.tokens === known.tokens).toBe(true);
      },
    ),
    { seed: 12, numRuns: 2000 },
  );
});
