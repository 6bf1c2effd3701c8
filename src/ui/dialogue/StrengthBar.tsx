/** The strength of a step as a short bar and its word; never a percentage, because it is no probability. */

import type { ReactElement } from "react";
import { strengthWord } from "../../domain/argument/strength/words.ts";
import { useFacts } from "../desk/use-desk.ts";
import { Hint } from "../kit/Hint.tsx";
import { Meter } from "../kit/Meter.tsx";
import { hintOf } from "../text/hints.ts";
import { strengthWords } from "../text/answers.ts";
import { dialogueText } from "../text/dialogue.ts";

export type StrengthBarProps = {
  readonly id: string;
  /** A finding that nothing casts doubt on is not argued for: it is taken as given. */
  readonly isFinding: boolean;
};

/** From here a strength is full on the screen. */
const FULL_FROM = 0.995;

/** Nothing for what holds no strength, such as a question. */
export function StrengthBar({ id, isFinding }: StrengthBarProps): ReactElement | null {
  const strength = useFacts(({ strengths }) => strengths.byNode.get(id));
  const isLeader = useFacts(({ leader }) => leader === id);
  if (strength === undefined) return null;
  const isGiven = isFinding && strength >= FULL_FROM;
  return (
    <div className="flex items-center gap-1">
      <div className="w-40">
        <Meter
          isLabelHidden
          label={dialogueText.strength}
          value={strength}
          words={isGiven ? dialogueText.given : strengthWords[strengthWord(strength)]}
        />
      </div>
      {isLeader && <Hint {...hintOf("strength")} />}
    </div>
  );
}
