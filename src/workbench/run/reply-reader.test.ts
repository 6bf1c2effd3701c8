import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ReplyPart, ReplyReader } from "./reply-reader.ts";
import { createStatementsReader, createThinkingReader } from "./reply-reader.ts";
import { LINES } from "./testing/run-requests.ts";

const CONTEXT = { sentences: new Set(["s1", "s2", "s3"]), origin: "notation" } as const;

function readAll(reader: ReplyReader, tokens: readonly string[], isWhole = true): readonly ReplyPart[] {
  return [...tokens.flatMap((token) => reader.push(token)), ...reader.finish(isWhole).parts];
}

/** Parts with neighbouring thinking put together: how it was cut is not part of what was said. */
function join(parts: readonly ReplyPart[]): readonly ReplyPart[] {
  const joined: ReplyPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.type === "thinking" && last?.type === "thinking")
      joined[joined.length - 1] = { type: "thinking", text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}

function thinkingOf(parts: readonly ReplyPart[]): string {
  return parts.map((part) => (part.type === "thinking" ? part.text : "")).join("");
}

function cutAt(text: string, places: readonly number[]): readonly string[] {
  const at = [0, ...places.map((place) => place % (text.length + 1)).toSorted((a, b) => a - b), text.length];
  return at.slice(1).map((end, index) => text.slice(at[index], end));
}

const pieces = fc.constantFrom(
  ...LINES,
  "<think>",
  "</think>",
  "\n",
  "ready",
  " ready.",
  "f9 suppor",
  "97 % — “tachycardia” 🫁",
  "\uD83E",
  "<tool_call>x</tool_call>",
  "```",
);

test("any cut of the stream gives the same thinking and the same statements", () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 12 }),
      fc.array(fc.nat(400)),
      fc.boolean(),
      (texts, places, isWhole) => {
        const text = texts.join("\n");
        for (const start of ["answer", "thinking"] as const) {
          for (const create of [
            () => createThinkingReader({ start }),
            () => createStatementsReader({ start }, CONTEXT),
          ]) {
            const once = readAll(create(), [text], isWhole);
            expect(join(readAll(create(), cutAt(text, places), isWhole))).toEqual(join(once));
          }
        }
      },
    ),
    { numRuns: 400 },
  );
});

test.each([
  ["<think>The calf.</think>\n\nready", "The calf."],
  ["<think>The calf.</think>Ready.", "The calf."],
  ["The calf is tender.", "The calf is tender."],
  ["ready", ""],
  ["already settled", "already settled"],
  ["<think>The calf.</think>ready to say more", "The calf.ready to say more"],
])("%j is thought as %j: only the word that ends it is left out", (text, thought) => {
  for (const tokens of [[text], text.split("")])
    expect(thinkingOf(readAll(createThinkingReader({ start: "answer" }), tokens))).toBe(thought);
});

test("a last line without a break is whole where the model stopped by itself, and only words where it was cut", () => {
  const line = "hypothesis h1 0.5: Pulmonary emb";
  const [whole] = readAll(createStatementsReader({ start: "answer" }, CONTEXT), [line], true);
  expect(whole).toMatchObject({ statement: { type: "node", flags: [] } });
  const [cut] = readAll(createStatementsReader({ start: "answer" }, CONTEXT), [line], false);
  expect(cut).toMatchObject({ statement: { type: "unread", line, flags: [{ type: "unfinished" }] } });
});

test("thinking that never ends says so", () => {
  const reader = createThinkingReader({ start: "thinking" });
  reader.push("and then");
  expect(reader.finish(false).isThinkingOpen).toBe(true);
});

test("a script keeps the places that it cites, and is a script whatever it says; a model's places are not taken", () => {
  const line = "finding f1 [s1@2-9]: Fever\nfinding f2 from-human [s1]: Cough\n";
  const read = (origin: "notation" | "scripted") =>
    createStatementsReader({ start: "answer" }, { ...CONTEXT, origin })
      .push(line)
      .flatMap((part) =>
        part.type === "statement" && part.statement.type === "node" ? [part.statement] : [],
      );
  const [first, second] = read("scripted");
  expect(first).toMatchObject({ flags: [], node: { citations: [{ sentence: "s1", span: [2, 9] }] } });
  expect(second?.node.origin).toBe("scripted");
  const [spoken] = read("notation");
  expect(spoken?.node.citations).toEqual([{ sentence: "s1" }]);
  expect(spoken?.flags).toEqual([{ type: "not-for-models", field: "span" }]);
});
