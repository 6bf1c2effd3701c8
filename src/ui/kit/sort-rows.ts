/** Sorting of table rows: stable, numbers by size, text as a reader expects ("s2" before "s10"), gaps always last. */

export type SortDirection = "ascending" | "descending";
export type SortValue = number | string | undefined;
export type Sort = { readonly column: string; readonly direction: SortDirection };

/** The sort after a press on a column's heading: first ascending, then the other way round. */
export function nextSort(current: Sort | undefined, column: string): Sort {
  const isAscending = current?.column === column && current.direction === "ascending";
  return { column, direction: isAscending ? "descending" : "ascending" };
}

/** A sorted copy. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: SortDirection,
): readonly Row[] {
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const sign = direction === "ascending" ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [left, right] = [valueOf(one), valueOf(other)];
    if (isGap(left) || isGap(right)) return Number(isGap(left)) - Number(isGap(right));
    if (typeof left === "number" && typeof right === "number") return sign * (left - right);
    return sign * collator.compare(String(left), String(right));
  });
}

function isGap(value: SortValue): boolean {
  return value === undefined || value === "" || Number.isNaN(value);
}
