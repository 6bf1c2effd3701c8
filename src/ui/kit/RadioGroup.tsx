/** A choice of one among a few that should all be seen at once. Native radios: arrows move, space chooses. */

import { useId } from "react";
import type { ReactElement } from "react";

export type RadioOption = {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly isDisabled?: boolean;
};

export type RadioGroupProps = {
  readonly label: string;
  readonly options: readonly RadioOption[];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly isRow?: boolean;
};

/** A fieldset with its legend; each option is one large target. */
export function RadioGroup(props: RadioGroupProps): ReactElement {
  const { label, options, selectedId, onSelect, isRow = false } = props;
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-small font-[580]">{label}</legend>
      <div className={isRow ? "flex flex-wrap gap-2" : "grid grid-cols-1 gap-2"}>
        {options.map((option) => (
          <label
            key={option.id}
            className="grid min-h-10 grid-cols-[auto_1fr] items-start gap-x-2.5 rounded-control border border-line-strong/60 bg-surface px-3 py-2 shadow-control hover:border-ink-soft has-checked:border-accent has-checked:bg-accent-soft has-disabled:bg-sunken has-disabled:text-ink-faint has-disabled:shadow-none pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={name}
              checked={option.id === selectedId}
              disabled={option.isDisabled}
              onChange={() => onSelect(option.id)}
              aria-describedby={option.help === undefined ? undefined : `${name}-${option.id}`}
              aria-label={option.label}
              className="mt-[0.22em] size-4 accent-accent"
            />
            <span>{option.label}</span>
            {option.help !== undefined && (
              <span id={`${name}-${option.id}`} className="col-start-2 text-small text-ink-soft">
                {option.help}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
