/** Words of looking back along the record of a case. */
export const timeText = {
  refused: "You are looking back. Return to now to change anything.",
} as const;
