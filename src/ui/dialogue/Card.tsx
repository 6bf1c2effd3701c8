/** The frame of everything in the dialogue that arrows move between: focus, ring, selection. */

import type { ReactElement, ReactNode } from "react";
import { useDesk, useIsSelected } from "../desk/use-desk.ts";
import { joinClasses } from "../kit/join-classes.ts";
import { WHOLE_CASE, type DeskTarget } from "../../workbench/desk/selection.ts";

export type CardProps = {
  /** Its place among the rows. */
  readonly place: number;
  readonly label: string;
  /** What choosing the card selects; absent where there is nothing to select. */
  readonly target?: DeskTarget | undefined;
  readonly isSlim?: boolean;
  readonly children: ReactNode;
};

/** A press anywhere on it that is not on a control selects it. */
export function Card({ place, label, target, isSlim = false, children }: CardProps): ReactElement {
  const desk = useDesk();
  const isSelected = useIsSelected(target ?? WHOLE_CASE) && target !== undefined;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- arrows select it
    <article
      data-card={place}
      aria-label={label}
      aria-current={isSelected ? "true" : undefined}
      tabIndex={-1}
      onClick={(event) => {
        if (target !== undefined && !isOnControl(event.target)) desk.select(target);
      }}
      className={joinClasses(
        // What is new in one card is neither laid out nor painted with all the others.
        "rounded-panel border contain-content",
        isSlim ? "px-3 py-1.5" : "bg-surface px-4 py-3",
        isSelected ? "border-accent ring-2 ring-accent" : isSlim ? "border-transparent" : "border-line",
      )}
    >
      {children}
    </article>
  );
}

function isOnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest("button, a, input, textarea, summary, label") !== null;
}
