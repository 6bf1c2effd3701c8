/** How links look: colour, dashes and the sign at the end each tell them apart without the other two. */
import type { ArgumentEdge } from "../../domain/argument/graph.ts";

/** Each has its ink in every theme. */
export type LinkColour = "positive" | "critical" | "caution" | "soft" | "faint";

export type LinkLook = {
  readonly colour: LinkColour;
  /** Lengths of dash and gap. */
  readonly dash: readonly number[];
  /** An arrow leads on, a bar stops. */
  readonly end: "arrow" | "bar" | "none";
};

export type LinkType = "supports" | "rebut" | "undermine" | "undercut" | "derives" | "asks" | "about";

export const LINK_TYPES: readonly LinkType[] = [
  "supports",
  "rebut",
  "undermine",
  "undercut",
  "derives",
  "asks",
  "about",
];

export const LINK_LOOKS: Readonly<Record<LinkType, LinkLook>> = {
  supports: { colour: "positive", dash: [], end: "arrow" },
  rebut: { colour: "critical", dash: [9, 5], end: "bar" },
  undermine: { colour: "critical", dash: [3, 4], end: "bar" },
  undercut: { colour: "caution", dash: [10, 4, 2, 4], end: "bar" },
  derives: { colour: "soft", dash: [], end: "arrow" },
  asks: { colour: "faint", dash: [1, 5], end: "none" },
  about: { colour: "faint", dash: [1, 5], end: "none" },
};

/** The type of a link, with the kind of an attack told apart. */
export function linkTypeOf(edge: ArgumentEdge): LinkType {
  return edge.kind === "attacks" ? edge.attack : edge.kind;
}

/** How thick a link of that weight is, in pixels from near. */
export function widthOf(weight: number): number {
  return 1 + weight * 1.5;
}
