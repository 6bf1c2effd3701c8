/** An object with a property only when there is a value for it, which is what optional means in the graph. */
export function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [key in Name]?: Value } {
  const pair: { [key in Name]?: Value } = {};
  if (value !== undefined) pair[name] = value;
  return pair;
}
