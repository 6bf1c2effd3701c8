/**
 * Text that grows while it is read: what is new is added to the last of a few text nodes, and nothing of what is there is
 * drawn or laid out again.
 */

import { type ReactElement, useLayoutEffect, useRef } from "react";

export type LiveTextProps = { readonly text: string };

/** From so many characters on the next line stands in a block of its own. */
const BLOCK_CHARACTERS = 300;

/** Text only: nothing in it is ever read as markup. */
export function LiveText({ text }: LiveTextProps): ReactElement {
  const place = useRef<HTMLParagraphElement>(null);
  const shown = useRef("");
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const isMore = text.startsWith(shown.current) && element.hasChildNodes();
    if (!isMore) element.replaceChildren();
    addText(element, isMore ? text.slice(shown.current.length) : text);
    shown.current = text;
  }, [text]);
  return <p ref={place} className="text-small whitespace-pre-wrap text-ink-soft wrap-anywhere" />;
}

/** A block keeps the line break that it ends with, so that the blocks together read and copy as the text. */
function addText(element: HTMLElement, text: string): void {
  for (const line of text.split(/(?<=\n)/u)) {
    const last = element.lastChild?.firstChild;
    const isOpen = last instanceof Text && (last.length < BLOCK_CHARACTERS || !last.data.endsWith("\n"));
    if (isOpen) last.appendData(line);
    else element.append(createBlock(line));
  }
}

function createBlock(text: string): HTMLElement {
  const block = document.createElement("span");
  block.className = "block";
  block.append(document.createTextNode(text));
  return block;
}
