/** Where an arrow key leads: the nearest card on that side, so that every card can be reached. */
import type { NodeId } from "../../domain/argument/graph.ts";
import type { Places } from "./places.ts";

export type Direction = "left" | "right" | "up" | "down";

/** Going sideways costs this much more than going ahead. */
const ASIDE = 2;

/** The next card in a direction; the same one where nothing lies there. */
export function nextTowards(places: Places, from: NodeId, direction: Direction): NodeId {
  const here = places.get(from);
  if (here === undefined) return from;
  const isSideways = direction === "left" || direction === "right";
  const sign = direction === "left" || direction === "up" ? -1 : 1;
  let nearest = from;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, { x, y }] of places) {
    const ahead = sign * (isSideways ? x - here.x : y - here.y);
    const aside = Math.abs(isSideways ? y - here.y : x - here.x);
    // A column is walked to its end before another column is entered.
    if (ahead <= 0 || (!isSideways && aside > 0 && aside * ASIDE > ahead)) continue;
    const cost = isSideways ? ahead * ASIDE + aside : ahead + aside * ASIDE;
    if (cost >= least) continue;
    least = cost;
    nearest = id;
  }
  return nearest;
}
