/** What a person chose to see of the outline: an entry stays where it fits, or where something below it does. */
import type { NodeKind, TargetId } from "../../domain/argument/graph.ts";
import type { OutlineEntry, OutlineGroup } from "./outline-tree.ts";

export type OutlineFilter = {
  readonly kind: NodeKind | undefined;
  /** Only these steps and links, such as what is out of date. */
  readonly only: ReadonlySet<TargetId> | undefined;
};

/** The groups that still hold something; the very same ones where nothing is filtered. */
export function filterOutline(
  groups: readonly OutlineGroup[],
  filter: OutlineFilter,
): readonly OutlineGroup[] {
  if (filter.kind === undefined && filter.only === undefined) return groups;
  return groups
    .map(({ type, entries }) => ({ type, entries: keepEntries(entries, filter) }))
    .filter(({ entries }) => entries.length > 0);
}

/** Whether a step, or the link that leads to it, is asked for. */
export function fitsFilter(
  { node, link }: Pick<OutlineEntry, "node" | "link">,
  filter: OutlineFilter,
): boolean {
  const { kind, only } = filter;
  if (kind !== undefined && node.kind !== kind) return false;
  return only === undefined || only.has(node.id) || (link !== undefined && only.has(link.id));
}

function keepEntries(entries: readonly OutlineEntry[], filter: OutlineFilter): readonly OutlineEntry[] {
  return entries.flatMap((entry) => {
    const reasons = keepEntries(entry.reasons, filter);
    if (reasons.length === 0 && !fitsFilter(entry, filter)) return [];
    // As many may be left while one of them lost something further down.
    const isWhole =
      reasons.length === entry.reasons.length && reasons.every((reason, at) => reason === entry.reasons[at]);
    return [isWhole ? entry : { ...entry, reasons }];
  });
}
