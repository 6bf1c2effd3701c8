/** Accept, reject or unsure; of the answer to a case: right, wrong or unsure. */

import type { ReactElement } from "react";
import type { Verdict } from "../../domain/annotations/marks.ts";
import { RadioGroup } from "../kit/RadioGroup.tsx";
import { answerVerdictNames, markFormText, verdictNames } from "../text/marks.ts";

export type VerdictFieldProps = {
  readonly isOnAnswer: boolean;
  readonly verdict: Verdict | undefined;
  readonly onChange: (verdict: Verdict | undefined) => void;
};

const VERDICTS: readonly Verdict[] = ["accept", "reject", "unsure"];

/** A mark need not judge. */
export function VerdictField({ isOnAnswer, verdict, onChange }: VerdictFieldProps): ReactElement {
  const names = isOnAnswer ? answerVerdictNames : verdictNames;
  return (
    <RadioGroup
      isRow
      label={markFormText.verdict}
      options={[
        ...VERDICTS.map((id) => ({ id, label: names[id] })),
        { id: "", label: markFormText.noVerdict },
      ]}
      selectedId={verdict ?? ""}
      onSelect={(id) => onChange(VERDICTS.find((known) => known === id))}
    />
  );
}
