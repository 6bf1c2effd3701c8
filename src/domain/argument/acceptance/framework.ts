/**
 * An abstract framework (clinical foundation 2.2): arguments are indices, attacks are pairs. Solvers work on
 * the indexed form, which may bar arguments: a barred one can attack and be defeated but never be accepted,
 * because something undecided outside of the framework attacks it.
 */
import { invariant } from "../../../shared/assert.ts";

export type Attack = readonly [attacker: number, target: number];

/** Arguments 0..size-1 and who attacks whom. */
export type Framework = {
  readonly size: number;
  readonly attacks: readonly Attack[];
};

/** The same framework by argument, without repeated attacks. */
export type IndexedFramework = {
  readonly size: number;
  readonly attackers: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
  readonly barred: readonly boolean[];
};

/** Indexes a framework; an attack between arguments that do not exist is a bug of the caller. */
export function indexFramework(framework: Framework): IndexedFramework {
  const { size } = framework;
  const attackers = emptyLists(size);
  const targets = emptyLists(size);
  const seen = new Set<number>();
  for (const [attacker, target] of framework.attacks) {
    const from = targets[attacker];
    const into = attackers[target];
    invariant(from !== undefined && into !== undefined, "an attack joins two arguments of its framework");
    const key = attacker * size + target;
    if (seen.has(key)) continue;
    seen.add(key);
    from.push(target);
    into.push(attacker);
  }
  for (const list of targets) list.sort((one, other) => one - other);
  return { size, attackers, targets, barred: Array.from({ length: size }, () => false) };
}

/** The part of a framework that some arguments make up; `members` must ascend, which keeps lists in order. */
export function restrictTo(
  framework: IndexedFramework,
  members: readonly number[],
  isBarred: (argument: number) => boolean,
): IndexedFramework {
  const local = new Int32Array(framework.size).fill(-1);
  for (const [index, member] of members.entries()) local[member] = index;
  const attackers = emptyLists(members.length);
  const targets = emptyLists(members.length);
  for (const [index, member] of members.entries()) {
    for (const target of framework.targets[member] ?? []) {
      const into = local[target] ?? -1;
      if (into < 0) continue;
      targets[index]?.push(into);
      attackers[into]?.push(index);
    }
  }
  return { size: members.length, attackers, targets, barred: members.map(isBarred) };
}

/** A text that two frameworks share exactly when they are numbered alike and equal. */
export function structureKey(framework: IndexedFramework): string {
  let key = "";
  for (const [index, list] of framework.targets.entries()) {
    key += framework.barred[index] === true ? `!${list.join()};` : `${list.join()};`;
  }
  return key;
}

function emptyLists(size: number): number[][] {
  return Array.from({ length: size }, () => []);
}
