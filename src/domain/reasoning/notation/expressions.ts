/** Grammar expressions as plain data: what both engine formats can say, and nothing more. */

/** Code points, both ends included. */
export type CodeRange = readonly [from: number, to: number];
export type Expression =
  | { readonly type: "literal"; readonly text: string }
  | { readonly type: "class"; readonly negated: boolean; readonly ranges: readonly CodeRange[] }
  | { readonly type: "rule"; readonly name: string }
  | { readonly type: "sequence"; readonly parts: readonly Expression[] }
  | { readonly type: "choice"; readonly options: readonly Expression[] }
  | { readonly type: "repeat"; readonly of: Expression; readonly min: number; readonly max?: number };

/** Rules by name; `root` is where it starts. */
export type Grammar = ReadonlyMap<string, Expression>;

/** Exactly this text. */
export const literal = (text: string): Expression => ({ type: "literal", text });
/** Another rule. */
export const named = (name: string): Expression => ({ type: "rule", name });
/** One after the other. */
export const sequence = (...parts: readonly Expression[]): Expression => ({ type: "sequence", parts });
/** One of several; of one, just that. */
export const choice = (...options: readonly Expression[]): Expression => {
  const [only, ...others] = options;
  return only !== undefined && others.length === 0 ? only : { type: "choice", options };
};
/** So many times, without an upper end when none is given. */
export const repeat = (of: Expression, min: number, max?: number): Expression =>
  max === undefined ? { type: "repeat", of, min } : { type: "repeat", of, min, max };
/** Once or not at all. */
export const optional = (of: Expression): Expression => repeat(of, 0, 1);
/** A stretch of code points. */
export const range = (from: number, to = from): CodeRange => [from, to];
/** One character of these. */
export const oneOf = (ranges: readonly CodeRange[]): Expression => ({
  type: "class",
  negated: false,
  ranges,
});
/** One character that is none of these. */
export const noneOf = (ranges: readonly CodeRange[]): Expression => ({
  type: "class",
  negated: true,
  ranges,
});
