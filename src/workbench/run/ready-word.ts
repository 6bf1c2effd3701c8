/** The one word that ends the thinking is no thought: it is held back until it is certain that nothing else follows. */

const WORD = "ready";
/** Longer than the word with blanks and marks around it. */
const LONGEST = 24;

export type ReadyWord = {
  /** What is certainly more than the word. */
  readonly push: (text: string) => string;
  /** What was held back, unless it was the word. */
  readonly finish: () => string;
};

/** Looks for the word at the start of an answer. */
export function createReadyWord(): ReadyWord {
  let held: string | undefined = "";
  return {
    push: (text) => {
      if (held === undefined) return text;
      held += text;
      if (mayBeWord(held)) return "";
      const all = held;
      held = undefined;
      return all;
    },
    finish: () => {
      const rest = held ?? "";
      return lettersOf(rest) === WORD || rest.trim() === "" ? "" : rest;
    },
  };
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

function mayBeWord(text: string): boolean {
  return text.length <= LONGEST && WORD.startsWith(lettersOf(text));
}
