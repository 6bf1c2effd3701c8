/** The reasoning of a case as a conversation: runs and what they state, what people asked, corrected and judged. */

import type { ReactElement } from "react";
import { useDeskActions, useLatestAnswer } from "../actions/desk-actions.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { DialogueIcon } from "../kit/icons/places.tsx";
import { dialogueText } from "../text/dialogue.ts";
import { AskBar } from "./AskBar.tsx";
import { DialogueTools } from "./DialogueTools.tsx";
import { UnkeptQuestion } from "./QuestionTurn.tsx";
import { RowList } from "./RowList.tsx";
import { useDialogue } from "./use-dialogue.ts";
import { useNews } from "./use-news.ts";
import { useOnlyMarked } from "./use-only-marked.ts";

/** Complete without the graph: everything that can be asked and corrected can be asked and corrected here. */
export function DialoguePanel(): ReactElement {
  const all = useDialogue();
  const { dialogue, isOn, toggle } = useOnlyMarked(all);
  const { say } = useDeskActions();
  const latest = useLatestAnswer();
  useNews(all, say);
  return (
    <div className="flex h-full max-h-[max(34rem,calc(100dvh-5rem))] min-h-96 flex-col">
      <DialogueTools isOnlyMarked={isOn} onOnlyMarked={toggle} />
      <RowList key={isOn ? "marked" : "all"} dialogue={dialogue}>
        {dialogue.count === 0 && (
          <EmptyState
            icon={<DialogueIcon />}
            title={isOn ? dialogueText.noneMarked : dialogueText.emptyTitle}
            headingLevel={3}
          >
            {isOn ? dialogueText.noneMarkedExplanation : dialogueText.emptyExplanation}
          </EmptyState>
        )}
        {latest !== undefined && latest.question === undefined && (
          <UnkeptQuestion place={dialogue.count} text={latest.text} given={latest.given} />
        )}
      </RowList>
      <AskBar />
    </div>
  );
}
