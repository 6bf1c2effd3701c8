/** The words of a step, being corrected. */

import { type ReactElement, useState } from "react";
import type { ArgumentNode } from "../../domain/argument/graph.ts";
import { useDesk } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { dialogueText } from "../text/dialogue.ts";
import { useDeskActions } from "./desk-actions.ts";

export type EditTextProps = { readonly node: ArgumentNode; readonly onDone: () => void };

/** Escape discards; empty or unchanged words cannot be saved. */
export function EditText({ node, onDone }: EditTextProps): ReactElement {
  const desk = useDesk();
  const { settle } = useDeskActions();
  const [text, setText] = useState(node.text);
  const words = text.trim();
  const save = async (): Promise<void> => {
    if (await settle(desk.correct({ type: "edit-node", node: { ...node, text: words } }))) onDone();
  };
  return (
    <div className="grid gap-2">
      <PatientTextField
        isMultiline
        isLabelHidden
        rows={2}
        label={dialogueText.textField}
        value={text}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for, from the menu of this card
        autoFocus
        onChange={(event) => setText(event.target.value)}
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
        <Button size="small" tone="quiet" onClick={onDone}>
          {dialogueText.cancel}
        </Button>
      </div>
    </div>
  );
}
