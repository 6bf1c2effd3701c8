/** What a field of the run choices may say. */

/** Bounds of the fields; the engine's own limits are wider. */
export const CHOICE_BOUNDS = {
  seed: { least: 0, most: 4_294_967_295, step: 1 },
  temperature: { least: 0, most: 1.5, step: 0.1 },
  thinkingTokens: { least: 100, most: 4000, step: 100 },
} as const;

/** The number in a field, held to its bounds; undefined where there is none. */
export function readChoice(text: string, field: keyof typeof CHOICE_BOUNDS): number | undefined {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return undefined;
  const { least, most } = CHOICE_BOUNDS[field];
  const held = Math.min(most, Math.max(least, value));
  return field === "temperature" ? held : Math.round(held);
}
