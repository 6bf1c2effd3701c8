/** The frame of every icon: a 24 unit grid, rounded strokes, the size and colour of the text around it. */

import type { ReactElement } from "react";

export type IconProps = { readonly path: string };

/** Decorative: the words beside it, or its button's name, say what it means. */
export function Icon({ path }: IconProps): ReactElement {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-[1.15em] shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={path} />
    </svg>
  );
}
