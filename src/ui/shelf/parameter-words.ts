/** The size of a model as people say it. */

/** "4.2 billion", "600 million". */
export function parametersToWords(parameters: number): string {
  if (parameters >= 1e9) return `${Number((parameters / 1e9).toFixed(1))} billion`;
  return `${Math.round(parameters / 1e6)} million`;
}
