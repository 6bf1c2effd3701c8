/** Accept, reject or unsure; of the answer to a case: right, wrong or unsure. */

import { type ReactElement, useId } from "react";
import type { Verdict } from "../../domain/annotations/marks.ts";
import { answerVerdictNames, markFormText, verdictNames } from "../text/marks.ts";

export type VerdictFieldProps = {
  readonly isOnAnswer: boolean;
  readonly verdict: Verdict | undefined;
  readonly onChange: (verdict: Verdict | undefined) => void;
};

const VERDICTS: readonly Verdict[] = ["accept", "reject", "unsure"];

/** A mark need not judge. One row of four, however narrow. */
export function VerdictField({ isOnAnswer, verdict, onChange }: VerdictFieldProps): ReactElement {
  const names = isOnAnswer ? answerVerdictNames : verdictNames;
  const name = useId();
  const options = [
    ...VERDICTS.map((id) => ({ id, label: names[id] })),
    { id: undefined, label: markFormText.noVerdict },
  ];
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-small font-[580]">{markFormText.verdict}</legend>
      <div className="grid grid-cols-4 rounded-control border border-line-strong bg-surface shadow-control">
        {options.map(({ id, label }) => (
          <label
            key={label}
            className="relative grid min-h-9.5 place-items-center border-s border-line text-small first:rounded-s-control first:border-s-0 last:rounded-e-control hover:bg-hover has-checked:bg-accent-soft has-checked:font-[620] has-checked:text-accent has-checked:underline has-checked:underline-offset-4 pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={name}
              checked={verdict === id}
              onChange={() => onChange(id)}
              aria-label={label}
              className="absolute inset-0 cursor-pointer appearance-none rounded-control"
            />
            <span className="pointer-events-none">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
