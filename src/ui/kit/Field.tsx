/** The frame of every form control: label above, help below, the error beside it; ids wired so that all of it is heard. */

import { useId } from "react";
import type { ReactElement, ReactNode } from "react";
import { CriticalIcon } from "./icons/signs.tsx";

export type FieldFrameProps = {
  readonly label: string;
  /** Help that is always there. */
  readonly help?: ReactNode;
  /** What is wrong and how to mend it; absent when nothing is. */
  readonly error?: string | undefined;
  readonly isLabelHidden?: boolean | undefined;
};

export type FieldWiring = {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
};

export type FieldProps = FieldFrameProps & {
  /** Draws the control with the wiring spread on it. */
  readonly children: (wiring: FieldWiring) => ReactNode;
};

/** Label, control, help, error. */
export function Field({ label, help, error, isLabelHidden = false, children }: FieldProps): ReactElement {
  const id = useId();
  const describedBy = [help !== undefined && `${id}-help`, error !== undefined && `${id}-error`];
  const wiring: FieldWiring = {
    id,
    "aria-describedby": describedBy.filter(Boolean).join(" ") || undefined,
    "aria-invalid": error === undefined ? undefined : true,
  };
  return (
    <div className="grid min-w-0 grid-cols-1 gap-1.5">
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "text-small font-[580]"}>
        {label}
      </label>
      {children(wiring)}
      {help !== undefined && (
        <div id={`${id}-help`} className="text-small text-ink-faint">
          {help}
        </div>
      )}
      {error !== undefined && (
        <div id={`${id}-error`} className="flex gap-1.5 text-small font-[540] text-critical">
          <span className="pt-0.5">
            <CriticalIcon />
          </span>
          {error}
        </div>
      )}
    </div>
  );
}
