/** Words of a case screen. */

export const caseText = {
  title: "Case",
  missingTitle: "This case is not on this device",
  missingExplanation:
    "Cases never travel with an address: a link opens a case only on the device that holds it. This version of Curbside cannot keep cases yet.",
  back: "Go to Cases",
} as const;
