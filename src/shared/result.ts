/**
 * Expected failures are values. A `Result` and the error inside it are plain data, so the same value
 * survives a worker hop, a store and a JSON file. Bugs do not travel this way: they throw.
 */

export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** Wraps a success. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps an expected failure; `error` should be a plain object tagged by `type`. */
export function err<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error };
}
