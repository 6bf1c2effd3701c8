/** Small parts for checking JSON of unknown origin against a type: each names every place that does not fit. */

export type ShapeProblem = { readonly path: string; readonly expected: string };

/** A check that says where it failed; on success the value has the type. */
export type Shape<Type> = {
  readonly check: (json: unknown, path: string, problems: ShapeProblem[]) => json is Type;
  readonly isOptional?: true;
};

function simple<Type>(expected: string, is: (json: unknown) => json is Type): Shape<Type> {
  return {
    check: (json, path, problems): json is Type => {
      const fits = is(json);
      if (!fits) problems.push({ path, expected });
      return fits;
    },
  };
}

/** A string that says something. */
export const words: Shape<string> = simple(
  "text",
  (json): json is string => typeof json === "string" && json.trim() !== "",
);
/** A string, perhaps empty. */
export const text: Shape<string> = simple("text", (json): json is string => typeof json === "string");
/** A finite number. */
export const number: Shape<number> = simple("number", (json): json is number => Number.isFinite(json));
/** A number in [0, 1]. */
export const share: Shape<number> = simple(
  "number from 0 to 1",
  (json): json is number => typeof json === "number" && json >= 0 && json <= 1,
);
/** A place in a text. */
export const offset: Shape<number> = simple(
  "whole number from 0",
  (json): json is number => Number.isSafeInteger(json) && Number(json) >= 0,
);
/** True or false. */
export const flag: Shape<boolean> = simple(
  "true or false",
  (json): json is boolean => typeof json === "boolean",
);
/** Nothing. */
export const nothing: Shape<null> = simple("null", (json): json is null => json === null);

/** One of a few fixed values. */
export function oneOf<const Value extends string | number | boolean>(
  ...values: readonly Value[]
): Shape<Value> {
  return simple(values.join(" | "), (json): json is Value => values.some((value) => value === json));
}

/** A field that may be missing. */
export function optional<Type>(shape: Shape<Type>): Shape<Type> {
  return { ...shape, isOptional: true };
}

/** Either of two shapes. */
export function either<First, Second>(first: Shape<First>, second: Shape<Second>): Shape<First | Second> {
  return {
    check: (json, path, problems): json is First | Second => {
      const trial: ShapeProblem[] = [];
      if (first.check(json, path, trial) || second.check(json, path, trial)) return true;
      problems.push({ path, expected: trial.map((problem) => problem.expected).join(" or ") });
      return false;
    },
  };
}

/** A list of one shape. */
export function listOf<Item>(item: Shape<Item>): Shape<readonly Item[]> {
  return {
    check: (json, path, problems): json is readonly Item[] => {
      if (!Array.isArray(json)) return fail("list", path, problems);
      const before = problems.length;
      for (const [index, entry] of json.entries()) item.check(entry, `${path}[${index}]`, problems);
      return problems.length === before;
    },
  };
}

/** A pair of two shapes. */
export function pairOf<First, Second>(
  first: Shape<First>,
  second: Shape<Second>,
): Shape<readonly [First, Second]> {
  return {
    check: (json, path, problems): json is readonly [First, Second] => {
      if (!Array.isArray(json) || json.length !== 2) return fail("pair", path, problems);
      const isFirst = first.check(json[0], `${path}[0]`, problems);
      return second.check(json[1], `${path}[1]`, problems) && isFirst;
    },
  };
}

/** An object whose every value has one shape, whatever the keys. */
export function recordOf<Value>(value: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  return {
    check: (json, path, problems): json is Readonly<Record<string, Value>> => {
      if (!isObject(json)) return fail("object", path, problems);
      const before = problems.length;
      for (const [name, entry] of Object.entries(json)) value.check(entry, `${path}.${name}`, problems);
      return problems.length === before;
    },
  };
}

/** An object with these fields; further fields are let pass. */
export function objectOf<Type extends object>(fields: {
  readonly [Name in keyof Type]-?: Shape<Type[Name]>;
}): Shape<Type> {
  const entries = Object.entries<Shape<unknown>>(fields);
  return {
    check: (json, path, problems): json is Type => {
      if (!isObject(json)) return fail("object", path, problems);
      const before = problems.length;
      const values = new Map<string, unknown>(Object.entries(json));
      for (const [name, shape] of entries) {
        if (shape.isOptional === true && !values.has(name)) continue;
        shape.check(values.get(name), path === "" ? name : `${path}.${name}`, problems);
      }
      return problems.length === before;
    },
  };
}

function fail(expected: string, path: string, problems: ShapeProblem[]): false {
  problems.push({ path, expected });
  return false;
}

function isObject(json: unknown): json is object {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
