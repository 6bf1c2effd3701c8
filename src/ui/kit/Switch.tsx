/** On or off, at once. A native checkbox underneath, so that forms, keys and forced colours just work. */

import { useId } from "react";
import type { ReactElement, ReactNode } from "react";

export type SwitchProps = {
  readonly label: string;
  readonly help?: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
};

/** The knob also carries a mark, so that on and off differ without colour. */
export function Switch({ label, help, isOn, onChange, isDisabled = false }: SwitchProps): ReactElement {
  const helpId = useId();
  return (
    <label className="grid min-h-8 grid-cols-[auto_1fr] items-start gap-x-3 has-disabled:text-ink-faint pointer-coarse:min-h-11">
      <span className="relative mt-px inline-grid">
        <input
          type="checkbox"
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a native checkbox says its own state
          role="switch"
          aria-label={label}
          checked={isOn}
          disabled={isDisabled}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={help === undefined ? undefined : helpId}
          className="peer col-start-1 row-start-1 h-5.5 w-10 appearance-none rounded-full border border-line-strong bg-sunken transition-colors checked:border-accent checked:bg-accent disabled:opacity-55 forced-colors:checked:bg-[Highlight]"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute start-[3px] top-[3px] grid size-4 place-items-center rounded-full bg-line-strong text-surface transition-transform peer-checked:translate-x-[18px] peer-checked:bg-on-accent peer-checked:text-accent forced-colors:border"
        >
          <svg viewBox="0 0 10 10" className="size-2.5" fill="none" stroke="currentColor" strokeWidth="1.75">
            {isOn ? <path d="M2 5.2 4.2 7.4 8 3" strokeLinecap="round" strokeLinejoin="round" /> : null}
          </svg>
        </span>
      </span>
      <span>{label}</span>
      {help !== undefined && (
        <span id={helpId} className="col-start-2 text-small text-ink-soft">
          {help}
        </span>
      )}
    </label>
  );
}
