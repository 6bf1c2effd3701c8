/**
 * What was said in the runs of one case, so that a later turn goes on behind it: the longer the beginning that an engine
 * has read already, the less it reads again. Gone with the patient.
 */
import type { EventId, RunId } from "../../domain/record/events.ts";
import type { Conversation } from "../prompts/conversation.ts";
import type { LiveRun } from "./live-run.ts";

export type Spoken = {
  readonly keep: (live: Pick<LiveRun, "run" | "conversation" | "request">) => void;
  /** Of the first of these runs that is known and read this text. */
  readonly find: (runs: readonly RunId[], revision: EventId | undefined) => Conversation | undefined;
  readonly forget: () => void;
};

type Kept = { readonly revision: EventId | undefined; readonly conversation: Conversation };

/** Knows of no run. */
export function createSpoken(): Spoken {
  const byRun = new Map<RunId, Kept>();
  return {
    keep: ({ run, conversation, request }) => {
      const last = conversation.findLastIndex(({ role }) => role === "assistant");
      // A question that was never answered is no part of what was said.
      if (last !== -1)
        byRun.set(run, {
          revision: request.about.revision,
          conversation: conversation.slice(0, last + 1),
        });
    },
    find: (runs, revision) =>
      runs.map((run) => byRun.get(run)).find((kept) => kept !== undefined && kept.revision === revision)
        ?.conversation,
    forget: () => byRun.clear(),
  };
}
