/** A computed answer: one sentence, what counts for and against with its points, what it does not say, what to ask next. */

import { type ReactElement, useId } from "react";
import type { QuestionAsk } from "../../domain/questions/question.ts";
import { Chip } from "../kit/Chip.tsx";
import { Hint } from "../kit/Hint.tsx";
import { CheckCircleIcon } from "../kit/icons/signs.tsx";
import { Meter } from "../kit/Meter.tsx";
import { hintOf } from "../text/hints.ts";
import { answerText } from "../text/answers.ts";
import { AnswerRows } from "./AnswerRows.tsx";
import { FollowUps } from "./FollowUps.tsx";
import type { GivenAnswer, StrengthChange } from "./given-answers.ts";
import { sayMove } from "./say-move.ts";

export type AnswerCardProps = {
  readonly given: GivenAnswer;
  readonly onAsk: (ask: QuestionAsk, text: string) => void;
};

/** "What would change your mind?" */
const ASKS_FLIP_SETS = "Q7";

/** It always says that no model was asked. */
export function AnswerCard({ given, onAsk }: AnswerCardProps): ReactElement {
  const { said, changes, ask } = given;
  return (
    <section
      aria-label={answerText.computed}
      className="grid grid-cols-1 gap-3 rounded-panel border border-accent-line bg-surface px-4 py-3"
    >
      <div className="flex flex-wrap items-center gap-1">
        <span data-computed title={answerText.computedHint}>
          <Chip tone="accent" icon={<CheckCircleIcon />}>
            {answerText.computed}
          </Chip>
        </span>
        <Hint {...hintOf("computed-answer")} />
        {ask.op === ASKS_FLIP_SETS && <Hint isNamed {...hintOf("flip-set")} />}
      </div>
      <p className="text-lead font-[560] wrap-anywhere">{said.headline}</p>
      {said.rows.length > 0 && <AnswerRows rows={said.rows} />}
      {changes.length > 0 && <Changes changes={changes} />}
      {said.limits.length > 0 && (
        <ul className="grid gap-0.5 text-small text-ink-soft">
          {said.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      )}
      <FollowUps ask={ask} ops={said.followUps} onAsk={onAsk} />
    </section>
  );
}

/** The tick is where the strength stood before. */
function Changes({ changes }: { readonly changes: readonly StrengthChange[] }): ReactElement {
  const id = useId();
  return (
    <div className="grid gap-2">
      <h4 id={id} className="text-small font-[580]">
        {answerText.beforeAfter}
      </h4>
      <ul aria-labelledby={id} className="grid gap-2.5">
        {changes.map(({ id: hypothesis, name, before, after }) => (
          <li key={hypothesis}>
            <Meter label={name} value={after} baseline={before} words={sayMove(before, after)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
