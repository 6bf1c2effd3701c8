/**
 * Fields that belong together, sent by Enter. Not a form: the page's sandbox forbids forms altogether, so that no text
 * can leave by one.
 */

import type { KeyboardEvent, ReactElement, ReactNode } from "react";

export type EnterAreaProps = {
  readonly label: string;
  readonly onEnter: () => void;
  readonly children: ReactNode;
};

/** Enter in a field of one line does what the main button does. */
export function EnterArea({ label, onEnter, children }: EnterAreaProps): ReactElement {
  const press = (event: KeyboardEvent): void => {
    const isField = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
    if (event.key !== "Enter" || !isField || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- a fieldset would draw its legend; the keys are those of the fields inside
    <div role="group" aria-label={label} onKeyDown={press} className="grid max-w-md gap-4">
      {children}
    </div>
  );
}
