/** The fields behind the bars: `| key: value`, in any order. */
import { COMMON_TAIL, EDGE_TAIL, type TailField } from "./forms.ts";
import { trimBlanks } from "./escapes.ts";
import { short } from "./numbers.ts";
import type { StatementFlag } from "./statement.ts";

/** Values by key, still spelled as on the line; what has no place is flagged and stays readable in the line. */
export function readTail(
  own: readonly TailField[],
  pieces: readonly string[],
  flag: (flag: StatementFlag) => void,
): ReadonlyMap<string, readonly string[]> {
  const fields = own === EDGE_TAIL ? own : [...own, ...COMMON_TAIL];
  const values = new Map<string, string[]>();
  for (const piece of pieces) {
    const colon = piece.indexOf(":");
    const key = trimBlanks(colon < 0 ? piece : piece.slice(0, colon)).toLowerCase();
    const field = colon < 0 ? undefined : fields.find((candidate) => candidate.key === key);
    const known = values.get(key);
    if (field === undefined) flag({ type: "unknown-field", field: short(key) });
    else if (known === undefined) values.set(key, [trimBlanks(piece.slice(colon + 1))]);
    else if (field.many === true) known.push(trimBlanks(piece.slice(colon + 1)));
    else flag({ type: "repeated-field", field: key });
  }
  return values;
}
