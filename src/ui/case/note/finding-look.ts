/** How a finding looks in the note, and what it is called there. */
import type { CaseFinding, FindingStanding } from "../../../domain/record/case-findings.ts";
import { noteText, standingWords } from "../../text/note.ts";

/** The line differs as well as its colour; whole class names, for the stylesheet is made from them. */
export const UNDERLINE = {
  present: "decoration-solid decoration-evidence",
  absent: "decoration-dashed decoration-critical",
  normal: "decoration-dotted decoration-positive",
  unknown: "decoration-dotted decoration-ink-soft",
  retracted: "decoration-double decoration-line-strong",
  stale: "decoration-wavy decoration-caution",
} as const satisfies Record<FindingStanding | "stale", string>;

/** "Finding, absent: Fever", with what else must be known. */
export function sayFinding({ node, standing, isStale }: CaseFinding): string {
  const marks = [
    standingWords[standing],
    ...(node.critical ? [noteText.critical] : []),
    ...(isStale ? [noteText.stale.toLowerCase()] : []),
  ];
  return noteText.mark(marks.join(", "), node.text);
}
