/** The sign and the name. */

import type { ReactElement } from "react";

/** A speech bubble that holds a small graph: a dialogue about reasoning. */
export function Wordmark(): ReactElement {
  return (
    <>
      <svg viewBox="0 0 64 64" className="size-7" aria-hidden="true">
        <rect width="64" height="64" rx="14" className="fill-accent" />
        <path
          d="M18 18h28a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4H32l-10 9v-9h-4a4 4 0 0 1-4-4V22a4 4 0 0 1 4-4z"
          className="fill-on-accent"
        />
        <g className="fill-accent stroke-accent" strokeWidth="2.2">
          <path d="M24 30 40 25M24 30l16 5" />
          <circle cx="24" cy="30" r="2.4" />
          <circle cx="40" cy="25" r="2.4" />
          <circle cx="40" cy="35" r="2.4" />
        </g>
      </svg>
      <span className="text-lead font-[640] tracking-[-0.012em]">Curbside</span>
    </>
  );
}
