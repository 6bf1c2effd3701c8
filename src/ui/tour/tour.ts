/** The one tour of this page: its case, and how far it came. */
import { useSyncExternalStore } from "react";
import { createTourMemory, type TourPlace } from "./tour-place.ts";
import { TOUR_STOPS } from "./tour-stops.ts";

/** Three findings carry its leader, so that taking them out shows it change; its title gives nothing away. */
export const TOUR_CASE = "thyroid-storm";

export const tourMemory = createTourMemory(TOUR_STOPS.length, () => localStorage);

/** The screen follows it. */
export function useTourPlace(): TourPlace {
  return useSyncExternalStore(tourMemory.subscribe, tourMemory.read);
}
