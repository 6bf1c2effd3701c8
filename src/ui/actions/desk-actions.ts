/** What can be done with the things of a case, handed down once to every panel on its screen. */
import { createContext, use } from "react";
import type { QuestionAsk } from "../../domain/questions/question.ts";
import { invariant } from "../../shared/assert.ts";
import { useCase } from "../desk/use-desk.ts";
import type { Result } from "../../shared/result.ts";
import type { DeskProblem } from "../../workbench/desk/desk.ts";
import type { GivenAnswer } from "../answers/given-answers.ts";

export type DeskActions = {
  /** Asks at once; the answer is in the record, and in `LatestAnswerContext`. */
  readonly ask: (ask: QuestionAsk, text: string) => void;
  /** Waits for a change and says why it was refused; true when it was made. */
  readonly settle: (written: Promise<Result<unknown, DeskProblem>>) => Promise<boolean>;
  /** Tells a screen reader. */
  readonly say: (words: string) => void;
  /** Whether anything can be written here. */
  readonly isWritable: boolean;
};

export const DeskActionsContext = createContext<DeskActions | undefined>(undefined);

/** The actions; only to be called on the case screen. */
export function useDeskActions(): DeskActions {
  const actions = use(DeskActionsContext);
  invariant(actions !== undefined, "a part of a case was rendered outside its screen");
  return actions;
}

/** What was answered last in this sitting. */
export type LatestAnswer = {
  readonly text: string;
  readonly given: GivenAnswer;
  /** Its question in the record; undefined where another tab's writing, or looking back, kept it out. */
  readonly question: string | undefined;
  /** Where one looked when it was asked. */
  readonly lookingAt: number | undefined;
};

export const LatestAnswerContext = createContext<LatestAnswer | undefined>(undefined);

/** Undefined before the first question, and wherever one looks at the case as it stood at another time. */
export function useLatestAnswer(): LatestAnswer | undefined {
  const latest = use(LatestAnswerContext);
  const lookingAt = useCase((live) => live.lookingAt);
  return latest?.lookingAt === lookingAt ? latest : undefined;
}
