/** What to ask next: chips for the questions that fit what was asked about, or the case as a whole. */

import type { ReactElement } from "react";
import type { QuestionOp } from "../../domain/argument/explanations/answer.ts";
import { questionsAbout } from "../../domain/questions/ask.ts";
import type { QuestionAsk } from "../../domain/questions/question.ts";
import { shownGraph } from "../../workbench/case-session/case-session.ts";
import { useDesk } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { answerText } from "../text/answers.ts";
import { askWords } from "../text/questions.ts";

export type FollowUpsProps = {
  readonly ask: QuestionAsk;
  readonly ops: readonly QuestionOp[];
  readonly onAsk: (ask: QuestionAsk, text: string) => void;
};

/** Nothing where no question fits. */
export function FollowUps({ ask, ops, onAsk }: FollowUpsProps): ReactElement | null {
  const desk = useDesk();
  const graph = shownGraph(desk.case.getState());
  const fits = (op: QuestionOp, target: string | undefined): boolean =>
    questionsAbout(graph, target).some((type) => type.op === op);
  const next = ops.flatMap((op): readonly QuestionAsk[] => {
    if (ask.target !== undefined && fits(op, ask.target)) return [{ op, target: ask.target }];
    return fits(op, undefined) ? [{ op }] : [];
  });
  if (next.length === 0) return null;
  return (
    <ul aria-label={answerText.followUps} className="flex flex-wrap gap-2">
      {next.map((one) => {
        const words = askWords(one);
        return (
          <li key={one.op}>
            <Button size="small" onClick={() => onAsk(one, words)}>
              {words}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
