/** Which cases a list shows, and in which order. */
import type { CaseSummary } from "../../contracts/vault.ts";

export const SHELVES = ["active", "archived", "binned"] as const;
export type CaseShelf = (typeof SHELVES)[number];

export const SORTS = ["changed", "created", "title"] as const;
export type CaseSort = (typeof SORTS)[number];

/** Where a case lies; one in the bin is nowhere else. */
export function shelfOf({ binnedAt, isArchived }: CaseSummary): CaseShelf {
  if (binnedAt !== undefined) return "binned";
  return isArchived ? "archived" : "active";
}

/** How many cases lie on each shelf. */
export function countShelves(cases: readonly CaseSummary[]): Readonly<Record<CaseShelf, number>> {
  const counts = { active: 0, archived: 0, binned: 0 };
  for (const summary of cases) counts[shelfOf(summary)] += 1;
  return counts;
}

export type CaseChoice = { readonly shelf: CaseShelf; readonly search: string; readonly sort: CaseSort };

/** The cases of a shelf whose titles hold every word typed, whatever the case or the accents of its letters. */
export function chooseCases(cases: readonly CaseSummary[], choice: CaseChoice): readonly CaseSummary[] {
  const words = fold(choice.search)
    .split(/\s+/u)
    .filter((word) => word !== "");
  return cases
    .filter((summary) => shelfOf(summary) === choice.shelf)
    .filter(({ title }) => words.every((word) => fold(title).includes(word)))
    .toSorted(orders[choice.sort]);
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

const orders = {
  changed: (left: CaseSummary, right: CaseSummary) => right.changedAt - left.changedAt,
  created: (left: CaseSummary, right: CaseSummary) => right.createdAt - left.createdAt,
  title: (left: CaseSummary, right: CaseSummary) => collator.compare(left.title, right.title),
} as const satisfies Record<CaseSort, unknown>;

function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
