/** Text that grows while it is read: what is new is added to one text node, and nothing of what is there is drawn again. */

import { type ReactElement, useLayoutEffect, useRef } from "react";

export type LiveTextProps = { readonly text: string };

/** Text only: nothing in it is ever read as markup. */
export function LiveText({ text }: LiveTextProps): ReactElement {
  const place = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const node = element.firstChild;
    if (!(node instanceof Text)) element.append(document.createTextNode(text));
    else if (text.startsWith(node.data)) node.appendData(text.slice(node.data.length));
    else node.data = text;
  }, [text]);
  return <p ref={place} className="text-small whitespace-pre-wrap text-ink-soft wrap-anywhere" />;
}
