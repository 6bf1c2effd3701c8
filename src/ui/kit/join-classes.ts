/** Joins class names, leaving out what a condition switched off. */
export function joinClasses(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
