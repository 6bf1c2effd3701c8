/** What the words should say instead, and what that would change. */

import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { markFormText } from "../text/marks.ts";
import { WordDiff } from "../common/WordDiff.tsx";

export type SuggestionFieldProps = {
  /** The words meant, as they are. */
  readonly text: string;
  readonly suggestion: string;
  readonly onChange: (suggestion: string) => void;
};

/** The difference is shown as it is typed. */
export function SuggestionField({ text, suggestion, onChange }: SuggestionFieldProps): ReactElement {
  const words = suggestion.trim();
  return (
    <div className="relative grid grid-cols-1 gap-2">
      <PatientTextField
        isMultiline
        rows={2}
        label={markFormText.suggestion}
        value={suggestion}
        onChange={(event) => onChange(event.target.value)}
      />
      {words === "" && text !== "" && (
        <Button
          size="small"
          tone="quiet"
          className="absolute -end-2.5 -top-1.5"
          onClick={() => onChange(text)}
        >
          {markFormText.startFromText}
        </Button>
      )}
      {words !== "" && words !== text && (
        <div className="rounded-control border border-line bg-sunken/60 px-3 py-2 text-small">
          <p className="font-[580]">{markFormText.difference}</p>
          <WordDiff before={text} after={words} />
        </div>
      )}
    </div>
  );
}
