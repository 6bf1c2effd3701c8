/** When the screen is drawn next; whatever may wait for that costs no frame of its own. */

/**
 * News is drawn twenty times a second at most: nobody reads faster, and a picture costs the main thread the same
 * however little on it is new. What comes after a pause is drawn in the very next frame.
 */
const LEAST_GAP_MS = 48;
/** In a tab that is not seen no picture is drawn, and a run goes on all the same. */
const HIDDEN_GAP_MS = 100;
/** A frame that was asked for may never come: the tab was left just then, or stands behind another. */
const LATE_MS = 400;

type Work = () => void;

let waiting: Work[] = [];
let lastMs = Number.NEGATIVE_INFINITY;

/** When something of a calm was last asked to be drawn. */
const lastOfCalm = new Map<number, number>();
/** What waits for a moment, by that moment. */
const momentsToCome = new Map<number, Work[]>();

/**
 * Runs the work before the next picture with news in it, together with all that was asked for until then. With a calm it
 * waits for the next moment of that calm, unless nothing of that calm was new for as long.
 */
export function nextFrame(work: Work, calmMs = 0): void {
  if (calmMs === 0) return drawSoon(work);
  const nowMs = performance.now();
  const sinceMs = nowMs - (lastOfCalm.get(calmMs) ?? Number.NEGATIVE_INFINITY);
  if (sinceMs < calmMs) return drawAt((Math.floor(nowMs / calmMs) + 1) * calmMs, work, calmMs);
  lastOfCalm.set(calmMs, nowMs);
  return drawSoon(work);
}

function drawSoon(work: Work): void {
  waiting.push(work);
  if (waiting.length > 1) return;
  const restMs = lastMs + LEAST_GAP_MS - performance.now();
  if (restMs <= 0) askForFrame();
  // Without asking for a frame: one that is asked for is paid also where nothing in it turns out to be new.
  else setTimeout(document.visibilityState === "visible" ? runAll : askForFrame, restMs);
}

/** Moments are the same for everybody, so that who is calm is calm together. */
function drawAt(momentMs: number, work: Work, calmMs: number): void {
  const together = momentsToCome.get(momentMs);
  const works = together ?? [];
  works.push(() => {
    lastOfCalm.set(calmMs, performance.now());
    work();
  });
  if (together !== undefined) return;
  momentsToCome.set(momentMs, works);
  setTimeout(() => {
    momentsToCome.delete(momentMs);
    waiting.push(...works);
    runAll();
  }, momentMs - performance.now());
}

function askForFrame(): void {
  if (document.visibilityState !== "visible") {
    setTimeout(runAll, HIDDEN_GAP_MS);
    return;
  }
  const late = setTimeout(() => {
    cancelAnimationFrame(frame);
    runAll();
  }, LATE_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(late);
    runAll();
  });
}

function runAll(): void {
  lastMs = performance.now();
  const works = waiting;
  waiting = [];
  for (const work of works) work();
}
