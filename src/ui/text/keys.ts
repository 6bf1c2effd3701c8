/** The keys of the case screen, part by part, for the help sheet. Every one of them has a button that does the same. */

export type KeyLine = {
  /** What it does. */
  readonly label: string;
  /** Each of these alone does it; keys of one are pressed together. */
  readonly keys: readonly (readonly string[])[];
};

export type KeyGroup = { readonly id: string; readonly title: string; readonly lines: readonly KeyLine[] };

const ARROWS = [["←"], ["→"], ["↑"], ["↓"]] as const;

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    id: "case",
    title: "On a case",
    lines: [
      { label: "Undo", keys: [["Ctrl", "Z"]] },
      { label: "Redo", keys: [["Ctrl", "Shift", "Z"]] },
      { label: "Step back in the history", keys: [["Alt", ","]] },
      { label: "Step forward in the history", keys: [["Alt", "."]] },
      { label: "From the guided tour to what it points at, and back", keys: [["F6"]] },
    ],
  },
  {
    id: "note",
    title: "In the note",
    lines: [
      { label: "From sentence to sentence", keys: [["↑"], ["↓"]] },
      { label: "To the findings in a sentence", keys: [["→"], ["←"]] },
      { label: "Choose it", keys: [["Enter"]] },
    ],
  },
  {
    id: "dialogue",
    title: "In the dialogue",
    lines: [
      { label: "From card to card", keys: [["↑"], ["↓"]] },
      { label: "What can be asked about a card", keys: [["Enter"]] },
      { label: "In the question line: ask it", keys: [["Enter"]] },
      { label: "In the question line: what was asked before", keys: [["↑"]] },
      { label: "In the question line: clear it", keys: [["Esc"]] },
    ],
  },
  {
    id: "outline",
    title: "In the outline",
    lines: [
      { label: "From row to row", keys: [["↑"], ["↓"]] },
      { label: "Open and close a row", keys: [["→"], ["←"]] },
      { label: "Choose it", keys: [["Enter"]] },
    ],
  },
  {
    id: "graph",
    title: "In the graph",
    lines: [
      { label: "From card to card", keys: ARROWS },
      { label: "Choose it", keys: [["Enter"]] },
      { label: "Zoom in and out", keys: [["+"], ["−"]] },
      { label: "Show all", keys: [["0"]] },
      { label: "To the leader", keys: [["Home"]] },
      { label: "Only the reasons of a card", keys: [["F"]] },
      { label: "Fold its reasons", keys: [["C"]] },
      { label: "Draw a link from it", keys: [["L"]] },
      { label: "Let go", keys: [["Esc"]] },
    ],
  },
  {
    id: "marks",
    title: "While marking",
    lines: [
      { label: "Save the mark", keys: [["Ctrl", "Enter"]] },
      { label: "Close, and keep what was typed", keys: [["Esc"]] },
    ],
  },
  {
    id: "present",
    title: "While presenting",
    lines: [
      { label: "Next step", keys: [["→"], ["Space"], ["Page down"]] },
      { label: "Step before", keys: [["←"], ["Page up"]] },
      { label: "First and last step", keys: [["Home"], ["End"]] },
      { label: "Pointer", keys: [["P"]] },
      { label: "Hide strengths", keys: [["S"]] },
      { label: "Leave", keys: [["Esc"]] },
    ],
  },
];

export const keysText = {
  or: "or",
  tour: "Take the guided tour",
  tourLead: "New here? One teaching case shows all of this with the real controls.",
} as const;
