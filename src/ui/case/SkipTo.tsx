/** A way past a panel that holds hundreds of stops, for whoever goes on by Tab. */

import type { ReactElement, RefObject } from "react";

export type SkipToProps = {
  readonly label: string;
  readonly place: RefObject<HTMLElement | null>;
};

/** Seen only while it has the focus. */
export function SkipTo({ label, place }: SkipToProps): ReactElement {
  return (
    <button
      type="button"
      onClick={() => place.current?.focus()}
      className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-0 focus:z-30 focus:rounded-control focus:border focus:border-line-strong focus:bg-surface focus:px-3 focus:py-1.5 focus:text-small focus:font-[560] focus:shadow-control"
    >
      {label}
    </button>
  );
}
