/** A field for a passphrase: hidden until shown, with a hint when Caps Lock is on. Shown or not, no service reads it. */

import { useState } from "react";
import type { KeyboardEvent, ReactElement, ReactNode } from "react";
import { Button } from "../kit/Button.tsx";
import { CONTROL_CLASS, CONTROL_HEIGHT } from "../kit/control-style.ts";
import { Field } from "../kit/Field.tsx";
import { PATIENT_TEXT_ATTRIBUTES } from "../kit/patient-text-attributes.ts";
import { vaultText } from "../text/vault.ts";

export type PassphraseFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  /** For the only field of a screen that was opened to type into it. */
  readonly isFocused?: boolean;
};

/**
 * A shown passphrase would otherwise be sent to spelling services, as some browsers did. Browsers are not invited to
 * keep it either, because what they keep they carry to other devices; pasting from a password manager works.
 */
export function PassphraseField(props: PassphraseFieldProps): ReactElement {
  const { label, value, onChange, help, error, isFocused = false } = props;
  const [isShown, setShown] = useState(false);
  const [hasCapsLock, setCapsLock] = useState(false);
  const watchKeys = (event: KeyboardEvent): void => setCapsLock(event.getModifierState("CapsLock"));
  return (
    <Field label={label} help={help} error={error}>
      {(wiring) => (
        <>
          <span className="relative block">
            <input
              {...wiring}
              {...PATIENT_TEXT_ATTRIBUTES}
              type={isShown ? "text" : "password"}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the screen was opened to type into this field
              autoFocus={isFocused}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              onKeyDown={watchKeys}
              onKeyUp={watchKeys}
              onBlur={() => setCapsLock(false)}
              className={`${CONTROL_CLASS} ${CONTROL_HEIGHT} pe-20`}
            />
            <Button
              tone="quiet"
              size="small"
              aria-pressed={isShown}
              aria-label={`${vaultText.show}: ${label}`}
              onClick={() => setShown(!isShown)}
              className="absolute inset-y-1 end-1 my-auto"
            >
              {isShown ? vaultText.hide : vaultText.show}
            </Button>
          </span>
          <output className="text-small font-[540] text-caution empty:hidden">
            {hasCapsLock ? vaultText.capsLock : ""}
          </output>
        </>
      )}
    </Field>
  );
}
