/**
 * How node kinds look: a shape and a colour for each family, an icon for each kind. Two readers who see no colour, or
 * a small black and white print, still tell families apart by shape and kinds by icon and word.
 */

import type { NodeFamily, NodeKind } from "../../domain/argument/graph.ts";

export type FamilyLook = {
  /** Outline on a 24 unit grid. */
  readonly outline: string;
  /** How far the icon sits above the middle of the outline. */
  readonly lift: number;
  readonly glyphClass: string;
  readonly inkClass: string;
};

/** Evidence is a square card, thinking a circle, plan a hexagon, talk a speech bubble. */
export const LOOK_BY_FAMILY = {
  evidence: {
    outline: "M4.5 2.5h15a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2Z",
    lift: 0,
    glyphClass: "fill-evidence-soft stroke-evidence",
    inkClass: "text-evidence",
  },
  thinking: {
    outline: "M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 0 1 0-21Z",
    lift: 0,
    glyphClass: "fill-thinking-soft stroke-thinking",
    inkClass: "text-thinking",
  },
  plan: {
    outline: "M6.6 2.2h10.8L23 12l-5.6 9.8H6.6L1 12Z",
    lift: 0,
    glyphClass: "fill-plan-soft stroke-plan",
    inkClass: "text-plan",
  },
  talk: {
    outline:
      "M4.5 1.8h15A2.5 2.5 0 0 1 22 4.3v11.9a2.5 2.5 0 0 1-2.5 2.5h-8L7 22.8v-4.1H4.5A2.5 2.5 0 0 1 2 16.2V4.3a2.5 2.5 0 0 1 2.5-2.5Z",
    lift: 1.75,
    glyphClass: "fill-talk-soft stroke-talk",
    inkClass: "text-talk",
  },
} as const satisfies Record<NodeFamily, FamilyLook>;

/** Strokes on a 16 unit grid. */
export const ICON_BY_KIND = {
  finding: "M1.8 8.6h2.9L6.7 3.4l2.9 9 1.8-3.8h2.8",
  calculation: "M8 2.6v6.8M4.6 6h6.8M4.6 13h6.8",
  knowledge:
    "M8 4.6C6.5 3.5 4.4 3.1 2 3.1v8.8c2.4 0 4.5.4 6 1.5 1.5-1.1 3.6-1.5 6-1.5V3.1c-2.4 0-4.5.4-6 1.5ZM8 4.6v8.8",
  hypothesis: "M5.9 10.6C4.6 9.8 3.8 8.4 3.8 6.8a4.2 4.2 0 0 1 8.4 0c0 1.6-.8 3-2.1 3.8v1H5.9ZM6.6 14h2.8",
  inference: "M2 6.1h7.6M2 9.9h7.6M8.6 3.2l5 4.8-5 4.8",
  uncertainty: "M2.2 6.4c1.9-2.2 3.6-2.2 5.6-.6s4.1 1.6 6-.6M2.2 11.2c1.9-2.2 3.6-2.2 5.6-.6s4.1 1.6 6-.6",
  test: "M5 2.4h6M6 2.4v9.2a2 2 0 0 0 4 0V2.4M6 8h4",
  treatment: "M4 12.2a3 3 0 0 1 0-4.2l4-4a3 3 0 0 1 4.2 4.2l-4 4a3 3 0 0 1-4.2 0ZM6 6l4.2 4.2",
  contraindication: "M8 2.4a5.6 5.6 0 1 1 0 11.2A5.6 5.6 0 0 1 8 2.4ZM4 4l8 8",
  question: "M5.4 5.7a2.6 2.6 0 1 1 3.9 2.3C8.4 8.5 8 9 8 10M8 13v.1",
  annotation: "M3 13l.8-3.2L10.6 3 13 5.4l-6.8 6.8ZM9 4.6 11.4 7",
} as const satisfies Record<NodeKind, string>;
