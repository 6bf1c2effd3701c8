/**
 * Choose one of many by typing part of its name. The field may be used on a case, so what is typed is guarded like
 * patient text. Load it on demand.
 */

import type { ReactElement, ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from "react-aria-components/ComboBox";
import { CONTROL_CLASS, CONTROL_HEIGHT } from "./control-style.ts";
import { ChevronDownIcon } from "./icons/arrows.tsx";
import { CheckIcon } from "./icons/signs.tsx";
import { CHOICE_CLASS, FLOATING_CLASS } from "./overlay-style.ts";
import { PATIENT_TEXT_ATTRIBUTES } from "./patient-text-attributes.ts";

export type ComboboxOption = {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
};

export type ComboboxProps = {
  readonly label: string;
  readonly options: readonly ComboboxOption[];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
  readonly help?: ReactNode;
  readonly placeholder?: string;
  /** Shown when nothing matches. */
  readonly noMatch: string;
};

/** A field with a list under it; the list narrows with every letter. */
export function Combobox(props: ComboboxProps): ReactElement {
  const { label, options, selectedId, onSelect, help, placeholder, noMatch } = props;
  return (
    <ComboBox
      value={selectedId ?? null}
      // The list is not there yet when the field is first drawn, and so cannot name what was chosen before.
      defaultInputValue={options.find(({ id }) => id === selectedId)?.label ?? ""}
      onChange={(key) => onSelect(key === null ? undefined : String(key))}
      allowsEmptyCollection
      className="grid min-w-0 grid-cols-1 gap-1.5"
    >
      <Label className="text-small font-[580]">{label}</Label>
      <div className="relative">
        <Input
          {...(placeholder === undefined ? {} : { placeholder })}
          {...PATIENT_TEXT_ATTRIBUTES}
          className={`${CONTROL_CLASS} ${CONTROL_HEIGHT} pe-10`}
        />
        <Button className="absolute inset-y-1 end-1 grid w-8 place-items-center rounded-small text-ink-soft hover:bg-hover">
          <ChevronDownIcon />
        </Button>
      </div>
      {help !== undefined && (
        <Text slot="description" className="text-small text-ink-faint">
          {help}
        </Text>
      )}
      <Popover offset={4} className={`${FLOATING_CLASS} w-(--trigger-width)`}>
        <ListBox
          items={options}
          className="max-h-72 overflow-auto p-1.5 outline-none"
          renderEmptyState={() => <p className="px-2 py-3 text-small text-ink-soft">{noMatch}</p>}
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={CHOICE_CLASS}>
              {({ isSelected }) => (
                <>
                  <span className="text-accent">{isSelected && <CheckIcon />}</span>
                  <span>{option.label}</span>
                  {option.description !== undefined && (
                    <span className="col-start-2 text-small text-ink-soft">{option.description}</span>
                  )}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
