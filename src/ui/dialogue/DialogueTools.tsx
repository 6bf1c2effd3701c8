/** What can be asked about the case as a whole, and how much of it is shown, above the dialogue. */

import type { ReactElement } from "react";
import { AskMenu } from "../actions/AskMenu.tsx";
import { Button } from "../kit/Button.tsx";
import { FlagIcon } from "../kit/icons/flag.tsx";
import { dialogueText } from "../text/dialogue.ts";

export type DialogueToolsProps = {
  readonly isOnlyMarked: boolean;
  /** Absent while nothing is marked. */
  readonly onOnlyMarked: (() => void) | undefined;
};

/** Stands still while the rows below it scroll. */
export function DialogueTools({ isOnlyMarked, onOnlyMarked }: DialogueToolsProps): ReactElement {
  return (
    <div className="flex flex-wrap items-center gap-1 pb-2">
      <h2 className="me-auto text-heading">{dialogueText.title}</h2>
      {onOnlyMarked !== undefined && (
        <Button
          size="small"
          tone="quiet"
          icon={<FlagIcon />}
          aria-pressed={isOnlyMarked}
          className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
          onClick={onOnlyMarked}
        >
          {dialogueText.onlyMarked}
        </Button>
      )}
      <AskMenu name={dialogueText.aboutCase} />
    </div>
  );
}
