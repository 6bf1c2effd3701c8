/** The words of a step, being corrected. */

import { type ReactElement, useEffect, useRef } from "react";
import type { ArgumentNode } from "../../domain/argument/graph.ts";
import { useDesk } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { dialogueText } from "../text/dialogue.ts";
import { keyOfText, useDraft } from "./correcting.ts";
import { useDeskActions } from "./desk-actions.ts";

export type EditTextProps = { readonly node: ArgumentNode; readonly onDone: () => void };

/** As long as the menu that asked for it takes to fade, which takes the focus along when it goes. */
const MENU_FADES_MS = 160;

/** Escape closes and keeps what was typed for the next time; empty or unchanged words cannot be saved. */
export function EditText({ node, onDone }: EditTextProps): ReactElement {
  const desk = useDesk();
  const { settle } = useDeskActions();
  const { values, change, forget } = useDraft(keyOfText(node.id), { text: node.text });
  const words = values.text.trim();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => place.current?.querySelector("textarea")?.focus(), MENU_FADES_MS);
    return () => clearTimeout(timer);
  }, []);
  const discard = (): void => {
    forget();
    onDone();
  };
  const save = async (): Promise<void> => {
    if (await settle(desk.correct({ type: "edit-node", node: { ...node, text: words } }))) discard();
  };
  return (
    <div ref={place} className="grid gap-2">
      <PatientTextField
        isMultiline
        isLabelHidden
        rows={2}
        label={dialogueText.textField}
        value={values.text}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for, from the menu of this card
        autoFocus
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone();
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          tone="primary"
          disabled={words === "" || words === node.text}
          onClick={() => void save()}
        >
          {dialogueText.save}
        </Button>
        <Button size="small" tone="quiet" onClick={discard}>
          {dialogueText.cancel}
        </Button>
      </div>
    </div>
  );
}
