/** Words of the picture of the argument. */
export const graphText = {
  title: "Graph of the argument",
  description:
    "The outline holds the same as a list. Arrow keys move between cards, Enter selects, plus and minus zoom, 0 shows all.",
  emptyTitle: "No argument to draw yet",
  emptyExplanation: "Start a run, or add a finding by hand. The graph grows here as the reasoning comes.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Show all",
  tidy: "Tidy up",
  search: "Find in the graph",
  found: (at: number, count: number) => (count === 0 ? "Nothing found" : `${at} of ${count}`),
  focus: "Show reasons of",
  everything: "All reasons",
  kinds: "Kinds that are shown",
  legend: "What the lines say",
  links: "Its links",
  clear: "Clear the selection",
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
