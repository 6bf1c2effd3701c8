/** Words of the picture of the argument. */
import type { Origin } from "../../domain/argument/graph.ts";

export const graphText = {
  title: "Graph of the argument",
  description:
    "The outline holds the same as a list. Arrow keys move between cards, Enter selects, plus and minus zoom, 0 shows all, Home shows the leader, F shows only the reasons of a card, C folds them, L draws a link from it, Escape lets go.",
  emptyTitle: "No argument to draw yet",
  emptyExplanation: "Start a run, or add a finding by hand. The graph grows here as the reasoning comes.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Show all",
  showLeader: "Show the leader",
  tidy: "Tidy up",
  untidy: "Undo tidy up",
  search: "Find in the graph",
  found: (at: number, count: number) => (count === 0 ? "Nothing found" : `${at} of ${count}`),
  focus: "Whose reasons are shown",
  everything: "All reasons",
  reasonsOf: (name: string) => `Reasons of: ${name}`,
  stage: "Stage that is shown",
  allStages: "All stages",
  marks: "Marks that are shown",
  shownOf: (shown: number, all: number) => `${shown} of ${all} shown: show all of them`,
  kinds: "Kinds that are shown",
  legend: "What the lines say",
  legendTitle: "Signs and lines",
  barMeaning: "The bar is the strength in this argument, not the probability of a disease.",
  links: "Its links",
  clear: "Clear the selection",
  light: "What lights up with it",
  showOnly: "Only its reasons",
  showAround: "All reasons again",
  fold: "Fold its reasons",
  foldCount: (count: number) => (count === 1 ? "Fold its reason" : `Fold its ${count} reasons`),
  unfold: (count: number) => (count === 1 ? "Unfold 1 reason" : `Unfold ${count} reasons`),
  linkFromHere: "Link from here",
  chooseEnd: "Choose the card or line that it points at.",
  fromOf: (name: string) => `From: ${name}`,
  notLinkable: "These two cannot be linked so. Choose another.",
  cancel: "Cancel",
  save: "Save picture",
  saveSeen: "What is seen",
  saveAll: "The whole graph",
  saveFailed: "The picture could not be made.",
  saved: "The picture was handed to the browser as a download.",
  pictureFile: (stamp: string, ending: string) => `curbside-graph-${stamp}.${ending}`,
  pictureTitle: "Argument graph",
  pictureStrength: "A bar shows the strength in this argument, not the probability of a disease.",
  cardOf: (kind: string, text: string, strength: string | undefined) =>
    strength === undefined ? `${kind}: ${text}` : `${kind}: ${text}, ${strength}`,
} as const;

/** What a line says, for the legend. */
export const linkTypeWords = {
  supports: "supports",
  rebut: "speaks against",
  undermine: "casts doubt on",
  undercut: "weakens a link",
  derives: "leads to",
  asks: "asks about",
  about: "is about",
} as const;

/** How far the light of what is selected reaches. */
export const pathWords = {
  links: "Light: its links",
  behind: "Light: all behind it",
  ahead: "Light: all it leads to",
  both: "Light: its whole path",
} as const;

export const markChoiceWords = {
  all: "Any mark",
  stale: "Out of date",
  marked: "With your marks",
} as const;

/** Who made what a picture shows, said in the picture. */
export const pictureOrigins = {
  notation: "made by an AI model",
  "free-text": "read from an AI model's text",
  scripted: "from a scripted walk-through, not a model",
  human: "added by a person",
} as const satisfies Record<Origin, string>;
