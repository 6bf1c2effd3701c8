/**
 * Whether thinking and answer are told apart exactly: on every recording as it was sent, and cut again at every
 * byte. Where a recording brings no expected split, a plain rule over the whole text stands in. Where the expected
 * split holds characters that the stream never carried, it cannot be met to the letter: there blanks are not
 * compared. Both kinds are counted apart, so that no one takes them for more than they are.
 */
import { thinkingStyleOfModel } from "../src/domain/reasoning/thinking/families.ts";
import { createThinkingSplit } from "../src/domain/reasoning/thinking/split.ts";
import { CouldNotRun, type FigureTask } from "../tools/figures.ts";
import {
  readRecordings,
  readWire,
  type Recording,
  type Split,
  type StreamPart,
} from "./stream-recordings.ts";

export const streamsMeasure: FigureTask = {
  id: "streams",
  about: "thinking and answer told apart, as sent and cut at every byte (data/streams)",
  needsData: true,
  run: async ({ data, limit, progress, miss }) => {
    const recordings = readRecordings(data).slice(0, limit);
    if (recordings.length === 0) throw new CouldNotRun(`${data} holds no recordings.`);
    let exact = 0;
    let exactAtEverySplit = 0;
    for (const recording of recordings) {
      const expected = recording.recorded ?? plainRule(recording);
      const sent = splitParts(recording, recording.parts);
      const isRead = recording.events > 0;
      const isExact =
        isRead && (isLoose(recording) ? isSameButBlanks(sent, expected) : isSame(sent, expected));
      const wrongCut = isExact ? firstWrongCut(recording, sent) : "as sent";
      exact += isExact ? 1 : 0;
      exactAtEverySplit += wrongCut === undefined ? 1 : 0;
      progress(`${wrongCut === undefined ? "exact" : `wrong ${wrongCut}`}  ${recording.name}`);
      if (wrongCut !== undefined) miss({ recording: recording.name, wrongCut, expected, got: sent });
    }
    const withRecordedSplit = recordings.filter(({ recorded }) => recorded !== undefined).length;
    const comparedWithoutBlanks = recordings.filter(isLoose).length;
    return { total: recordings.length, exact, exactAtEverySplit, withRecordedSplit, comparedWithoutBlanks };
  },
};

function isSame(left: Split, right: Split): boolean {
  return left.thinking === right.thinking && left.answer === right.answer;
}

function isSameButBlanks(left: Split, right: Split): boolean {
  return isSame(withoutBlanks(left), withoutBlanks(right));
}

function withoutBlanks({ thinking, answer }: Split): Split {
  return { thinking: thinking.replaceAll(/\s/g, ""), answer: answer.replaceAll(/\s/g, "") };
}

/** Whether the recording expects characters, in this order, that its own stream does not have. */
function isLoose({ recorded, parts }: Recording): boolean {
  const streamed = parts.map(({ text }) => text).join("");
  return (
    recorded !== undefined && !(isWithin(recorded.thinking, streamed) && isWithin(recorded.answer, streamed))
  );
}

function isWithin(expected: string, streamed: string): boolean {
  let at = 0;
  for (const character of expected) {
    const found = streamed.indexOf(character, at);
    if (found < 0) return false;
    at = found + character.length;
  }
  return true;
}

function splitParts(recording: Recording, parts: readonly StreamPart[]): Split {
  const split = createThinkingSplit(styleOf(recording));
  let thinking = "";
  let answer = "";
  const take = (pieces: ReturnType<typeof split.push>) => {
    for (const piece of pieces) {
      if (piece.channel === "thinking") thinking += piece.text;
      if (piece.channel === "answer") answer += piece.text;
    }
  };
  for (const { from, text } of parts) {
    if (from === "server-thinking") thinking += text;
    else take(split.push(text));
  }
  take(split.finish().pieces);
  return { thinking, answer };
}

/** A server that tells thinking apart has consumed the opening mark along with it. */
function styleOf({ model, parts }: Recording): ReturnType<typeof thinkingStyleOfModel> {
  return parts.some(({ from }) => from === "server-thinking")
    ? { start: "answer" }
    : thinkingStyleOfModel(model);
}

/** The first way of cutting the recording again that changes the split, or undefined when none does. */
function firstWrongCut(recording: Recording, expected: Split): string | undefined {
  const same = (parts: readonly StreamPart[]) => isSame(splitParts(recording, parts), expected);
  if (!same(recording.parts.flatMap((part) => cutText(part, 1)))) return "byte by byte";
  if (!same(joinParts(recording.parts))) return "in one piece";
  if (!same(readWire(Array.from(recording.wire, (byte) => Uint8Array.of(byte))).parts))
    return "wire byte by byte";
  const joined = joinParts(recording.parts);
  const bytes = Math.max(0, ...joined.map(({ text }) => new TextEncoder().encode(text).length));
  for (let at = 1; at < bytes; at += 1) {
    if (!same(joined.flatMap((part) => cutText(part, bytes, at)))) return `cut at byte ${at}`;
  }
  return undefined;
}

/** The part's bytes in pieces of `size`, the first of them `first` long, decoded as they arrive. */
function cutText({ from, text }: StreamPart, size: number, first = size): readonly StreamPart[] {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const pieces: StreamPart[] = [];
  for (let at = 0, end = first; at < bytes.length; at = end, end += size) {
    pieces.push({ from, text: decoder.decode(bytes.subarray(at, end), { stream: true }) });
  }
  return pieces;
}

function joinParts(parts: readonly StreamPart[]): readonly StreamPart[] {
  const joined: StreamPart[] = [];
  for (const { from, text } of parts) {
    const last = joined.at(-1);
    if (last?.from === from) joined[joined.length - 1] = { from, text: last.text + text };
    else joined.push({ from, text });
  }
  return joined;
}

/** What the first closing mark of the whole text says; shares nothing with the state machine it judges. */
function plainRule(recording: Recording): Split {
  const apart = recording.parts
    .flatMap(({ from, text }) => (from === "server-thinking" ? text : []))
    .join("");
  const raw = recording.parts.flatMap(({ from, text }) => (from === "model" ? text : [])).join("");
  const [, before, after] = /^(?:<think>)?(.*?)<\/think>(.*)$/s.exec(raw) ?? [];
  if (before !== undefined && after !== undefined) return { thinking: apart + before, answer: after };
  const isOpen = raw.startsWith("<think>") || styleOf(recording).start === "thinking";
  return isOpen ? { thinking: raw.replace("<think>", ""), answer: "" } : { thinking: apart, answer: raw };
}
