/** Leads the eye from one order to the next: cards glide to their new places, unless the person wants no motion. */
import type { Places } from "../../workbench/graph-view/places.ts";

const DURATION_MS = 360;
/** Larger drawings jump: gliding them would stutter. */
const MOST_GLIDING = 600;

/** Draws every step until the new places are reached; the answer stops it. Asks for frames only meanwhile. */
export function movePlaces(before: Places, after: Places, draw: (places: Places) => void): () => void {
  if (after.size > MOST_GLIDING || wantsNoMotion()) return () => undefined;
  const start = performance.now();
  draw(between(before, after, 0));
  let frame = requestAnimationFrame(step);
  function step(now: number): void {
    const share = Math.min(1, Math.max(0, (now - start) / DURATION_MS));
    if (share === 1) return draw(after);
    draw(between(before, after, share * share * (3 - 2 * share)));
    frame = requestAnimationFrame(step);
    return undefined;
  }
  return () => cancelAnimationFrame(frame);
}

/** Whether the person asked the system for no motion. */
export function wantsNoMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function between(before: Places, after: Places, share: number): Places {
  return new Map(
    [...after].map(([id, to]) => {
      const from = before.get(id) ?? to;
      return [id, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }];
    }),
  );
}
