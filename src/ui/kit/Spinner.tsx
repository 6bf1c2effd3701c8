/** A turning ring for "working, length unknown". It stands still when the reader asked for less motion. */

import type { ReactElement } from "react";

/** Decorative: whoever shows it says in words what is going on. */
export function Spinner(): ReactElement {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className="size-[1.1em] shrink-0 animate-spin" fill="none">
      <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeWidth="2" opacity="0.3" />
      <path d="M8 1.75A6.25 6.25 0 0 1 14.25 8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
