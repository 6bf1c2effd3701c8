/** Seed, temperature, thinking and its budget, beside the button that runs. */

import { useState } from "react";
import type { ReactElement } from "react";
import type { CaseRunChoices, ScriptPace } from "../../workbench/case-run/run-source.ts";
import { Select } from "../kit/Select.tsx";
import { Switch } from "../kit/Switch.tsx";
import { TextField } from "../kit/TextField.tsx";
import { paceWords, runText } from "../text/run.ts";
import { CHOICE_BOUNDS, readChoice } from "./run-choices.ts";

export type RunChoicesFormProps = {
  readonly choices: CaseRunChoices;
  readonly isScript: boolean;
  readonly onChange: (choices: CaseRunChoices) => void;
};

/** For a script only what makes a difference to it. */
export function RunChoicesForm({ choices, isScript, onChange }: RunChoicesFormProps): ReactElement {
  return (
    <div className="grid gap-4">
      <Switch
        label={runText.thinking}
        help={runText.thinkingHelp}
        isOn={choices.isThinking}
        onChange={(isThinking) => onChange({ ...choices, isThinking })}
      />
      {isScript ? (
        <>
          <PaceField pace={choices.pace} onChange={(pace) => onChange({ ...choices, pace })} />
          <p className="text-small text-ink-soft sm:hidden">{runText.scriptMore}</p>
        </>
      ) : (
        <>
          {choices.isThinking && (
            <NumberField
              field="thinkingTokens"
              label={runText.budget}
              help={runText.budgetHelp}
              value={choices.thinkingTokens ?? 1500}
              onChange={(thinkingTokens) => onChange({ ...choices, thinkingTokens })}
            />
          )}
          <NumberField
            field="seed"
            label={runText.seed}
            help={runText.seedHelp}
            value={choices.seed}
            onChange={(seed) => onChange({ ...choices, seed })}
          />
          <NumberField
            field="temperature"
            label={runText.temperature}
            help={runText.temperatureHelp}
            value={choices.temperature}
            onChange={(temperature) => onChange({ ...choices, temperature })}
          />
        </>
      )}
    </div>
  );
}

const PACES: readonly ScriptPace[] = ["reading", "fast", "at-once"];

type PaceFieldProps = { readonly pace: ScriptPace; readonly onChange: (pace: ScriptPace) => void };

function PaceField({ pace, onChange }: PaceFieldProps): ReactElement {
  return (
    <Select
      label={runText.pace}
      help={runText.scriptChoices}
      options={PACES.map((id) => ({ id, label: paceWords[id] }))}
      selectedId={pace}
      onSelect={(id) => onChange(PACES.find((known) => known === id) ?? pace)}
    />
  );
}

type NumberFieldProps = {
  readonly field: keyof typeof CHOICE_BOUNDS;
  readonly label: string;
  readonly help: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

/** What is typed stays as typed until the field is left; then it shows what counts. */
function NumberField({ field, label, help, value, onChange }: NumberFieldProps): ReactElement {
  const [text, setText] = useState(String(value));
  const { least, most, step } = CHOICE_BOUNDS[field];
  return (
    <TextField
      type="number"
      label={label}
      help={help}
      min={least}
      max={most}
      step={step}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        const read = readChoice(event.target.value, field);
        if (read !== undefined) onChange(read);
      }}
      onBlur={() => setText(String(value))}
    />
  );
}
