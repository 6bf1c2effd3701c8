/** What was asked last and the answer, for a panel that shows no dialogue; there it stays. */

import { type ReactElement, useState } from "react";
import { AnswerCard } from "../answers/AnswerCard.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { CloseIcon } from "../kit/icons/signs.tsx";
import { dialogueText } from "../text/dialogue.ts";
import { useDeskActions, useLatestAnswer } from "./desk-actions.ts";

/** Nothing before the first question of this sitting, and after it was put away. */
export function AnsweredHere(): ReactElement | null {
  const { ask } = useDeskActions();
  const latest = useLatestAnswer();
  const [first] = useState(latest);
  const [putAway, setPutAway] = useState(first);
  if (latest === undefined || latest === putAway) return null;
  return (
    <section aria-label={dialogueText.latestAnswer} className="grid grid-cols-1 gap-2">
      <div className="flex items-start justify-between gap-2 border-s-4 border-accent ps-3">
        <p className="font-[600] wrap-anywhere">{latest.text}</p>
        <IconButton
          size="small"
          icon={<CloseIcon />}
          label={dialogueText.putAway}
          onClick={() => setPutAway(latest)}
        />
      </div>
      <AnswerCard given={latest.given} onAsk={ask} />
    </section>
  );
}
