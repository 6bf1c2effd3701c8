/** How links are drawn where nothing moves: colour, dashes and the sign at the end each tell them apart alone. */
import type { ArgumentEdge } from "../../domain/argument/graph.ts";

export type LinkLine = {
  readonly className: string;
  /** Lengths of dash and gap. */
  readonly dash: string | undefined;
  /** An arrow leads on, a bar stops. */
  readonly end: "arrow" | "bar" | undefined;
};

type LinkType = Exclude<ArgumentEdge["kind"], "attacks"> | "rebut" | "undermine" | "undercut";

const LINES: Readonly<Record<LinkType, LinkLine>> = {
  supports: { className: "text-positive", dash: undefined, end: "arrow" },
  rebut: { className: "text-critical", dash: "9 5", end: "bar" },
  undermine: { className: "text-critical", dash: "3 4", end: "bar" },
  undercut: { className: "text-caution", dash: "10 4 2 4", end: "bar" },
  derives: { className: "text-ink-soft", dash: undefined, end: "arrow" },
  asks: { className: "text-ink-faint", dash: "1 5", end: undefined },
  about: { className: "text-ink-faint", dash: "1 5", end: undefined },
};

/** The line of a link, with the kinds of attack told apart. */
export function lineOf(edge: ArgumentEdge): LinkLine {
  return LINES[edge.kind === "attacks" ? edge.attack : edge.kind];
}
