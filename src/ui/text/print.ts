/** Words of the print of a case. */

export const printText = {
  print: "Print",
  title: (title: string) => `Print: ${title}`,
  choose: "What to print",
  paper: "Paper",
  papers: { a4: "A4", letter: "Letter" },
  send: "Print…",
  leave: "Back to the case",
  pages: (pages: number) => (pages === 1 ? "About 1 page." : `About ${pages} pages.`),
  long: "This is a long print. Leave out what you do not need.",
  headline: (events: number) => `Case record of ${events === 1 ? "1 event" : `${events} events`}`,
  printed: (when: string) => `printed ${when}`,
  asOf: (place: number, count: number, words: string) =>
    `As it stood at moment ${place} of ${count}: ${words}`,
  branchShown: "Strengths, picture and steps are those of the branch that is shown.",
  madeByScript: "Contains text of a scripted walk-through, written in advance and not made by a model.",
  madeByModel: (models: string) => `Contains text made by a model on this device: ${models}.`,
  madeByNone: "No model has spoken in this case.",
  caution: "Strength is not a probability of disease. Supports clinical judgement, never replaces it.",
  notReviewed: "Teaching content, not clinically reviewed.",
  sentencesMore: "Citations name sentences by these numbers.",
  noText: "This case has no text.",
  recordMore: (shown: number, all: number) =>
    shown === all ? `${all} moments, in the order in which they happened.` : `${shown} of ${all} moments.`,
  takenBack: "taken back later",
  scriptRun: "Scripted walk-through, not a model",
  modelRun: (model: string) => `Run of a model: ${model}`,
  thinking: "Thinking",
  noThinking: "This run kept no thinking.",
  computed: "Computed from the graph",
  modelsWords: "The model's own words",
  picture: (page: number, pages: number) =>
    pages === 1 ? "Picture of the argument" : `Picture of the argument, part ${page} of ${pages}`,
  pictureMore:
    "Numbers are those of the list of steps. A line that leaves a part goes on in the next. Solid green with an arrow supports; dashed with a bar speaks against, casts doubt on or weakens.",
  pictureTooLarge: (steps: number) =>
    `The picture of ${steps} steps would be too small to read on this paper. The list of steps holds all of it; the Graph can save the picture as a file.`,
  stepNumber: "No.",
  step: "Step",
  strength: "Strength",
  cites: "Cites",
  links: "Leads to",
  noSteps: "There are no steps yet.",
  strengthOf: (strength: number, words: string) => `${strength.toFixed(2)}, ${words}`,
  noMarks: "Nothing has been marked.",
  suggestion: "Suggested",
  severity: "Severity",
  leftOut: "Not printed",
  leftOutParts: (parts: string) => `Left out on request: ${parts}.`,
  leftOutRecord: "The record itself, with every event as it was written, is not printed: a backup holds it.",
} as const;

export const partNames = {
  text: "Case text",
  record: "Dialogue",
  links: "Links in the dialogue",
  thinking: "Thinking",
  picture: "Picture",
  steps: "Steps and strengths",
  marks: "Marks",
} as const;
