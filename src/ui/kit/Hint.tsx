/** A small question mark beside a word: it opens two sentences that say what the word means here. Load it on demand. */

import type { ReactElement } from "react";
import { joinClasses } from "./join-classes.ts";
import { Popover } from "./Popover.tsx";

export type HintProps = {
  /** The word, as it stands on the screen. */
  readonly term: string;
  /** What the button does, for whoever does not see the word beside it. */
  readonly label: string;
  readonly words: string;
  /** Shows the word too, where it does not stand beside it. */
  readonly isNamed?: boolean;
};

/** Escape or a press outside closes it. */
export function Hint({ term, label, words, isNamed = false }: HintProps): ReactElement {
  return (
    <Popover
      label={label}
      trigger={
        <button
          type="button"
          aria-label={label}
          className={joinClasses(
            "inline-flex min-h-6 min-w-6 shrink-0 items-center justify-center gap-1 rounded-full text-small",
            "text-ink-soft hover:bg-hover hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11 print:hidden",
            isNamed && "px-2",
          )}
        >
          {isNamed && term}
          <span
            aria-hidden="true"
            className="inline-flex size-4 items-center justify-center rounded-full border border-current text-[0.6875rem] leading-none font-[600]"
          >
            ?
          </span>
        </button>
      }
    >
      <p className="font-[600]">{term}</p>
      <p className="mt-1 text-ink-soft">{words}</p>
    </Popover>
  );
}
