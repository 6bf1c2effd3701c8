/** When the screen is drawn next; whatever may wait for that costs no frame of its own. */

/** In a tab that is not seen no picture is drawn, and a run goes on all the same. */
export function nextFrame(work: () => void): void {
  if (document.visibilityState === "visible") requestAnimationFrame(() => work());
  else setTimeout(work, 100);
}
