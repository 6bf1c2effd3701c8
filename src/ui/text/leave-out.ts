/** Words of choosing what a run leaves out of a note that is too long for the model. */

const count = new Intl.NumberFormat("en");

function sentences(many: number): string {
  return many === 1 ? "1 sentence" : `${count.format(many)} sentences`;
}

export const leaveOutText = {
  title: "What the model reads",
  explanation:
    "Untick what the model need not read. The note itself stays as it is, and the run says what it did not read.",
  choose: "Choose what to leave out",
  counting: "Counting…",
  size: (tokens: number, most: number) => `${count.format(tokens)} of at most ${count.format(most)} tokens`,
  tooLong: (over: number) => `${count.format(over)} tokens too long`,
  fits: (left: number) => `It fits, with ${count.format(left)} to spare`,
  leaveAfter: (place: number) => `Leave out what comes after sentence ${count.format(place)}`,
  readAll: "Read all of it",
  done: "Close",
  parts: "Parts of the note",
  part: (heading: string | undefined, first: string, last: string) =>
    `${heading ?? "Note"} (${first === last ? first : `${first} to ${last}`})`,
  sizeOf: (many: number, left: number, tokens: number | undefined) =>
    [
      left === 0 ? sentences(many) : `${count.format(many - left)} of ${sentences(many)}`,
      ...(tokens === undefined ? [] : [`about ${count.format(tokens)} tokens`]),
    ].join(" · "),
  about: (tokens: number | undefined) => (tokens === undefined ? "" : `about ${count.format(tokens)}`),
  read: (name: string) => `Read ${name}`,
  leaves: (many: number) => `${sentences(many)} of the note left out of what is run next.`,
  change: "Change",
} as const;
