/**
 * What must be accepted before any choice: the grounded labelling, in time linear in the attacks
 * (clinical foundation 2.2), and the pieces of the undecided rest that do not touch each other.
 */
import type { IndexedFramework } from "./framework.ts";

export type Label = "in" | "out" | "undecided";

/** The grounded labelling; its "in" arguments are the grounded extension. */
export function labelGrounded(framework: IndexedFramework): readonly Label[] {
  const { size, attackers, targets, barred } = framework;
  const labels: Label[] = Array.from({ length: size }, () => "undecided");
  const remaining = attackers.map((list) => list.length);
  const ready: number[] = [];
  for (let argument = 0; argument < size; argument += 1) if (remaining[argument] === 0) ready.push(argument);
  while (ready.length > 0) {
    const argument = ready.pop();
    if (argument === undefined || labels[argument] !== "undecided" || barred[argument] === true) continue;
    labels[argument] = "in";
    for (const target of targets[argument] ?? []) {
      if (labels[target] !== "undecided") continue;
      labels[target] = "out";
      for (const freed of targets[target] ?? []) {
        const left = (remaining[freed] ?? 0) - 1;
        remaining[freed] = left;
        if (left === 0) ready.push(freed);
      }
    }
  }
  return labels;
}

/** Groups the undecided arguments so that no attack joins two groups; stable: by smallest argument. */
export function splitUndecided(
  framework: IndexedFramework,
  labels: readonly Label[],
): readonly (readonly number[])[] {
  const groups: number[][] = [];
  const seen = labels.map((label) => label !== "undecided");
  for (let start = 0; start < framework.size; start += 1) {
    if (seen[start] === true) continue;
    seen[start] = true;
    const group = [start];
    const join = (neighbour: number): void => {
      if (seen[neighbour] === true) return;
      seen[neighbour] = true;
      group.push(neighbour);
    };
    // The group grows while it is walked, until nobody new is met.
    for (const argument of group) {
      for (const target of framework.targets[argument] ?? []) join(target);
      for (const attacker of framework.attackers[argument] ?? []) join(attacker);
    }
    groups.push(group.toSorted((one, other) => one - other));
  }
  return groups;
}
