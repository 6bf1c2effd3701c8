/** The strength of a step as a short bar and its word; never a percentage, because it is no probability. */

import type { ReactElement } from "react";
import { Hint } from "../kit/Hint.tsx";
import { Meter } from "../kit/Meter.tsx";
import { hintOf } from "../text/hints.ts";
import { dialogueText } from "../text/dialogue.ts";
import type { NodeFacts } from "./row-facts.ts";

export type StrengthBarProps = { readonly facts: NodeFacts };

/** Nothing for what holds no strength, such as a question. */
export function StrengthBar({ facts: { strength, words, isLeader } }: StrengthBarProps): ReactElement | null {
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
