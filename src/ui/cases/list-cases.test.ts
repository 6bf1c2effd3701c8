import { expect, test } from "vitest";
import type { CaseSummary } from "../../contracts/vault.ts";
import { chooseCases, countShelves } from "./list-cases.ts";

function summary(title: string, more: Partial<CaseSummary> = {}): CaseSummary {
  return {
    id: title,
    title,
    createdAt: 0,
    changedAt: 0,
    isArchived: false,
    binnedAt: undefined,
    events: 2,
    bytes: 100,
    ...more,
  };
}

const CASES = [
  summary("Case 10", { createdAt: 1, changedAt: 30 }),
  summary("Case 2", { createdAt: 2, changedAt: 20 }),
  summary("Fièvre à 40", { createdAt: 3, changedAt: 10 }),
  summary("Old", { isArchived: true }),
  summary("Gone", { isArchived: true, binnedAt: 5 }),
];

function titles(choice: Partial<Parameters<typeof chooseCases>[1]>) {
  return chooseCases(CASES, { shelf: "active", search: "", sort: "changed", ...choice }).map(
    ({ title }) => title,
  );
}

test("a case in the bin is in neither list nor archive", () => {
  expect(countShelves(CASES)).toEqual({ active: 3, archived: 1, binned: 1 });
  expect(titles({ shelf: "archived" })).toEqual(["Old"]);
  expect(titles({ shelf: "binned" })).toEqual(["Gone"]);
});

test("finds titles by parts of words in any order, without accents", () => {
  expect(titles({ search: " 40 FIEVRE" })).toEqual(["Fièvre à 40"]);
  expect(titles({ search: "nothing" })).toEqual([]);
});

test("sorts by change, by age, and by title as a reader counts", () => {
  expect(titles({})).toEqual(["Case 10", "Case 2", "Fièvre à 40"]);
  expect(titles({ sort: "created" })).toEqual(["Fièvre à 40", "Case 2", "Case 10"]);
  expect(titles({ sort: "title" })).toEqual(["Case 2", "Case 10", "Fièvre à 40"]);
});
