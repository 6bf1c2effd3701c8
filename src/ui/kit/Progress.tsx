/** How far a long job is: amount done, time left, and a place for pause and cancel. */

import { useId } from "react";
import type { ReactElement, ReactNode } from "react";

export type ProgressProps = {
  readonly label: string;
  /** Share done in [0, 1]; absent while it cannot be known. */
  readonly share?: number | undefined;
  /** The amount in words, such as "1.2 of 3.4 GB". */
  readonly amount?: string | undefined;
  /** The time left in words; see time-left.ts for how to come by it. */
  readonly timeLeft?: string | undefined;
  /** Pause, resume, cancel. */
  readonly actions?: ReactNode;
};

const UNKNOWN_CLASS = "w-[30%] animate-shuttle motion-reduce:w-full motion-reduce:opacity-40";

/** A labelled bar. Without a share it moves to and fro, or is evenly pale for whoever wants less motion. */
export function Progress({ label, share, amount, timeLeft, actions }: ProgressProps): ReactElement {
  const labelId = useId();
  const percent = share === undefined ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span id={labelId} className="font-[560]">
          {label}
        </span>
        {percent !== undefined && <span className="text-small text-ink-soft tabular-nums">{percent} %</span>}
      </div>
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native progress cannot be drawn alike in every browser
        role="progressbar"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={[amount, timeLeft].filter((part) => part !== undefined).join(", ") || undefined}
        className="h-2.5 overflow-hidden rounded-full border border-line-strong/60 bg-sunken forced-colors:border-[CanvasText]"
      >
        <div
          className={`h-full rounded-full bg-accent forced-color-adjust-none transition-[width] duration-300 forced-colors:bg-[Highlight] ${percent === undefined ? UNKNOWN_CLASS : ""}`}
          style={percent === undefined ? undefined : { width: `${percent}%` }}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-small text-ink-soft tabular-nums">
        <span className="flex flex-wrap gap-x-3">
          {amount !== undefined && <span>{amount}</span>}
          {timeLeft !== undefined && <span>{timeLeft}</span>}
        </span>
        {actions !== undefined && <span className="flex flex-wrap gap-2">{actions}</span>}
      </div>
    </div>
  );
}
