/** Bugs throw here, in one voice; expected failures are `Result` values instead. */

/** Throws when a condition that the code relies on does not hold. `what` must never hold patient text. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${what}`);
}

/** Marks a switch as complete: a new union member without a case stops compiling. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${typeof value}`);
}
