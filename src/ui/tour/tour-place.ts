/**
 * How far somebody came in the guided tour, remembered like the appearance. It holds the number of a stop and nothing
 * of any case.
 */

export type TourPlace =
  | { readonly type: "unseen" }
  | { readonly type: "under-way"; readonly stop: number }
  | { readonly type: "left"; readonly stop: number }
  | { readonly type: "finished" };

const STORED_AS = "curbside-tour";

/** Reads what was stored; anything unreadable counts as unseen. */
export function parseTourPlace(stored: string | null, stops: number): TourPlace {
  if (stored === "finished") return { type: "finished" };
  const [, type, digits] = /^(under-way|left) (\d{1,2})$/u.exec(stored ?? "") ?? [];
  const stop = Number(digits);
  if ((type !== "under-way" && type !== "left") || stop >= stops) return { type: "unseen" };
  return { type, stop };
}

/** As it is stored. */
export function tourPlaceToWords(place: TourPlace): string {
  return "stop" in place ? `${place.type} ${place.stop}` : place.type;
}

/** Where the tour stands; with storage blocked it is remembered until the page is closed. */
export function createTourMemory(stops: number, storage: () => Pick<Storage, "getItem" | "setItem">) {
  const listeners = new Set<() => void>();
  let place: TourPlace | undefined;
  const readStored = (): TourPlace => {
    try {
      return parseTourPlace(storage().getItem(STORED_AS), stops);
    } catch {
      return { type: "unseen" };
    }
  };
  return {
    read: (): TourPlace => (place ??= readStored()),
    keep: (next: TourPlace): void => {
      place = next;
      try {
        storage().setItem(STORED_AS, tourPlaceToWords(next));
      } catch {
        // With storage blocked it holds until the page is closed.
      }
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
