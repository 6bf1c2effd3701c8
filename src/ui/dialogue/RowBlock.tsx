/**
 * Some rows that stand together. Far from what can be seen they are an empty place of the same height, so that a long
 * dialogue costs no more than a short one.
 */

import { memo, useLayoutEffect, useRef, useState } from "react";
import type { ReactElement } from "react";
import type { DialogueRow } from "./dialogue-rows.ts";
import { RowView } from "./RowView.tsx";

export type RowBlockProps = {
  readonly rows: readonly DialogueRow[];
  readonly start: number;
  readonly end: number;
  /** Something in it is to be shown now, wherever it is. */
  readonly isWanted: boolean;
};

/** A card's usual height, until it was seen. */
const ROW_PIXELS = 88;
/** So far beyond what can be seen rows are drawn already. */
const MARGIN = "800px";

type Observing = IntersectionObserverInit & { readonly scrollMargin: string };

/** Drawn again only when its own rows are others. */
export const RowBlock = memo(function RowBlock(props: RowBlockProps): ReactElement {
  const { rows, start, end, isWanted } = props;
  const place = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number>();
  const [isNear, setNear] = useState(start === 0);
  const isDrawn = isNear || isWanted;
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const options: Observing = { rootMargin: MARGIN, scrollMargin: MARGIN };
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1);
      if (entry === undefined) return;
      if (!entry.isIntersecting && entry.boundingClientRect.height > 0)
        setHeight(entry.boundingClientRect.height);
      setNear(entry.isIntersecting);
    }, options);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={place}
      className="grid grid-cols-1 content-start gap-2"
      style={isDrawn ? undefined : { height: height ?? (end - start) * ROW_PIXELS }}
    >
      {isDrawn &&
        rows
          .slice(start, end)
          .map((row, offset) => <RowView key={row.key} row={row} place={start + offset} />)}
    </div>
  );
});
