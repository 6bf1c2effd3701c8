/**
 * What was said in the runs of one case, so that a later turn goes on behind it: the longer the beginning that an engine
 * has read already, the less it reads again. Gone with the patient.
 */
import type { RunId } from "../../domain/record/events.ts";
import type { Conversation } from "../prompts/conversation.ts";
import type { LiveRun } from "./live-run.ts";
import type { RunCase } from "./run-request.ts";

export type Spoken = {
  readonly keep: (live: Pick<LiveRun, "run" | "conversation" | "request">) => void;
  /** Of the first of these runs that is known and read this very text. */
  readonly find: (runs: readonly RunId[], about: RunCase) => Conversation | undefined;
  readonly forget: () => void;
};

type Kept = { readonly about: RunCase; readonly conversation: Conversation };

/** Knows of no run. */
export function createSpoken(): Spoken {
  const byRun = new Map<RunId, Kept>();
  return {
    keep: ({ run, conversation, request }) => {
      const last = conversation.findLastIndex(({ role }) => role === "assistant");
      // A question that was never answered is no part of what was said.
      if (last !== -1)
        byRun.set(run, { about: request.about, conversation: conversation.slice(0, last + 1) });
    },
    find: (runs, about) =>
      runs.map((run) => byRun.get(run)).find((kept) => kept !== undefined && readSame(kept.about, about))
        ?.conversation,
    forget: () => byRun.clear(),
  };
}

function readSame(one: RunCase, other: RunCase): boolean {
  return one.revision === other.revision && (one.leftOut ?? []).join() === (other.leftOut ?? []).join();
}
