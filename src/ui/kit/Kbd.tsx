/** Keys as they are printed on the keyboard. */

import type { ReactElement } from "react";

export type KbdProps = {
  /** Pressed together, in order, such as ["Ctrl", "K"]. */
  readonly keys: readonly string[];
  /** On a dark bubble. */
  readonly isInverted?: boolean;
};

/** One key cap for each key. */
export function Kbd({ keys, isInverted = false }: KbdProps): ReactElement {
  const look = isInverted ? "border-current/40" : "border-line-strong/60 bg-surface text-ink-soft";
  return (
    <kbd className="inline-flex gap-1 font-sans">
      {keys.map((key) => (
        <kbd
          key={key}
          className={`inline-grid min-w-5 place-items-center rounded-small border border-b-2 px-1 font-sans text-fine leading-[1.35] font-[540] ${look}`}
        >
          {key}
        </kbd>
      ))}
    </kbd>
  );
}
