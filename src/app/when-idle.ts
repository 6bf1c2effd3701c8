/** Puts off what may wait: nothing of it competes with the first screen for the processor or the network. */

/** Runs once the page has loaded, `afterMs` have passed and the browser has nothing better to do. */
export function whenIdle(run: () => void, afterMs = 0): void {
  const start = () => setTimeout(() => schedule(run), afterMs);
  if (document.readyState === "complete") start();
  else globalThis.addEventListener("load", start, { once: true });
}

function schedule(run: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: 2000 });
  else setTimeout(run, 200);
}
