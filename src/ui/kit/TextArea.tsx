/** A field of several lines for text about the app. Patient text: see PatientTextField. */

import type { ComponentProps, ReactElement } from "react";
import { CONTROL_CLASS } from "./control-style.ts";
import { Field } from "./Field.tsx";
import type { FieldFrameProps } from "./Field.tsx";

export type TextAreaProps = FieldFrameProps &
  Omit<ComponentProps<"textarea">, "className" | "id" | "aria-describedby" | "aria-invalid">;

/** A native textarea in the field frame; it grows with its text where the browser can. */
export function TextArea({
  label,
  help,
  error,
  isLabelHidden,
  rows = 3,
  ...native
}: TextAreaProps): ReactElement {
  return (
    <Field label={label} help={help} error={error} isLabelHidden={isLabelHidden}>
      {(wiring) => (
        <textarea
          {...native}
          {...wiring}
          rows={rows}
          className={`${CONTROL_CLASS} field-sizing-content max-h-[60vh] resize-y`}
          style={{ minHeight: `calc(${rows} * 1.55em + 1.125rem)` }}
        />
      )}
    </Field>
  );
}
