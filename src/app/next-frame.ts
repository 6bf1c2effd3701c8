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

let waiting: (() => void)[] = [];
let lastMs = Number.NEGATIVE_INFINITY;

/** Runs the work before the next picture with news in it, together with all that was asked for until then. */
export function nextFrame(work: () => void): void {
  waiting.push(work);
  if (waiting.length > 1) return;
  const restMs = lastMs + LEAST_GAP_MS - performance.now();
  if (restMs <= 0) askForFrame();
  // Without asking for a frame: one that is asked for is paid also where nothing in it turns out to be new.
  else setTimeout(document.visibilityState === "visible" ? runAll : askForFrame, restMs);
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
