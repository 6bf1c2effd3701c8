/** A page of thinking with some of its words lit, and brought into sight. */

import { type ReactElement, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { Passage } from "../../workbench/desk/selection.ts";

export type PassageTextProps = {
  /** The page, and where it begins in all of the thinking. */
  readonly part: { readonly text: string; readonly start: number };
  readonly passage: Passage;
};

/** What of the passage is on another page is lit there. Without words the page is shown from its beginning. */
export function PassageText({ part: { text, start }, passage }: PassageTextProps): ReactElement {
  const place = useRef<HTMLParagraphElement>(null);
  const [from, to] = [passage.start - start, passage.end - start].map((at) => Math.max(0, at));
  const show = useEffectEvent((_passage: Passage) => {
    const element = place.current?.querySelector("mark") ?? place.current;
    const list = element?.closest("section");
    if (element === null || element === undefined || list === null || list === undefined) return;
    // The list alone is scrolled: the page around it stays where it is.
    const [inner, outer] = [element.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollBy({ top: inner.top - outer.top - outer.height * ABOVE });
  });
  useLayoutEffect(() => show(passage), [passage]);
  return (
    <p ref={place} className="text-small whitespace-pre-wrap text-ink-soft wrap-anywhere">
      {text.slice(0, from).trimStart()}
      {text.slice(from, to) !== "" && (
        <mark className="rounded-sm bg-accent-soft text-ink outline-2 outline-accent">
          {text.slice(from, to)}
        </mark>
      )}
      {from === 0 && to === 0 ? text.trimStart() : text.slice(to)}
    </p>
  );
}

/** So much of what can be seen stays above the words, for what leads to them. */
const ABOVE = 0.3;
