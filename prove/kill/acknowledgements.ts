/** What the browser said was kept, noted outside of it, so that no crash can take it back. */

export type Acknowledgements = {
  readonly note: (caseId: string, places: readonly number[]) => void;
  readonly placesOf: (caseId: string) => readonly number[];
  readonly count: () => number;
  readonly cases: () => readonly string[];
};

/** An empty list. */
export function createAcknowledgements(): Acknowledgements {
  const byCase = new Map<string, number[]>();
  return {
    note: (caseId, places) => {
      const known = byCase.get(caseId) ?? [];
      known.push(...places);
      byCase.set(caseId, known);
    },
    placesOf: (caseId) => byCase.get(caseId) ?? [],
    count: () => [...byCase.values()].reduce((sum, places) => sum + places.length, 0),
    cases: () => [...byCase.keys()],
  };
}
