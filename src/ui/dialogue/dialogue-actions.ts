/** What the cards of the dialogue can do, handed down once. */
import { createContext, use } from "react";
import type { QuestionAsk } from "../../domain/questions/question.ts";
import { invariant } from "../../shared/assert.ts";
import type { Written } from "../../workbench/desk/desk.ts";

export type DialogueActions = {
  readonly ask: (ask: QuestionAsk, text: string) => void;
  /** Waits for a change and says why it was refused; true when it was made. */
  readonly settle: (written: Written) => Promise<boolean>;
  /** Whether anything can be written here. */
  readonly isWritable: boolean;
};

export const DialogueActionsContext = createContext<DialogueActions | undefined>(undefined);

/** The actions; only to be called inside the dialogue. */
export function useDialogueActions(): DialogueActions {
  const actions = use(DialogueActionsContext);
  invariant(actions !== undefined, "a card was rendered outside the dialogue");
  return actions;
}
