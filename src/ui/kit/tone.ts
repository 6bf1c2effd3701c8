/** The tones of a message: what kind of attention it asks for. Icon and words carry the same meaning as the colour. */

export type Tone = "neutral" | "accent" | "positive" | "info" | "caution" | "critical";

const TONE_CLASSES = {
  neutral: "border-line bg-sunken text-ink-soft",
  accent: "border-accent-line bg-accent-soft text-accent",
  positive: "border-positive-line bg-positive-soft text-positive",
  info: "border-info-line bg-info-soft text-info",
  caution: "border-caution-line bg-caution-soft text-caution",
  critical: "border-critical-line bg-critical-soft text-critical",
} as const satisfies Record<Tone, string>;

/** Border, tint and ink of a tone. */
export function toneClass(tone: Tone): string {
  return TONE_CLASSES[tone];
}
