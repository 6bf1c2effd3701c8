/**
 * Two panes and a divider that moves by pointer and by keyboard (arrows, Page Up and Down, Home, End; a double click
 * puts it back). Where there is no room for two panes they stand one above the other and the divider goes away.
 */

import { useId, useRef, useState } from "react";
import type { CSSProperties, KeyboardEvent, PointerEvent, ReactElement, ReactNode } from "react";
import { clampShare, shareAfterKey, shareAtPointer } from "./splitter-maths.ts";

export type SplitterProps = {
  /** What the divider changes, such as "Width of the dialogue". */
  readonly label: string;
  readonly first: ReactNode;
  readonly second: ReactNode;
  readonly initialShare?: number;
  /** Smallest and largest share of the first pane. */
  readonly least?: number;
  readonly most?: number;
  /** Told when the divider comes to rest, so that its place can be remembered. */
  readonly onShareChange?: (share: number) => void;
};

/** The panes scroll on their own; the splitter takes the height it is given. */
export function Splitter(props: SplitterProps): ReactElement {
  const { label, first, second, initialShare = 0.5, least = 0.25, most = 0.75, onShareChange } = props;
  const limits = { least, most };
  const frame = useRef<HTMLDivElement>(null);
  const firstId = useId();
  const [share, setShare] = useState(() => clampShare(initialShare, limits));
  const rest = (next: number): void => {
    setShare(next);
    onShareChange?.(next);
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const box = frame.current?.getBoundingClientRect();
    if (box && event.currentTarget.hasPointerCapture(event.pointerId))
      setShare(shareAtPointer(event.clientX, box.left, box.width, limits));
  };
  const pressKey = (event: KeyboardEvent): void => {
    const next = shareAfterKey(event.key, share, limits);
    if (next === undefined) return;
    event.preventDefault();
    rest(next);
  };
  const style: CSSProperties & { "--share": string } = { "--share": `${share * 100}%` };
  return (
    <div className="@container h-full min-h-0">
      <div ref={frame} style={style} className="flex h-full min-h-0 flex-col @3xl:flex-row">
        <div
          id={firstId}
          className="min-h-0 min-w-0 flex-1 @3xl:flex-none @3xl:basis-(--share) @3xl:overflow-auto"
        >
          {first}
        </div>
        <div
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a rule cannot be moved
          role="separator"
          aria-label={label}
          aria-controls={firstId}
          aria-orientation="vertical"
          aria-valuemin={Math.round(least * 100)}
          aria-valuemax={Math.round(most * 100)}
          aria-valuenow={Math.round(share * 100)}
          tabIndex={0}
          onKeyDown={pressKey}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          onLostPointerCapture={() => onShareChange?.(share)}
          onDoubleClick={() => rest(clampShare(initialShare, limits))}
          className="group relative hidden w-3 shrink-0 cursor-col-resize touch-none place-items-center @3xl:grid print:hidden"
        >
          <span className="absolute inset-y-0 w-px bg-line group-hover:bg-accent group-focus-visible:bg-accent" />
          <span className="relative h-10 w-1.5 rounded-full border border-surface bg-line-strong group-hover:bg-accent group-focus-visible:bg-accent forced-colors:bg-[CanvasText]" />
        </div>
        <div className="min-h-0 min-w-0 flex-1 @3xl:overflow-auto">{second}</div>
      </div>
    </div>
  );
}
