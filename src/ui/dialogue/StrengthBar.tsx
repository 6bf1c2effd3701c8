/** The strength of a step as a short bar and its word; never a percentage, because it is no probability. */

import type { ReactElement } from "react";
import { sayStrength } from "../answers/say-node.ts";
import { useFacts } from "../desk/use-desk.ts";
import { Hint } from "../kit/Hint.tsx";
import { Meter } from "../kit/Meter.tsx";
import { hintOf } from "../text/hints.ts";
import { dialogueText } from "../text/dialogue.ts";

export type StrengthBarProps = { readonly id: string };

/** Nothing for what holds no strength, such as a question. */
export function StrengthBar({ id }: StrengthBarProps): ReactElement | null {
  const strength = useFacts(({ strengths }) => strengths.byNode.get(id));
  const isLeader = useFacts(({ leader }) => leader === id);
  const words = useFacts((facts) => sayStrength(facts, id));
  if (strength === undefined || words === undefined) return null;
  return (
    <div className="flex items-center gap-1">
      <div className="w-40">
        <Meter isLabelHidden label={dialogueText.strength} value={strength} words={words} />
      </div>
      {isLeader && <Hint {...hintOf("strength")} />}
    </div>
  );
}
