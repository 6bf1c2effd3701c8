/**
 * Small building blocks to check what arrives over a port, one field at a time. A value passes whole or not at all:
 * a field that nobody announced is as wrong as one that is missing.
 */

export type Guard<Value> = (value: unknown) => value is Value;
type Check = (value: unknown) => boolean;
type GuardsOf<Shape> = { readonly [Key in keyof Shape]: Guard<Shape[Key]> };
type Tagged = { readonly type: string };
type GuardsByType<Union extends Tagged> = {
  readonly [Type in Union["type"]]: Guard<Extract<Union, { readonly type: Type }>>;
};

/** Any text, the empty one included. */
export function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** A text with something in it. */
export function isFilledText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** Yes or no. */
export function isYesOrNo(value: unknown): value is boolean {
  return typeof value === "boolean";
}

/** A whole number from zero on: a count, an order, a number of bytes. */
export function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** A count of at most so many. */
export function isCountUpTo(most: number): Guard<number> {
  return (value): value is number => isCount(value) && value <= most;
}

/** A number that can be calculated with. */
export function isFiniteNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** A number between the two, both included. */
export function isBetween(least: number, most: number): Guard<number> {
  return (value): value is number => isFiniteNumber(value) && value >= least && value <= most;
}

/** One of the words of a closed list. */
export function isWordOf<const Words extends readonly string[]>(words: Words): Guard<Words[number]> {
  return (value): value is Words[number] => words.some((word) => word === value);
}

/** Nothing, or what the guard lets pass. */
export function isMaybe<Value>(guard: Guard<Value>): Guard<Value | undefined> {
  return (value): value is Value | undefined => value === undefined || guard(value);
}

/** A list of what the guard lets pass. */
export function isListOf<Value>(guard: Guard<Value>): Guard<readonly Value[]> {
  return (value): value is readonly Value[] => Array.isArray(value) && value.every((item) => guard(item));
}

/** An object of exactly these fields. */
export function isShape<Shape extends object>(guards: GuardsOf<Shape>): Guard<Shape> {
  const fields = Object.entries<Check>(guards);
  const names = new Set(fields.map(([name]) => name));
  return (value): value is Shape =>
    typeof value === "object" &&
    value !== null &&
    fields.every(([name, check]) => name in value && check(Reflect.get(value, name))) &&
    Object.keys(value).every((name) => names.has(name));
}

/** A member of a union told apart by `type`. */
export function isTagged<Union extends Tagged>(guards: GuardsByType<Union>): Guard<Union> {
  const byType = new Map(Object.entries<Check>(guards));
  return (value): value is Union => {
    if (typeof value !== "object" || value === null || !("type" in value)) return false;
    return isText(value.type) && byType.get(value.type)?.(value) === true;
  };
}
