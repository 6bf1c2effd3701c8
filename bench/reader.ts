/**
 * Whether reading is linear and flat: cost of a byte in 1 MB over a byte in 10 KB, in token-sized pushes, for the
 * statement reader and the thinking split, and the last tenth of a long stream over its first. All CPU time,
 * medians of interleaved repeats.
 */
import { createStatementReader } from "../src/domain/reasoning/notation/reader.ts";
import { createThinkingSplit } from "../src/domain/reasoning/thinking/split.ts";
import type { FigureTask } from "../tools/figures.ts";

const MEGABYTE = 1_000_000;
const SMALL = 10_000;
/** About one token. */
const PUSH = 4;
const REPEATS = 7;

export const reader: FigureTask = {
  id: "reader",
  about: "statement reader and thinking split: cost per byte at 1 MB over 10 KB, last push over first",
  run: async ({ progress }) => {
    const lines = statementLines(MEGABYTE);
    const oneLine = "x".repeat(MEGABYTE);
    const thinking = `<think>${"a < b, `c` and so on.\n".repeat(MEGABYTE / 22)}`;
    progress("statements");
    const statements = compare(lines, readStatements);
    progress("one line of 1 MB");
    const single = compare(oneLine, readStatements);
    progress("thinking");
    const split = compare(thinking, splitThinking);
    return {
      perByte1MbOver10Kb: statements.ratio,
      oneLinePerByte1MbOver10Kb: single.ratio,
      splitPerByte1MbOver10Kb: split.ratio,
      lastTenthOverFirst: lastTenthOverFirst(lines),
      msPerMb: statements.msPerMb,
      splitMsPerMb: split.msPerMb,
    };
  },
};

/** Findings and supports with ids of their own, so that the reader's memory grows as in a real run. */
function statementLines(length: number): string {
  const parts: string[] = [];
  let written = 0;
  for (let count = 1; written < length; count += 1) {
    const line = `finding f${count} critical [s${1 + (count % 40)}]: Pulse 118/min at rest | value: 118 /min\nf${count} supports h1 0.4: A fast pulse fits\n`;
    parts.push(line);
    written += line.length;
  }
  return parts.join("").slice(0, length);
}

type Work = (text: string) => void;

function compare(text: string, work: Work): { readonly ratio: number; readonly msPerMb: number } {
  const small = text.slice(0, SMALL);
  const times = text.length / SMALL;
  work(text);
  const large: number[] = [];
  const many: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    large.push(cpuMs(() => work(text)));
    many.push(
      cpuMs(() => {
        for (let count = 0; count < times; count += 1) work(small);
      }),
    );
  }
  return { ratio: round(median(large) / median(many)), msPerMb: round(median(large)) };
}

function readStatements(text: string): void {
  const bytes = new TextEncoder().encode(text);
  const statementReader = createStatementReader();
  for (let at = 0; at < bytes.length; at += PUSH) statementReader.push(bytes.subarray(at, at + PUSH));
  statementReader.finish();
}

function splitThinking(text: string): void {
  const split = createThinkingSplit({ start: "answer" });
  for (let at = 0; at < text.length; at += PUSH) split.push(text.slice(at, at + PUSH));
  split.finish();
}

function lastTenthOverFirst(text: string): number {
  const bytes = new TextEncoder().encode(text);
  const tenth = Math.floor(bytes.length / 10);
  const first: number[] = [];
  const last: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const statementReader = createStatementReader();
    const pushRange = (from: number, to: number) => {
      for (let at = from; at < to; at += PUSH) statementReader.push(bytes.subarray(at, at + PUSH));
    };
    first.push(cpuMs(() => pushRange(0, tenth)));
    pushRange(tenth, bytes.length - tenth);
    last.push(cpuMs(() => pushRange(bytes.length - tenth, bytes.length)));
  }
  return round(median(last) / median(first));
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
