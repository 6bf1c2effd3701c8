/**
 * A bar for a strength between nothing and full. It says in words how much; it never shows a percentage, because a
 * strength is not a probability of disease.
 */

import type { ReactElement } from "react";

export type MeterProps = {
  readonly label: string;
  /** In [0, 1]; anything else is drawn at the nearer end. */
  readonly value: number;
  /** The value in words, such as "strong". */
  readonly words: string;
  /** Where it started, drawn as a tick. */
  readonly baseline?: number | undefined;
  readonly tone?: "accent" | "positive" | "caution" | "critical" | undefined;
  /** True when the label is already on the screen beside it. */
  readonly isLabelHidden?: boolean;
};

const FILLS = {
  accent: "bg-accent",
  positive: "bg-positive",
  caution: "bg-caution",
  critical: "bg-critical",
} as const;

/** Label, words and bar. */
export function Meter(props: MeterProps): ReactElement {
  const { label, value, words, baseline, tone = "accent", isLabelHidden = false } = props;
  const share = toShare(value);
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-small">
        <span className={isLabelHidden ? "sr-only" : "font-[560]"}>{label}</span>
        <span className="text-ink-soft">{words}</span>
      </div>
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native meter cannot be drawn alike in every browser
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={share}
        aria-valuetext={words}
        data-prints-colour
        className="relative h-2.5 rounded-full border border-line-strong/60 bg-sunken forced-colors:border-[CanvasText]"
      >
        <div
          className={`h-full rounded-full forced-color-adjust-none forced-colors:bg-[Highlight] ${FILLS[tone]}`}
          style={{ width: `${share * 100}%` }}
        />
        {baseline !== undefined && (
          <div
            className="absolute -inset-y-1 w-0.5 -translate-x-1/2 bg-ink ring-2 ring-surface forced-color-adjust-none forced-colors:bg-[CanvasText]"
            style={{ left: `${toShare(baseline) * 100}%` }}
          />
        )}
      </div>
    </div>
  );
}

function toShare(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
