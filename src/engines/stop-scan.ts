/**
 * Finds stop strings in text that arrives in pieces. The first one to be completed ends the text before it; what might
 * still become one is held back, so that no reader ever sees half of it.
 */

export type StopScan = {
  readonly push: (piece: string) => { readonly text: string; readonly stopped: boolean };
  /** What was held back, when the text ends without a stop string. */
  readonly finish: () => string;
};

/** A scan for these strings, from the start of a text. */
export function createStopScan(stops: readonly string[]): StopScan {
  const longestFirst = stops.toSorted((a, b) => b.length - a.length);
  let held = "";
  return {
    push: (piece) => {
      for (const unit of piece.split("")) {
        held += unit;
        const length = completedAtEnd(held, longestFirst);
        if (length > 0) return { text: held.slice(0, -length), stopped: true };
      }
      const from = held.length - heldBack(held, longestFirst);
      const text = held.slice(0, from);
      held = held.slice(from);
      return { text, stopped: false };
    },
    finish: () => held,
  };
}

/** Length of the longest stop string that the text ends with. */
function completedAtEnd(text: string, longestFirst: readonly string[]): number {
  return longestFirst.find((stop) => text.endsWith(stop))?.length ?? 0;
}

/** Length of the longest end of the text that begins a stop string. */
function heldBack(text: string, stops: readonly string[]): number {
  for (let length = Math.min(text.length, (stops[0]?.length ?? 0) - 1); length > 0; length -= 1) {
    const tail = text.slice(text.length - length);
    if (stops.some((stop) => stop.startsWith(tail))) return length;
  }
  return 0;
}
