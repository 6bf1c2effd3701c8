/** Undo and redo of whatever was changed in the case, wherever it was changed. */

import type { ReactElement } from "react";
import { IconButton } from "../kit/IconButton.tsx";
import { RedoIcon, UndoIcon } from "../kit/icons/arrows.tsx";
import { dialogueText } from "../text/dialogue.ts";
import { useUndo } from "./use-undo.ts";

/** Disabled where there is nothing to take back. */
export function UndoTools(): ReactElement {
  const { canUndo, canRedo, undo, redo } = useUndo();
  return (
    <span className="flex">
      <IconButton
        data-undo
        icon={<UndoIcon />}
        label={dialogueText.undo}
        shortcut={["Ctrl", "Z"]}
        disabled={!canUndo}
        onClick={undo}
      />
      <IconButton
        icon={<RedoIcon />}
        label={dialogueText.redo}
        shortcut={["Ctrl", "Shift", "Z"]}
        disabled={!canRedo}
        onClick={redo}
      />
    </span>
  );
}
