/** The stops of the tour in their order: what each points at, what it waits for, and when it is done. */
import { dialogueText } from "../text/dialogue.ts";
import type { tourText } from "../text/tour.ts";
import type { TourFacts } from "./tour-facts.ts";

export type TourStop = {
  readonly id: keyof typeof tourText.stops;
  /** The real control, the first of these that can be seen. */
  readonly anchors: readonly string[];
  /** A list at whose beginning the control is, and which draws only what is in sight. */
  readonly atTopOf?: string;
  /** The tab behind which it is where one panel is shown at a time. */
  readonly pane?: "note" | "dialogue" | "outline";
  /** Without an argument, or while a run is under way, some stops have nothing to show yet. */
  readonly needs?: "argument" | "ended-run";
  /** What is chosen on the desk when the stop is reached. */
  readonly chooses?: "leader" | "flip";
  /** Selecting or unfolding the control is all that there is to do. */
  readonly isDoneByOpening?: true;
  readonly isDone?: (now: TourFacts, before: TourFacts) => boolean;
};

const CORRECT = ['article[aria-current="true"] [data-correct]', "[data-selected] [data-correct]"];

export const TOUR_STOPS = [
  {
    id: "note",
    pane: "note",
    anchors: ["li:first-child [data-sentence]"],
    isDone: (now, before) => now.sentence !== undefined && now.sentence !== before.sentence,
  },
  { id: "run", anchors: ["[data-start-run]"], isDone: (now, before) => now.runs > before.runs },
  {
    id: "thinking",
    pane: "dialogue",
    anchors: ["[data-thinking]"],
    atTopOf: `[aria-label="${dialogueText.turns}"]`,
    isDoneByOpening: true,
  },
  {
    id: "ask",
    pane: "dialogue",
    needs: "ended-run",
    chooses: "leader",
    anchors: ['article[aria-current="true"] [data-ask]', "[data-selected] [data-ask]"],
    isDone: (now, before) => now.questions > before.questions,
  },
  { id: "answer", pane: "dialogue", needs: "argument", anchors: ["[data-computed]"] },
  {
    id: "views",
    needs: "argument",
    anchors: ['[data-tab="outline"]'],
    isDoneByOpening: true,
  },
  {
    id: "retract",
    pane: "dialogue",
    needs: "ended-run",
    chooses: "flip",
    anchors: CORRECT,
    isDone: (now, before) => now.leader !== before.leader,
  },
  {
    id: "verdict",
    pane: "dialogue",
    needs: "ended-run",
    chooses: "leader",
    anchors: CORRECT,
    isDone: (now, before) => now.annotations > before.annotations,
  },
  {
    id: "undo",
    needs: "argument",
    anchors: ["[data-undo]"],
    isDone: (now, before) => now.canRedo && !before.canRedo,
  },
  { id: "kept", anchors: ["[data-saving]"] },
] as const satisfies readonly TourStop[];
