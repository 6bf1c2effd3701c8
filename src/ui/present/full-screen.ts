/** The whole screen, where the browser gives it; presenting works in the window as well. */

/** Must be asked for by a press; a refusal changes nothing. */
export function enterFullScreen(): void {
  const { documentElement } = document;
  // Missing on phones that give no page the whole screen.
  if (!("requestFullscreen" in documentElement)) return;
  documentElement.requestFullscreen().catch(() => undefined);
}

/** Where the whole screen was given. */
export function leaveFullScreen(): void {
  if (document.fullscreenElement === null) return;
  document.exitFullscreen().catch(() => undefined);
}

/** Calls when the browser gave the screen back, as it does on Escape; until told to stop. */
export function watchFullScreenEnd(ended: () => void): () => void {
  let wasFull = document.fullscreenElement !== null;
  const listen = (): void => {
    const isFull = document.fullscreenElement !== null;
    if (wasFull && !isFull) ended();
    wasFull = isFull;
  };
  document.addEventListener("fullscreenchange", listen);
  return () => document.removeEventListener("fullscreenchange", listen);
}
