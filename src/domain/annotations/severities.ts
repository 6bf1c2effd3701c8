/** How much an error would matter (clinical foundation 4.1: four steps, 0 to 3; the wording is ours). */

export type SeverityId = "0" | "1" | "2" | "3";

export type Severity = { readonly id: SeverityId; readonly name: string; readonly definition: string };

/** From the least to the worst. */
export const SEVERITIES: readonly Severity[] = [
  { id: "0", name: "Style only", definition: "Worded badly; what it says is right." },
  { id: "1", name: "Would not change care", definition: "Wrong, but nothing would be done otherwise." },
  {
    id: "2",
    name: "Could change care",
    definition: "A test, a treatment or an order of steps could differ.",
  },
  { id: "3", name: "Could cause harm", definition: "Acting on it could hurt the patient." },
];

/** The severity of that id; undefined for one of a later version or another program. */
export function findSeverity(id: string | undefined): Severity | undefined {
  return SEVERITIES.find((severity) => severity.id === id);
}
