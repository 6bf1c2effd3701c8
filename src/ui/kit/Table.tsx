/**
 * A native table with sortable columns. It scrolls sideways inside its own frame, which the keyboard can reach, so
 * that a narrow screen never scrolls the page.
 */

import { useId, useState } from "react";
import type { ReactElement, ReactNode } from "react";
import { nextSort, sortRows } from "./sort-rows.ts";
import type { Sort, SortValue } from "./sort-rows.ts";
import { TableHeading } from "./TableHeading.tsx";

export type TableColumn<Row> = {
  readonly id: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** Present on columns that can be sorted. */
  readonly sortValue?: (row: Row) => SortValue;
  /** Numbers stand at the right, in tabular figures. */
  readonly isNumeric?: boolean;
};

export type TableProps<Row> = {
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  /** The first column names the row. */
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly initialSort?: Sort;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
};

/** Rows as given until a heading is pressed. */
export function Table<Row>(props: TableProps<Row>): ReactElement {
  const { caption, isCaptionHidden = false, columns, rows, rowKey, initialSort, empty } = props;
  const captionId = useId();
  const [sort, setSort] = useState<Sort | undefined>(initialSort);
  const valueOf = columns.find((column) => column.id === sort?.column)?.sortValue;
  const shown = sort && valueOf ? sortRows(rows, valueOf, sort.direction) : rows;
  return (
    <section
      aria-labelledby={captionId}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto rounded-panel border border-line bg-surface print:overflow-visible"
    >
      <table className="w-full border-collapse text-small">
        <caption
          id={captionId}
          className={isCaptionHidden ? "sr-only" : "px-4 pt-3 pb-2 text-start text-body font-[600]"}
        >
          {caption}
        </caption>
        <thead>
          <tr className="border-y border-line bg-sunken first:border-t-0">
            {columns.map((column) => (
              <TableHeading
                key={column.id}
                heading={column.heading}
                isNumeric={column.isNumeric ?? false}
                direction={sort?.column === column.id ? sort.direction : undefined}
                onSort={column.sortValue && (() => setSort(nextSort(sort, column.id)))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-b-0 hover:bg-hover/50">
              {columns.map((column, index) => (
                <TableCell key={column.id} column={column} row={row} isRowName={index === 0} />
              ))}
            </tr>
          ))}
          {rows.length === 0 && empty !== undefined && (
            <tr>
              <td colSpan={columns.length} className="px-4 py-6 text-ink-soft">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function TableCell<Row>(props: {
  readonly column: TableColumn<Row>;
  readonly row: Row;
  readonly isRowName: boolean;
}): ReactElement {
  const { column, row, isRowName } = props;
  const className = `px-4 py-2.5 align-top ${column.isNumeric ? "text-end whitespace-nowrap" : "text-start"}`;
  return isRowName ? (
    <th scope="row" className={`${className} font-[560]`}>
      {column.cell(row)}
    </th>
  ) : (
    <td className={className} data-numeric={column.isNumeric ? true : undefined}>
      {column.cell(row)}
    </td>
  );
}
