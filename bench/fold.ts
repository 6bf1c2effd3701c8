/**
 * `bench -- fold`: what one more event costs on top of 100,000 events, over what it costs on top of 100. Whole rounds of
 * the sample record (all everyday event types, undo and redo among them) are timed, the two sizes in turn.
 */
import { cpuUsage } from "node:process";
import { appendEvent, createCaseView } from "../src/domain/record/fold.ts";
import type { CaseView } from "../src/domain/record/fold.ts";
import type { RecordEvent } from "../src/domain/record/events.ts";
import { createSampleEvent } from "../src/domain/record/sample-record.ts";
import type { FigureTask, Figures } from "../tools/figures.ts";

const SMALL = 100;
const LARGE = 100_000;
const REPEATS = 60;
const BATCH = 16 * 20;

function grow(view: CaseView, count: number): CaseView {
  let next = view;
  for (let added = 0; added < count; added += 1) next = appendEvent(next, createSampleEvent(next.length));
  return next;
}

/** Milliseconds of processor time used so far; other programs on the machine do not count. */
function readCpu(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds that a batch of events takes on top of the view, and the view after it. */
function timeBatch(view: CaseView): { readonly view: CaseView; readonly spent: number } {
  const events = Array.from({ length: BATCH }, (_, index) => createSampleEvent(view.length + index));
  const start = readCpu();
  let next = view;
  for (const event of events) next = appendEvent(next, event);
  return { view: next, spent: readCpu() - start };
}

function toRatio(above: number, below: number): number {
  return Math.round((above / below) * 100) / 100;
}

/** What one event of a batch took. */
function toMicroseconds(spent: number): number {
  return Math.round((spent / BATCH) * 10_000) / 10;
}

/** The least that keeping a record can cost: a list and an index of plain JavaScript, which also slow as they grow. */
type Floor = { readonly events: RecordEvent[]; readonly positions: Map<string, number> };

function timeFloor(floor: Floor): number {
  const first = floor.events.length;
  const events = Array.from({ length: BATCH }, (_, index) => createSampleEvent(first + index));
  const start = readCpu();
  for (const event of events) {
    floor.positions.set(event.id, floor.events.length);
    floor.events.push(event);
  }
  return readCpu() - start;
}

function createFloor(size: number): Floor {
  const events = Array.from({ length: size }, (_, index) => createSampleEvent(index));
  return { events, positions: new Map(Array.from(events, ({ id }, position) => [id, position])) };
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

export const fold: FigureTask = {
  id: "fold",
  about: "One more event on 100,000 events over one more on 100.",
  run: async ({ progress }): Promise<Figures> => {
    const start = readCpu();
    let large = grow(createCaseView(), LARGE);
    const foldMs = readCpu() - start;
    progress(`folded ${LARGE} events in ${Math.round(foldMs)} ms`);
    const small: number[] = [];
    const big: number[] = [];
    // Short records stay open as the long one does, so that both pay for memory that lives on.
    const open: (CaseView | Floor)[] = [];
    const floor = createFloor(LARGE);
    const floorSmall: number[] = [];
    const floorBig: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const short = timeBatch(grow(createCaseView(), SMALL));
      open.push(short.view);
      small.push(short.spent);
      const least = createFloor(SMALL);
      floorSmall.push(timeFloor(least));
      floorBig.push(timeFloor(floor));
      open.push(least);
      const timed = timeBatch(large);
      large = timed.view;
      big.push(timed.spent);
    }
    return {
      at100000_vs_at100: toRatio(median(big), median(small)),
      microseconds_at100: toMicroseconds(median(small)),
      microseconds_at100000: toMicroseconds(median(big)),
      fold100000_ms: Math.round(foldMs),
      floor_at100000_vs_at100: toRatio(median(floorBig), median(floorSmall)),
      repeats: open.length / 2,
    };
  },
};
