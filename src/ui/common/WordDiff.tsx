/** What a suggestion would change, word by word: struck through and underlined, and named for those who cannot see it. */

import type { ReactElement } from "react";
import { diffWords } from "../../domain/annotations/word-diff.ts";
import { markFormText } from "../text/marks.ts";

export type WordDiffProps = { readonly before: string; readonly after: string };

/** Text only, whatever the words are. */
export function WordDiff({ before, after }: WordDiffProps): ReactElement {
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {diffWords(before, after).map(({ type, text }, place) => {
        // oxlint-disable-next-line react/no-array-index-key -- the parts are drawn anew with every change
        if (type === "same") return <span key={place}>{text}</span>;
        const Part = type === "removed" ? "del" : "ins";
        return (
          // oxlint-disable-next-line react/no-array-index-key -- see above
          <Part key={place} className={LOOKS[type]}>
            <span className="sr-only">{` ${markFormText[type]}: `}</span>
            {text}
            <span className="sr-only">{`, ${markFormText.partEnd} `}</span>
          </Part>
        );
      })}
    </p>
  );
}

const LOOKS = {
  removed: "rounded-small bg-critical-soft px-0.5 text-critical line-through",
  added: "rounded-small bg-positive-soft px-0.5 font-[560] text-positive underline underline-offset-2",
} as const;
