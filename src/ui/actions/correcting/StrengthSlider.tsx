/** How strong something is: a slider with its word and its number beside it; never a percentage, it is no probability. */

import type { ReactElement } from "react";
import { Field } from "../../kit/Field.tsx";
import { strengthWord, weightWord } from "../../../domain/argument/strength/words.ts";
import { strengthWords } from "../../text/answers.ts";
import { correctionText, weightWords } from "../../text/corrections.ts";

type StrengthSliderProps = {
  readonly label: string;
  readonly help: string;
  readonly value: number;
  readonly wordOf: (value: number) => string;
  readonly onChange: (value: number) => void;
};

const STEP = 0.05;

/** Arrows move by a twentieth, Home and End to nothing and all. */
function StrengthSlider(props: StrengthSliderProps): ReactElement {
  const { label, help, value, wordOf, onChange } = props;
  const words = correctionText.amount(wordOf(value), value);
  return (
    <Field label={label} help={help}>
      {(wiring) => (
        <span className="grid grid-cols-[1fr_auto] items-center gap-3">
          <input
            {...wiring}
            type="range"
            min={0}
            max={1}
            step={STEP}
            value={value}
            aria-valuetext={words}
            onChange={(event) => onChange(event.target.valueAsNumber)}
            className="h-8 w-full min-w-0 cursor-pointer accent-accent pointer-coarse:h-11"
          />
          <output className="min-w-34 text-end text-small tabular-nums">{words}</output>
        </span>
      )}
    </Field>
  );
}

export type SliderProps = Pick<StrengthSliderProps, "value" | "onChange">;

/** What a link counts for. */
export function WeightSlider(props: SliderProps): ReactElement {
  return (
    <StrengthSlider
      {...props}
      label={correctionText.weight}
      help={correctionText.weightHelp}
      wordOf={(value) => weightWords[weightWord(value)]}
    />
  );
}

/** How well a step stands by itself. */
export function BaseSlider(props: SliderProps & { readonly label: string }): ReactElement {
  return (
    <StrengthSlider
      {...props}
      help={correctionText.baseHelp}
      wordOf={(value) => strengthWords[strengthWord(value)]}
    />
  );
}
