/** Which groups of a recovery code are typed back, and whether they are right. */

/** Two different places; the code itself is random, so it chooses. */
export function askedGroups(code: string): readonly [number, number] {
  const groups = code.split("-");
  const sum = Array.from(code, (character) => character.charCodeAt(0)).reduce((one, other) => one + other, 0);
  const first = sum % groups.length;
  const second = (first + 1 + (sum % (groups.length - 1))) % groups.length;
  return first < second ? [first, second] : [second, first];
}

/** Small letters, spaces and the letters that look like digits count as what was meant, as when unlocking. */
export function isSameGroup(code: string, group: number, typed: string): boolean {
  return toCharacters(typed) === toCharacters(code.split("-")[group] ?? "");
}

function toCharacters(text: string): string {
  return text.toUpperCase().replaceAll(/[\s-]/gu, "").replaceAll("O", "0").replaceAll(/[IL]/gu, "1");
}
