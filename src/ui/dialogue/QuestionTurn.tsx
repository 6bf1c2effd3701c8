/** A question and what was answered, as two turns. */

import type { ReactElement, ReactNode } from "react";
import { sentenceToTarget } from "../../domain/argument/explanations/sentence.ts";
import { readChain } from "../../domain/record/chain.ts";
import type { QuestionAskEvent } from "../../domain/record/events.ts";
import { AnswerCard } from "../answers/AnswerCard.tsx";
import { recallAnswer, type GivenAnswer } from "../answers/given-answers.ts";
import { RecordedAnswer } from "../answers/RecordedAnswer.tsx";
import { useDesk, useFacts, useIsLookingBack } from "../desk/use-desk.ts";
import { dialogueText } from "../text/dialogue.ts";
import { timeText } from "../text/time.ts";
import { Card } from "./Card.tsx";
import { useDeskActions } from "../actions/desk-actions.ts";
import { MarkButton } from "../actions/MarkButton.tsx";
import { MarksOf } from "../actions/MarksOf.tsx";
import { ModelAnswers } from "./ModelAnswers.tsx";
import { targetWords } from "../actions/node-words.ts";

export type QuestionTurnProps = { readonly place: number; readonly event: QuestionAskEvent };

/** In full where it was answered since the case was opened, else in the recorded words. */
export function QuestionTurn({ place, event }: QuestionTurnProps): ReactElement {
  const desk = useDesk();
  const { ask } = useDeskActions();
  const answers = useFacts(({ live }) => live.view.state.dialogue.get(event.question)?.answers);
  const about = useFacts(({ graph }) => targetWords(graph, idOf(event)));
  const given = recallAnswer(desk, event.question);
  const computed = [...readChain(answers)].filter(({ give }) => give.source === "computed");
  return (
    <Turn place={place} text={event.text} about={about}>
      {given === undefined ? (
        computed.map(({ give }) => <RecordedAnswer key={give.answer} give={give} />)
      ) : (
        <AnswerCard given={given} onAsk={ask} />
      )}
      <ModelAnswers event={event} />
      {[...readChain(answers)].map(({ give }) => (
        <AnswerMarks key={give.answer} answer={give.answer} name={event.text} />
      ))}
    </Turn>
  );
}

/** What was answered can be marked like any step. */
function AnswerMarks({ answer, name }: { readonly answer: string; readonly name: string }): ReactElement {
  const target = { type: "answer", id: answer } as const;
  return (
    <div className="flex items-start justify-between gap-2">
      <MarksOf target={target} />
      <span className="ms-auto">
        <MarkButton target={target} name={dialogueText.answerTo(name)} />
      </span>
    </div>
  );
}

function idOf({ target: { type, id } }: QuestionAskEvent): string {
  return type === "text" ? sentenceToTarget(id) : id;
}

export type UnkeptQuestionProps = {
  readonly place: number;
  readonly text: string;
  readonly given: GivenAnswer;
};

/** An answer that could not be written: another tab writes the case, or it was asked of the past. */
export function UnkeptQuestion({ place, text, given }: UnkeptQuestionProps): ReactElement {
  const { ask } = useDeskActions();
  const isLookingBack = useIsLookingBack();
  const about = useFacts(({ graph }) => targetWords(graph, given.ask.target));
  return (
    <Turn place={place} text={text} about={about}>
      <p className="text-small text-caution">{isLookingBack ? timeText.notKept : dialogueText.notKept}</p>
      <AnswerCard given={given} onAsk={ask} />
    </Turn>
  );
}

function Turn(props: {
  readonly place: number;
  readonly text: string;
  readonly about: string;
  readonly children: ReactNode;
}): ReactElement {
  const { place, text, about, children } = props;
  return (
    <Card place={place} label={`${dialogueText.question}: ${text}`}>
      <div className="grid grid-cols-1 gap-3">
        <div className="grid gap-0.5 border-s-4 border-accent ps-3">
          <p className="font-[600] wrap-anywhere">{text}</p>
          <p className="text-small text-ink-soft wrap-anywhere">{dialogueText.about(about)}</p>
        </div>
        {children}
      </div>
    </Card>
  );
}
