/** The outline of text that is on its way. Says so once to screen readers; the bars themselves are silent. */

import type { ReactElement } from "react";

export type SkeletonProps = {
  /** What is being fetched, such as "Loading cases". */
  readonly label: string;
  readonly lines?: number;
};

const WIDTHS = ["w-11/12", "w-full", "w-4/5", "w-2/3"] as const;

/** Bars of uneven length, so that it reads as text. */
export function Skeleton({ label, lines = 3 }: SkeletonProps): ReactElement {
  return (
    <output className="grid gap-3 py-1">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span
          key={index}
          aria-hidden="true"
          className={`h-3 animate-pulse rounded-small border border-transparent bg-hover ${WIDTHS[index % WIDTHS.length]}`}
        />
      ))}
    </output>
  );
}
