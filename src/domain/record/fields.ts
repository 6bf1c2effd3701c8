/**
 * Reads fields of untrusted data one by one. A reader never throws: the first thing that is wrong is noted with its
 * path (never with its content, which may be about a patient) and a harmless value stands in. Only own fields that
 * are asked for are read, so depth, extra fields and `__proto__` have no effect.
 */

export type FieldProblem = { readonly type: "missing" | "malformed" | "too-large"; readonly path: string };

export const MOST_TEXT = 8_000_000;
const MOST_ID = 200;
const MOST_ITEMS = 200_000;

export type Fields = {
  readonly text: (name: string) => string;
  /** A text of 1 to 200 characters. */
  readonly id: (name: string) => string;
  readonly number: (name: string, least: number, most: number) => number;
  readonly integer: (name: string, least: number) => number;
  readonly flag: (name: string) => boolean;
  readonly choice: <Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]) => Choice;
  readonly nested: (name: string) => Fields;
  readonly list: <Item>(name: string, read: (item: Fields) => Item) => readonly Item[];
  readonly ids: (name: string) => readonly string[];
  readonly pair: (name: string) => readonly [number, number];
  /** The names of all own fields, for the few places where names are data. */
  readonly names: () => readonly string[];
  /** Reads a field only where it is there. */
  readonly maybe: <Value>(name: string, read: (name: string) => Value) => Value | undefined;
};

/** Fields of one object, with what was wrong so far. */
export function createFields(json: unknown, path: string, problems: FieldProblem[]): Fields {
  const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
  if (!isObject) note(problems, "malformed", path);
  const at = (name: string): string => (path === "" ? name : `${path}.${name}`);
  const get = (name: string): unknown =>
    isObject ? Object.getOwnPropertyDescriptor(json, name)?.value : undefined;
  const fail = <Value>(name: string, value: Value, type: FieldProblem["type"] = "malformed"): Value => {
    note(problems, get(name) === undefined ? "missing" : type, at(name));
    return value;
  };
  const text = (name: string): string => {
    const value = get(name);
    if (typeof value !== "string") return fail(name, "");
    return value.length > MOST_TEXT ? fail(name, "", "too-large") : value;
  };
  const id = (name: string): string => {
    const value = text(name);
    return isId(value) ? value : fail(name, "-");
  };
  const number = (name: string, least: number, most: number): number => {
    const value = get(name);
    return typeof value === "number" && value >= least && value <= most ? value : fail(name, least);
  };
  const integer = (name: string, least: number): number => {
    const value = number(name, least, Number.MAX_SAFE_INTEGER);
    return Number.isSafeInteger(value) ? value : fail(name, least);
  };
  const items = (name: string): readonly unknown[] => {
    const value = get(name);
    if (!Array.isArray(value)) return fail(name, []);
    return value.length > MOST_ITEMS ? fail(name, [], "too-large") : value;
  };
  return {
    text,
    id,
    number,
    integer,
    flag: (name) => {
      const value = get(name);
      return typeof value === "boolean" ? value : fail(name, false);
    },
    choice: (name, choices) => choices.find((choice) => choice === get(name)) ?? fail(name, choices[0]),
    nested: (name) => createFields(get(name), at(name), problems),
    list: (name, read) =>
      Array.from(items(name), (item, index) => read(createFields(item, `${at(name)}[${index}]`, problems))),
    ids: (name) => Array.from(items(name), (item) => (isId(item) ? item : fail(name, "-"))),
    pair: (name) => readPair(items(name)) ?? fail(name, [0, 0]),
    names: () => (isObject ? Object.keys(json) : []),
    maybe: (name, read) => (get(name) === undefined ? undefined : read(name)),
  };
}

function isId(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= MOST_ID;
}

function readPair([start, end]: readonly unknown[]): readonly [number, number] | undefined {
  if (typeof start !== "number" || typeof end !== "number") return undefined;
  const isPair = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end >= start;
  return isPair ? [start, end] : undefined;
}

function note(problems: FieldProblem[], type: FieldProblem["type"], path: string): void {
  if (problems.length === 0) problems.push({ type, path });
}

type Defined<Shape> = { [Name in keyof Shape]?: Exclude<Shape[Name], undefined> };

/** The same fields without those that are undefined, so that absent stays absent. */
export function dropUndefined<const Shape extends object>(fields: Shape): Defined<Shape>;
export function dropUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
