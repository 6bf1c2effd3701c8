/** A spot that everybody in the room can see, where the presenter's pointer is. */

import { type ReactElement, useEffect, useRef } from "react";

/** Follows without drawing anything else again; out of sight until the pointer moves. */
export function Pointer(): ReactElement {
  const spot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent): void => {
      if (spot.current === null) return;
      spot.current.style.translate = `${clientX}px ${clientY}px`;
      spot.current.hidden = false;
    };
    document.addEventListener("pointermove", follow);
    return () => document.removeEventListener("pointermove", follow);
  }, []);
  return (
    <div
      ref={spot}
      hidden
      aria-hidden="true"
      data-pointer
      className="pointer-events-none fixed -top-5 -left-5 size-10 rounded-full border-4 border-critical bg-critical/25 ring-3 ring-surface forced-colors:border-[Highlight]"
    />
  );
}
