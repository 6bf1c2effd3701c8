/**
 * Some rows that stand together. Far from what can be seen they are an empty place of the same height, so that a long
 * dialogue costs no more than a short one; when they come near they are drawn a few at a time.
 */

import { memo, useLayoutEffect, useRef, useState } from "react";
import type { ReactElement } from "react";
import type { DialogueRow } from "./dialogue-rows.ts";
import { RowView } from "./RowView.tsx";
import { useSlices } from "./use-slices.ts";
import { watchNearness } from "./watch-nearness.ts";

export type RowBlockProps = {
  readonly rows: readonly DialogueRow[];
  readonly start: number;
  readonly end: number;
  /** Something in it is to be shown now, wherever it is. */
  readonly isWanted: boolean;
  readonly isLast: boolean;
};

/** A card's usual height, until it was seen. */
const ROW_PIXELS = 88;
/** As many as the first sight of a dialogue holds. */
const FIRST_ROWS = 7;
const ROWS_AT_ONCE = 3;

/** Drawn again only when its own rows are others. */
export const RowBlock = memo(function RowBlock(props: RowBlockProps): ReactElement {
  const { rows, start, end, isWanted, isLast } = props;
  const place = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number>();
  const [isNear, setNear] = useState(start === 0);
  const wanted = isNear || isWanted ? end - start : 0;
  const slices = useSlices(wanted, ROWS_AT_ONCE, start === 0 ? FIRST_ROWS - ROWS_AT_ONCE : 0);
  const count = isWanted ? wanted : slices;
  useLayoutEffect(() => {
    if (place.current === null) return undefined;
    return watchNearness(place.current, ({ isIntersecting, boundingClientRect }) => {
      if (!isIntersecting && boundingClientRect.height > 0) setHeight(boundingClientRect.height);
      setNear(isIntersecting);
    });
  }, []);
  // What is not drawn yet keeps its place, so that what is below it moves little. At the end nothing is below, and whoever
  // follows a run would see the empty place.
  const isFull = count === end - start || (isLast && count > 0);
  const least = isFull ? undefined : (height ?? (end - start) * ROW_PIXELS);
  return (
    <div ref={place} className="grid grid-cols-1 content-start gap-2" style={{ minHeight: least }}>
      {rows.slice(start, start + count).map((row, offset) => (
        <RowView key={row.key} row={row} place={start + offset} />
      ))}
    </div>
  );
});
