/** Asking and changing from anywhere on the case screen, and what is said aloud and shown about it. */

import { useCallback, useMemo, useState } from "react";
import type { ReactElement, ReactNode } from "react";
import { canWrite, useVaultState } from "../common/use-vault.ts";
import { useCase, useDesk, useIsLookingBack } from "../desk/use-desk.ts";
import { putQuestion } from "../answers/given-answers.ts";
import type { DeskProblem } from "../../workbench/desk/desk.ts";
import { dialogueText, problemWords } from "../text/dialogue.ts";
import { timeText } from "../text/time.ts";
import { CaseMessages } from "./CaseMessages.tsx";
import { CorrectingProvider } from "./CorrectingProvider.tsx";
import {
  type DeskActions,
  DeskActionsContext,
  type LatestAnswer,
  LatestAnswerContext,
} from "./desk-actions.ts";
import { StaleListContext } from "./stale-list.ts";

export type DeskActionsProviderProps = { readonly children: ReactNode };

/** One voice for the whole screen, so that panels do not talk over each other. */
export function DeskActionsProvider({ children }: DeskActionsProviderProps): ReactElement {
  const desk = useDesk();
  const [news, say] = useState("");
  const [problem, setProblem] = useState<string>();
  const [latest, setLatest] = useState<LatestAnswer>();
  const isWriter = useCase(({ role }) => role === "writer");
  const isLookingBack = useIsLookingBack();
  const isWritable = canWrite(useVaultState()) && isWriter && !isLookingBack;
  const [isOpen, setOpen] = useState(false);
  const staleList = useMemo(() => ({ isOpen, setOpen }), [isOpen]);
  const ask = useCallback<DeskActions["ask"]>(
    (put, text) => {
      const answer = putQuestion(desk, put, text);
      if (answer === undefined) return say(dialogueText.notAnswerable);
      setLatest({ text, ...answer, lookingAt: desk.case.getState().lookingAt });
      return say(answer.given.said.headline);
    },
    [desk],
  );
  const settle = useCallback<DeskActions["settle"]>(async (written) => {
    const result = await written;
    setProblem(result.ok ? undefined : wordsOf(result.error));
    return result.ok;
  }, []);
  const actions = useMemo(() => ({ ask, settle, say, isWritable }), [ask, settle, isWritable]);
  return (
    <DeskActionsContext value={actions}>
      <StaleListContext value={staleList}>
        <LatestAnswerContext value={latest}>
          <CorrectingProvider>{children}</CorrectingProvider>
        </LatestAnswerContext>
        <output className="sr-only" aria-live="polite">
          {news}
        </output>
        <CaseMessages problem={problem} onDismiss={() => setProblem(undefined)} />
      </StaleListContext>
    </DeskActionsContext>
  );
}

function wordsOf(problem: DeskProblem): string {
  return problem.type === "desk-looking-back" ? timeText.refused : problemWords(problem);
}
