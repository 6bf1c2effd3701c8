/** Much that appears at once is drawn a few rows at a time, between which everything else has its turn. */
import { startTransition, useEffect, useState } from "react";

/** How many of the rows are drawn now: at most `slice` more than before, until all are. */
export function useSlices(wanted: number, slice: number, first: number): number {
  const [before, setBefore] = useState(first);
  const drawn = Math.min(wanted, before + slice);
  // What goes out of sight comes back in slices too.
  const isSettled = drawn === wanted && before <= wanted;
  // Few rows that come one after the other are never too many at once: each finds all before it drawn.
  if (isSettled && before !== drawn) setBefore(drawn);
  useEffect(() => {
    if (!isSettled) startTransition(() => setBefore(drawn));
  }, [isSettled, drawn]);
  return drawn;
}
