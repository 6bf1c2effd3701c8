/** What can be asked about the case as a whole, above the dialogue. */

import type { ReactElement } from "react";
import { AskMenu } from "../actions/AskMenu.tsx";
import { dialogueText } from "../text/dialogue.ts";

/** Stands still while the rows below it scroll. */
export function DialogueTools(): ReactElement {
  return (
    <div className="flex flex-wrap items-center gap-1 pb-2">
      <h2 className="me-auto text-heading">{dialogueText.title}</h2>
      <AskMenu name={dialogueText.aboutCase} />
    </div>
  );
}
