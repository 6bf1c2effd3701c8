/** The lines of runs that are no statement: shown in the dialogue, counted here, so that the outline never hides them. */
import { readChain } from "../../domain/record/chain.ts";
import type { CaseLive } from "../case-session/case-session.ts";

/** How many lines of the runs on the shown branch could not be read. */
export function countUnread({ view, branch }: Pick<CaseLive, "view" | "branch">): number {
  let unread = 0;
  for (const run of view.state.runs.values()) {
    if (run.start.branch !== branch) continue;
    for (const { statement } of readChain(run.statements)) if (statement.type === "unread") unread += 1;
  }
  return unread;
}
