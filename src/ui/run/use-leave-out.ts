/** Which sentences a run reads, counted by the engine a moment after every choice. */
import { useEffect, useState } from "react";
import { useStore } from "zustand/react";
import type { Sentence } from "../../domain/case-text/sentences.ts";
import type { RunSize } from "../../workbench/run/fit-run.ts";
import { STATEMENTS_WORDS, SYSTEM_WORDS, THINKING_WORDS } from "../../workbench/prompts/prompt-words.ts";
import { useCaseRun } from "../desk/use-run.ts";

/** Ticking through a list counts once, not at every tick. */
const SETTLE_MS = 250;

export type LeaveOut = {
  readonly leftOut: ReadonlySet<string>;
  /** Reads these again, or leaves them out. */
  readonly set: (ids: readonly string[], isRead: boolean) => void;
  /** Undefined while it is being counted. */
  readonly size: RunSize | undefined;
  /** By the last count; undefined before the first. */
  readonly tokensPerLetter: number | undefined;
};

/** What the model is told besides the note, in letters. */
const WORDS_AROUND = SYSTEM_WORDS.length + THINKING_WORDS.length + STATEMENTS_WORDS.length;

/** The choice is the case's, so it holds for every run of it until it is changed. */
export function useLeaveOut(sentences: readonly Sentence[]): LeaveOut {
  const { chosen, choose, measure } = useCaseRun();
  const ids = useStore(chosen, (run) => run.leftOut);
  const [counted, setCounted] = useState<{ readonly of: readonly string[]; readonly size: RunSize }>();
  useEffect(() => {
    let isGone = false;
    const timer = setTimeout(() => {
      void measure(ids).then((size) => {
        if (!isGone && size !== undefined) setCounted({ of: ids, size });
      });
    }, SETTLE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [ids, measure]);
  const set = (changed: readonly string[], isRead: boolean): void => {
    const change = new Set(changed);
    const others = ids.filter((id) => !change.has(id));
    choose({ leftOut: isRead ? others : [...others, ...changed] });
  };
  const tokensPerLetter = counted && counted.size.promptTokens / lettersOf(sentences, new Set(counted.of));
  const size = counted?.of === ids ? counted.size : undefined;
  return { leftOut: new Set(ids), set, size, tokensPerLetter };
}

function lettersOf(sentences: readonly Sentence[], leftOut: ReadonlySet<string>): number {
  let letters = WORDS_AROUND;
  for (const { id, text } of sentences) if (!leftOut.has(id)) letters += lineLength({ id, text });
  return letters;
}

/** How long a sentence is as the model gets it: under its id, on a line of its own. */
export function lineLength({ id, text }: Pick<Sentence, "id" | "text">): number {
  return id.length + text.length + 3;
}
