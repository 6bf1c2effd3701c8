/** All that models said to one question, and the way to ask the one that is loaded. */

import type { ReactElement } from "react";
import { useStore } from "zustand/react";
import type { AnswerState, RunState as RecordedRun } from "../../domain/record/case-state.ts";
import { chainToArray } from "../../domain/record/chain.ts";
import type { QuestionAskEvent } from "../../domain/record/events.ts";
import { findAnswerCause } from "../../domain/record/stale.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { useCase } from "../desk/use-desk.ts";
import { useCaseRun, useIsRunning, useRun } from "../desk/use-run.ts";
import { Button } from "../kit/Button.tsx";
import { modelAnswerText } from "../text/model-answers.ts";
import { LiveAnswer } from "./LiveAnswer.tsx";
import { ModelAnswer } from "./ModelAnswer.tsx";

export type ModelAnswersProps = { readonly event: QuestionAskEvent };

/** Oldest first, so that what is said next stands below. */
export function ModelAnswers({ event }: ModelAnswersProps): ReactElement {
  const { question } = event;
  const chain = useCase(({ view }) => view.state.dialogue.get(question)?.answers);
  const given = chainToArray(chain).filter(({ give }) => give.source === "model");
  const isLive = useRun((run) => run.question === question && run.end === undefined);
  const lost = useLost(question);
  return (
    <>
      {given.map((answer) => (
        <GivenAnswer key={answer.give.answer} answer={answer} />
      ))}
      {isLive ? <LiveAnswer /> : lost.map((run) => <LostAnswer key={run.start.run} run={run} />)}
      <AskToo event={event} hasAnswer={given.length > 0} />
    </>
  );
}

function GivenAnswer({ answer }: { readonly answer: AnswerState }): ReactElement {
  const { run, text } = answer.give;
  const recorded = useCase(({ view }) => (run === undefined ? undefined : view.state.runs.get(run)));
  const isStale = useCase(({ view }) => findAnswerCause(view.state, answer) !== undefined);
  return <ModelAnswer text={text} run={recorded} isStale={isStale} />;
}

/** Answers of which a page that was closed or crashed kept only what had been said. */
function useLost(question: string): readonly RecordedRun[] {
  const runs = useCase(({ view }) => view.state.runs);
  return [...runs.values()].filter(
    ({ start, end, answer }) => start.question === question && end === undefined && answer !== undefined,
  );
}

function LostAnswer({ run }: { readonly run: RecordedRun }): ReactElement {
  return <ModelAnswer text={chainToArray(run.answer).join("")} run={run} isStale={false} />;
}

function AskToo({
  event,
  hasAnswer,
}: {
  readonly event: QuestionAskEvent;
  readonly hasAnswer: boolean;
}): ReactElement | null {
  const { askModel, chosen } = useCaseRun();
  const hasModel = useStore(chosen, (run) => run.hasModel);
  const { isWritable } = useDeskActions();
  const isRunning = useIsRunning();
  if (!hasModel || !isWritable) return null;
  const { question, op, target, text } = event;
  return (
    <div>
      <Button
        size="small"
        disabled={isRunning}
        title={isRunning ? modelAnswerText.busy : undefined}
        onClick={() => void askModel({ question, op, target, text })}
      >
        {hasAnswer ? modelAnswerText.askAgain : modelAnswerText.askToo}
      </Button>
    </div>
  );
}
