/** What a person chooses for a run, and what a field may say. */
import type { CaseRunChoices } from "../../workbench/case-run/run-source.ts";

/** Until somebody chooses otherwise. */
export const USUAL_CHOICES: CaseRunChoices = {
  seed: 1,
  temperature: 0.6,
  isThinking: true,
  thinkingTokens: 1500,
  pace: "reading",
};

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
