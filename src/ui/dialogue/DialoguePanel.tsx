/** The reasoning of a case as a conversation: runs and what they state, what people asked, corrected and judged. */

import { useState } from "react";
import type { ReactElement } from "react";
import { canWrite, useVaultState } from "../common/use-vault.ts";
import { useCase } from "../desk/use-desk.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { DialogueIcon } from "../kit/icons/places.tsx";
import { dialogueText, problemWords } from "../text/dialogue.ts";
import { AskBar } from "./AskBar.tsx";
import { type DialogueActions, DialogueActionsContext } from "./dialogue-actions.ts";
import { DialogueTools } from "./DialogueTools.tsx";
import { UnkeptQuestion } from "./QuestionTurn.tsx";
import { RowList } from "./RowList.tsx";
import { useAsking } from "./use-asking.ts";
import { useDialogue } from "./use-dialogue.ts";
import { useNews } from "./use-news.ts";

/** Complete without the graph: everything that can be asked and corrected can be asked and corrected here. */
export function DialoguePanel(): ReactElement {
  const dialogue = useDialogue();
  const [news, say] = useState("");
  const [problem, setProblem] = useState<string>();
  const isWriter = useCase(({ role }) => role === "writer");
  const vault = useVaultState();
  const isWritable = isWriter && canWrite(vault);
  const { ask, unkept } = useAsking(say);
  useNews(dialogue, say);
  const settle: DialogueActions["settle"] = async (written) => {
    const result = await written;
    setProblem(result.ok ? undefined : problemWords(result.error));
    return result.ok;
  };
  return (
    <DialogueActionsContext value={{ ask, settle, isWritable }}>
      <div className="flex h-full max-h-[max(34rem,calc(100dvh-5rem))] min-h-96 flex-col">
        <DialogueTools say={say} />
        {problem !== undefined && (
          <p role="alert" className="pb-2 text-small font-[540] text-critical">
            {problem}
          </p>
        )}
        <RowList dialogue={dialogue}>
          {dialogue.count === 0 && (
            <EmptyState icon={<DialogueIcon />} title={dialogueText.emptyTitle} headingLevel={3}>
              {dialogueText.emptyExplanation}
            </EmptyState>
          )}
          {unkept !== undefined && (
            <UnkeptQuestion place={dialogue.count} text={unkept.text} given={unkept.given} />
          )}
        </RowList>
        <AskBar />
        <output className="sr-only" aria-live="polite">
          {news}
        </output>
      </div>
    </DialogueActionsContext>
  );
}
