/** What can be asked about the case, undo and redo, above the dialogue; the last two work by key wherever no text is being typed. */

import type { ReactElement } from "react";
import { IconButton } from "../kit/IconButton.tsx";
import { RedoIcon, UndoIcon } from "../kit/icons/arrows.tsx";
import { dialogueText } from "../text/dialogue.ts";
import { AskMenu } from "./AskMenu.tsx";
import { useDialogueActions } from "./dialogue-actions.ts";
import { useUndo } from "./use-undo.ts";

export type DialogueToolsProps = { readonly say: (words: string) => void };

/** Disabled where there is nothing to take back. */
export function DialogueTools({ say }: DialogueToolsProps): ReactElement {
  const { canUndo, canRedo, undo, redo } = useUndo(useDialogueActions(), say);
  return (
    <div className="flex flex-wrap items-center gap-1 pb-2">
      <h2 className="me-auto text-heading">{dialogueText.title}</h2>
      <AskMenu name={dialogueText.aboutCase} />
      <IconButton
        size="small"
        icon={<UndoIcon />}
        label={dialogueText.undo}
        shortcut={["Ctrl", "Z"]}
        disabled={!canUndo}
        onClick={undo}
      />
      <IconButton
        size="small"
        icon={<RedoIcon />}
        label={dialogueText.redo}
        shortcut={["Ctrl", "Shift", "Z"]}
        disabled={!canRedo}
        onClick={redo}
      />
    </div>
  );
}
