/** The rows of the dialogue that is shown, brought up to date with the facts. */
import { useState } from "react";
import { useFacts } from "../desk/use-desk.ts";
import { createDialogueReader, type DialogueRows } from "./dialogue-rows.ts";

/** Read anew with every change of the record, each time only what is new. Thinking that goes on draws no row again. */
export function useDialogue(): DialogueRows {
  const [read] = useState(createDialogueReader);
  return useFacts(({ live }) => read(live));
}
