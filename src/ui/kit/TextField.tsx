/** A field of one line for text about the app, such as a name in settings. Patient text: see PatientTextField. */

import type { ComponentProps, ReactElement } from "react";
import { CONTROL_CLASS, CONTROL_HEIGHT } from "./control-style.ts";
import { Field } from "./Field.tsx";
import type { FieldFrameProps } from "./Field.tsx";

export type TextFieldProps = FieldFrameProps &
  Omit<ComponentProps<"input">, "className" | "id" | "aria-describedby" | "aria-invalid">;

/** A native input in the field frame. */
export function TextField({ label, help, error, isLabelHidden, ...native }: TextFieldProps): ReactElement {
  return (
    <Field label={label} help={help} error={error} isLabelHidden={isLabelHidden}>
      {(wiring) => <input {...native} {...wiring} className={`${CONTROL_CLASS} ${CONTROL_HEIGHT}`} />}
    </Field>
  );
}
