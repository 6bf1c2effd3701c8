/**
 * The only field for text that may be about a patient. The attributes that keep spelling, autofill and translation
 * services away cannot be set from outside, so no caller can forget them.
 */

import type { ReactElement } from "react";
import { PATIENT_TEXT_ATTRIBUTES } from "./patient-text-attributes.ts";
import { TextArea } from "./TextArea.tsx";
import type { TextAreaProps } from "./TextArea.tsx";
import { TextField } from "./TextField.tsx";
import type { TextFieldProps } from "./TextField.tsx";

type Guarded =
  | "spellCheck"
  | "autoComplete"
  | "autoCorrect"
  | "autoCapitalize"
  | "translate"
  | "name"
  | "type";

export type PatientTextFieldProps =
  | ({ readonly isMultiline: true } & Omit<TextAreaProps, Guarded>)
  | ({ readonly isMultiline?: false } & Omit<TextFieldProps, Guarded>);

/** One line or several. It has no `name`, so that no form and no form history can carry its text. */
export function PatientTextField(props: PatientTextFieldProps): ReactElement {
  if (props.isMultiline) {
    const { isMultiline: _, ...rest } = props;
    return <TextArea {...rest} {...PATIENT_TEXT_ATTRIBUTES} />;
  }
  const { isMultiline: _, ...rest } = props;
  return <TextField {...rest} {...PATIENT_TEXT_ATTRIBUTES} type="text" />;
}
