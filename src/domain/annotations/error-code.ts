/**
 * What a code of the error taxonomy is. The codes are stable identifiers (clinical foundation 4.1): they are kept in
 * records and exports, so one is never renamed or used again for something else. Names and definitions are the codebook
 * that belongs to them, in our own words; they were drafted without a clinician and are not clinically reviewed.
 */
import type { SeverityId } from "./severities.ts";

/** What a mark can be on: a step, a link, words of either or of the note, or the case as a whole. */
export type MarkedPart = "node" | "edge" | "span" | "case";

export type CodeFamily = "evidence" | "calculation" | "knowledge" | "logic" | "process" | "pattern" | "other";

export type ErrorCode = {
  readonly code: string;
  readonly family: CodeFamily;
  readonly name: string;
  /** One line. */
  readonly definition: string;
  /** Where it is offered first; it may be set anywhere. */
  readonly fits: readonly MarkedPart[];
  /** Absent for thinking patterns: they describe how, not how bad. */
  readonly severity?: SeverityId;
  /** Whose observation it goes back to; absent where the code is ours. */
  readonly source?: string;
  /** What to ask a learner who thinks so. */
  readonly question?: string;
};
