/** A new passphrase, typed twice, with its worth said while it is typed. */

import { useState } from "react";
import type { ReactElement } from "react";
import { Meter } from "../kit/Meter.tsx";
import { vaultText } from "../text/vault.ts";
import {
  type PassphraseStrength,
  readPassphraseStrength,
} from "../../workbench/vault/passphrase-strength.ts";
import { PassphraseField } from "./PassphraseField.tsx";

export type NewPassphrase = { readonly text: string; readonly again: string };

export const EMPTY_PASSPHRASE: NewPassphrase = { text: "", again: "" };

/** Whether it can be taken as it stands. */
export function isUsable({ text, again }: NewPassphrase): boolean {
  const { type } = readPassphraseStrength(text);
  return (type === "enough" || type === "strong") && text === again;
}

export type NewPassphraseFieldsProps = {
  readonly label: string;
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  /** Somebody tried to go on: say what is missing. */
  readonly isTried: boolean;
  readonly isFocused?: boolean;
};

const SHARES = { empty: 0, short: 0.2, repeated: 0.2, enough: 0.65, strong: 1 } as const;
const TONES = {
  empty: "accent",
  short: "critical",
  repeated: "critical",
  enough: "caution",
  strong: "positive",
} as const satisfies Record<PassphraseStrength["type"], unknown>;

/** Two fields and a bar with its word. */
export function NewPassphraseFields(props: NewPassphraseFieldsProps): ReactElement {
  const { label, value, onChange, isTried, isFocused = false } = props;
  const [hasLeft, setLeft] = useState(false);
  const strength = readPassphraseStrength(value.text);
  const isShort = strength.type !== "enough" && strength.type !== "strong";
  const isUnlike = value.text !== value.again && ((isTried && !isShort) || (hasLeft && value.again !== ""));
  return (
    <>
      <div className="grid gap-2">
        <PassphraseField
          isFocused={isFocused}
          label={label}
          value={value.text}
          onChange={(text) => onChange({ ...value, text })}
          error={isTried && isShort ? vaultText.tooEasy : undefined}
        />
        <Meter
          label={vaultText.strengthLabel}
          isLabelHidden
          value={SHARES[strength.type]}
          tone={TONES[strength.type]}
          words={vaultText.strength(strength)}
        />
      </div>
      <div onBlur={() => setLeft(true)}>
        <PassphraseField
          label={vaultText.passphraseAgain}
          value={value.again}
          onChange={(again) => onChange({ ...value, again })}
          error={isUnlike ? vaultText.notTheSame : undefined}
        />
      </div>
    </>
  );
}
