/** A choice of one among a few, by the browser's own list: it works with every keyboard, reader and thumb. */

import type { ComponentProps, ReactElement } from "react";
import { CONTROL_CLASS, CONTROL_HEIGHT } from "./control-style.ts";
import { Field } from "./Field.tsx";
import type { FieldFrameProps } from "./Field.tsx";
import { ChevronDownIcon } from "./icons/arrows.tsx";

export type SelectOption = { readonly id: string; readonly label: string };

export type SelectProps = FieldFrameProps &
  Omit<
    ComponentProps<"select">,
    "className" | "children" | "id" | "value" | "onChange" | "onSelect" | "multiple"
  > & {
    readonly options: readonly SelectOption[];
    readonly selectedId: string;
    readonly onSelect: (id: string) => void;
  };

/** A native select in the field frame. */
export function Select(props: SelectProps): ReactElement {
  const { label, help, error, isLabelHidden, options, selectedId, onSelect, ...native } = props;
  return (
    <Field label={label} help={help} error={error} isLabelHidden={isLabelHidden}>
      {(wiring) => (
        <span className="relative block">
          <select
            {...native}
            {...wiring}
            value={selectedId}
            onChange={(event) => onSelect(event.target.value)}
            className={`${CONTROL_CLASS} ${CONTROL_HEIGHT} appearance-none truncate pe-9`}
          >
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
          </select>
          <span className="pointer-events-none absolute inset-y-0 end-3 grid place-items-center text-ink-soft">
            <ChevronDownIcon />
          </span>
        </span>
      )}
    </Field>
  );
}
