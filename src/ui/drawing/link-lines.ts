/** The looks of links as classes and attributes, for a drawing in which nothing moves. */
import type { ArgumentEdge } from "../../domain/argument/graph.ts";
import { LINK_LOOKS, linkTypeOf, type LinkColour } from "./link-look.ts";

export type LinkLine = {
  readonly className: string;
  /** Lengths of dash and gap. */
  readonly dash: string | undefined;
  /** An arrow leads on, a bar stops. */
  readonly end: "arrow" | "bar" | undefined;
};

const INKS: Readonly<Record<LinkColour, string>> = {
  positive: "text-positive",
  critical: "text-critical",
  caution: "text-caution",
  soft: "text-ink-soft",
  faint: "text-ink-faint",
};

/** The line of a link, with the kinds of attack told apart. */
export function lineOf(edge: ArgumentEdge): LinkLine {
  const { colour, dash, end } = LINK_LOOKS[linkTypeOf(edge)];
  return {
    className: INKS[colour],
    dash: dash.length === 0 ? undefined : dash.join(" "),
    end: end === "none" ? undefined : end,
  };
}
