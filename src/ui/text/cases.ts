/** Words of the Cases screen. */

export const casesText = {
  title: "Cases",
  lead: "Every case stays on this device.",
  emptyTitle: "No cases on this device yet",
  emptyExplanation:
    "This version of Curbside has no encrypted vault yet, so it does not take patient text. Until it does, there is nothing here that could leak.",
  emptyAction: "See the teaching cases",
  emptySecond: "Check this device",
} as const;
