/** What a run is about: the branch that is shown, and of its text the sentences that the clinician wants read. */
import type { CaseLive } from "../case-session/case-session.ts";
import type { RunCase } from "../run/run-request.ts";

/** Nothing is left out that nobody left out, and what was says so in the record. */
export function readRunCase(
  { view: { state }, branch }: Pick<CaseLive, "view" | "branch">,
  leftOut: readonly string[],
): RunCase {
  const { caseId, revision, text } = state;
  const left = new Set(leftOut);
  const sentences = text?.sentences ?? [];
  return {
    caseId,
    branch,
    revision,
    sentences: sentences.filter(({ id }) => !left.has(id)),
    leftOut: sentences.filter(({ id }) => left.has(id)).map(({ id }) => id),
  };
}
