/** Which words of a text a mark means: they are selected in it, by pointer or with shift and the arrows. */

import { type ReactElement, type RefObject, useEffect, useRef } from "react";
import type { MarkFields } from "../actions/mark-drafts.ts";
import { Button } from "../kit/Button.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { markFormText } from "../text/marks.ts";

export type WordsFieldProps = {
  readonly text: string;
  /** Where the text begins in what is marked. */
  readonly from: number;
  readonly fields: MarkFields;
  readonly onChange: (change: Partial<MarkFields>) => void;
};

/** A caret alone changes nothing. */
export function WordsField({ text, from, fields, onChange }: WordsFieldProps): ReactElement {
  const field = useReadOnlyField();
  const select = ({ selectionStart, selectionEnd }: HTMLTextAreaElement): void => {
    const [start, end] = [placeIn(text, selectionStart), placeIn(text, selectionEnd)];
    const quote = text.slice(start, end);
    if (quote.trim() !== "" && quote !== text) onChange({ quote, start: from + start });
  };
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <PatientTextField
        isMultiline
        ref={field}
        aria-readonly
        // The keyboard of a phone would cover what there is to select, and type nothing.
        inputMode="none"
        rows={2}
        label={markFormText.words}
        help={fields.quote === "" ? markFormText.wordsHelp : undefined}
        value={text}
        onChange={() => undefined}
        onSelect={(event) => select(event.currentTarget)}
      />
      {fields.quote !== "" && (
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-small">
          <output className="min-w-0 flex-1 font-[560] wrap-anywhere">
            {markFormText.meant(fields.quote)}
          </output>
          <Button size="small" tone="quiet" onClick={() => onChange({ quote: "", start: 0 })}>
            {markFormText.allOfIt}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The attribute for it would take the caret away, and with it selecting by keyboard. */
function useReadOnlyField(): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const refuse = (event: Event): void => event.preventDefault();
    const element = field.current;
    element?.addEventListener("beforeinput", refuse);
    return () => element?.removeEventListener("beforeinput", refuse);
  }, []);
  return field;
}

/** A field counts a line end of two characters as one. */
function placeIn(text: string, place: number): number {
  let at = 0;
  for (let seen = 0; seen < place && at < text.length; seen += 1) at += text.startsWith("\r\n", at) ? 2 : 1;
  return at;
}
