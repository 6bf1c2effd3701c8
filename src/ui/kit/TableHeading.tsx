/** One column heading of a table; a button when the column can be sorted. */

import type { ReactElement } from "react";
import { SortDownIcon, SortIcon, SortUpIcon } from "./icons/signs.tsx";
import type { SortDirection } from "./sort-rows.ts";

export type TableHeadingProps = {
  readonly heading: string;
  readonly isNumeric: boolean;
  /** The direction when the table is sorted by this column. */
  readonly direction: SortDirection | undefined;
  readonly onSort: (() => void) | undefined;
};

/** Says its direction through aria-sort and an arrow. */
export function TableHeading({ heading, isNumeric, direction, onSort }: TableHeadingProps): ReactElement {
  const side = isNumeric ? "justify-end text-end" : "justify-start text-start";
  return (
    <th scope="col" aria-sort={onSort && (direction ?? "none")} className="p-0 font-[560] text-ink-soft">
      {onSort ? (
        <button
          type="button"
          onClick={onSort}
          className={`flex min-h-10 w-full items-center gap-1.5 px-4 py-2 -outline-offset-2 hover:bg-hover hover:text-ink pointer-coarse:min-h-11 ${side}`}
        >
          {heading}
          <span className={direction ? "text-accent" : "text-ink-faint"}>{arrow(direction)}</span>
        </button>
      ) : (
        <span className={`flex min-h-10 items-center px-4 py-2 ${side}`}>{heading}</span>
      )}
    </th>
  );
}

function arrow(direction: SortDirection | undefined): ReactElement {
  if (direction === undefined) return <SortIcon />;
  return direction === "ascending" ? <SortUpIcon /> : <SortDownIcon />;
}
