/** A line that is no statement, shown as it came, and the way to write by hand what it should have said. */

import { type ReactElement, useState } from "react";
import type { StatementCloseEvent } from "../../domain/record/events.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { useDesk } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { CautionIcon } from "../kit/icons/signs.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { dialogueText } from "../text/dialogue.ts";
import { Card } from "./Card.tsx";
import { lineToCorrection } from "./line-to-correction.ts";
import { Marks } from "./Marks.tsx";

export type UnreadRowProps = { readonly place: number; readonly event: StatementCloseEvent };

/** What was said stays in the record; what is written beside it is the person's. */
export function UnreadRow({ place, event }: UnreadRowProps): ReactElement {
  const [step, setStep] = useState<"shown" | "editing" | "added">("shown");
  const { isWritable } = useDeskActions();
  return (
    <Card place={place} label={dialogueText.unread}>
      <div className="grid grid-cols-1 gap-1.5">
        <p className="flex gap-1.5 text-small text-caution">
          <span className="pt-0.5">
            <CautionIcon />
          </span>
          {dialogueText.unread}
        </p>
        <p className="font-mono text-small whitespace-pre-wrap wrap-anywhere">{event.line}</p>
        <Marks marks={event.marks} />
        {step === "editing" && (
          <EditLine line={event.line} onDone={(isAdded) => setStep(isAdded ? "added" : "shown")} />
        )}
        {step === "added" && <output className="text-small text-positive">{dialogueText.lineAdded}</output>}
        {step === "shown" && isWritable && (
          <div>
            <Button size="small" onClick={() => setStep("editing")}>
              {dialogueText.editLine}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

type EditLineProps = { readonly line: string; readonly onDone: (isAdded: boolean) => void };

/** Escape discards; what is no statement yet cannot be added. */
function EditLine({ line, onDone }: EditLineProps): ReactElement {
  const desk = useDesk();
  const { settle } = useDeskActions();
  const [text, setText] = useState(line);
  const sentences = desk.case.getState().view.state.text?.byId;
  const correction = lineToCorrection(text, new Set(sentences?.keys()));
  const save = async (): Promise<void> => {
    if (correction !== undefined && (await settle(desk.correct(correction)))) onDone(true);
  };
  return (
    <div className="grid gap-2">
      <PatientTextField
        isMultiline
        rows={2}
        label={dialogueText.lineField}
        help={dialogueText.lineHelp}
        value={text}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for, from the button of this row
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone(false);
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" tone="primary" disabled={correction === undefined} onClick={() => void save()}>
          {dialogueText.addLine}
        </Button>
        <Button size="small" tone="quiet" onClick={() => onDone(false)}>
          {dialogueText.cancel}
        </Button>
        <output className="text-small text-ink-soft">
          {correction === undefined ? dialogueText.noLine : ""}
        </output>
      </div>
    </div>
  );
}
