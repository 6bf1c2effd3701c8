/** What is said aloud about a run: that it began, how far it is now and then, how it ended. Never every word of it. */
import { useEffect, useRef } from "react";
import { dialogueText, endWords } from "../text/dialogue.ts";
import type { DialogueRows } from "./dialogue-rows.ts";

/** So many statements between two announcements. */
const EVERY_STATEMENTS = 20;

/** Silent about what was there before. */
export function useNews({ rows, count }: DialogueRows, say: (words: string) => void): void {
  const seen = useRef(count);
  const statements = useRef(0);
  useEffect(() => {
    let words: string | undefined;
    for (const row of rows.slice(seen.current, count)) {
      if (row.type === "run") {
        statements.current = 0;
        words = dialogueText.runBegan;
      } else if (row.type === "run-end") words = endWords[row.event.reason];
      else if (row.type === "statement") {
        statements.current += 1;
        if (statements.current % EVERY_STATEMENTS === 0) words = dialogueText.steps(statements.current);
      }
    }
    seen.current = count;
    if (words !== undefined) say(words);
  }, [rows, count, say]);
}
