/**
 * `bench -- look-back`: the case as it stood after any event of a 5,000 event record, over folding the events up to
 * there from scratch. Once on the record as it grew, and once after its very first correction was taken back, when no
 * checkpoint of the record is of use; there a reader goes on from the place looked at before, as the desk does.
 */
import { appendEvent, foldRecord, nextOrder, viewToRecord } from "../src/domain/record/fold.ts";
import type { CaseView } from "../src/domain/record/fold.ts";
import { viewAt } from "../src/domain/record/look-back.ts";
import { createSampleRecord, toSampleEvent } from "../src/domain/record/sample-record.ts";
import type { FigureTask, Figures } from "../tools/figures.ts";

const EVENTS = 5000;
const PLACES = 120;
/** Prime to the number of events, so that the places are spread over the record in no order. */
const STRIDE = 1777;
const SCRATCH_EVERY = 8;

type Timed = { readonly median: number; readonly most: number };

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function summed(spent: readonly number[]): Timed {
  const sorted = spent.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, most: sorted.at(-1) ?? 0 };
}

const places = Array.from({ length: PLACES }, (_, at) => (at * STRIDE + 13) % EVENTS);

function timeLooking(view: CaseView): Timed {
  return summed(places.map((place) => timeOf(() => viewAt(view, place))));
}

/** From the furthest place back, each from the one before. */
function timeStepping(view: CaseView): Timed {
  let last = viewAt(view, EVENTS - 1);
  return summed(
    places
      .toSorted((one, other) => other - one)
      .map((place) =>
        timeOf(() => {
          last = viewAt(last, place);
        }),
      ),
  );
}

function timeScratch(view: CaseView): Timed {
  const events = viewToRecord(view);
  return summed(
    places
      .filter((_, at) => at % SCRATCH_EVERY === 0)
      .map((place) => timeOf(() => foldRecord(events.slice(0, place)))),
  );
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export const lookBack: FigureTask = {
  id: "look-back",
  about: "The case after any of 5,000 events, over folding those events from scratch.",
  run: async ({ progress }): Promise<Figures> => {
    const view = foldRecord(createSampleRecord(EVENTS));
    const first = view.log.events[1]?.id ?? "";
    const undo = toSampleEvent(nextOrder(view), { type: "change-undo", change: first }, "undo");
    const undone = appendEvent(view, undo);
    progress(`looking back at ${PLACES} places of ${EVENTS} events`);
    timeLooking(view);
    const [scratch, looked, early, stepped] = [
      timeScratch(view),
      timeLooking(view),
      timeLooking(undone),
      timeStepping(undone),
    ];
    return {
      look_vs_fold: rounded(looked.median / scratch.median),
      lookMs: rounded(looked.median),
      lookMostMs: rounded(looked.most),
      foldMs: rounded(scratch.median),
      afterEarlyUndoMs: rounded(early.median),
      afterEarlyUndoMostMs: rounded(early.most),
      steppingAfterEarlyUndoMs: rounded(stepped.median),
    };
  },
};
