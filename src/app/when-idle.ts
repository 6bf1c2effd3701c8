/** Puts off what may wait: nothing of it competes with the first screen for the processor or the network. */

/** Runs once the page has loaded and the browser has nothing better to do. */
export function whenIdle(run: () => void): void {
  if (document.readyState === "complete") schedule(run);
  else globalThis.addEventListener("load", () => schedule(run), { once: true });
}

function schedule(run: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: 2000 });
  else setTimeout(run, 200);
}
