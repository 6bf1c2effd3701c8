/** How a step stands, in words: leading, absent, out of date, edited. */

import type { ReactElement } from "react";
import type { ArgumentNode, Polarity } from "../../domain/argument/graph.ts";
import { useFacts } from "../desk/use-desk.ts";
import { Hint } from "../kit/Hint.tsx";
import { Chip } from "../kit/Chip.tsx";
import { CautionIcon, CheckIcon } from "../kit/icons/signs.tsx";
import { hintOf } from "../text/hints.ts";
import { dialogueText } from "../text/dialogue.ts";

export type NodeStandingProps = {
  readonly node: ArgumentNode;
  readonly stated: ArgumentNode;
  readonly isRetracted: boolean;
};

/** Chips, each with its word. */
export function NodeStanding({ node, stated, isRetracted }: NodeStandingProps): ReactElement {
  const isLeader = useFacts(({ leader }) => leader === node.id);
  const isStale = useFacts(({ branch }) => branch?.stale.has(node.id) === true);
  if (isRetracted) return <Chip>{dialogueText.retracted}</Chip>;
  return (
    <>
      {isLeader && (
        <span className="flex items-center gap-1">
          <Chip tone="positive" icon={<CheckIcon />}>
            {dialogueText.leading}
          </Chip>
          <Hint {...hintOf("leader")} />
        </span>
      )}
      {node.kind === "hypothesis" && node.mustNotMiss && (
        <Chip tone="caution">{dialogueText.mustNotMiss}</Chip>
      )}
      {node.kind === "finding" && node.polarity !== "present" && <Chip>{dialogueText[node.polarity]}</Chip>}
      {isStale && (
        <Chip tone="caution" icon={<CautionIcon />}>
          {dialogueText.stale}
        </Chip>
      )}
      {isEdited(node, stated) && <Chip tone="info">{dialogueText.edited}</Chip>}
    </>
  );
}

/** Whether a person put something of it right since it was stated. */
function isEdited(node: ArgumentNode, stated: ArgumentNode): boolean {
  return (
    node.text !== stated.text ||
    node.baseScore !== stated.baseScore ||
    polarityOf(node) !== polarityOf(stated)
  );
}

function polarityOf(node: ArgumentNode): Polarity | undefined {
  return node.kind === "finding" ? node.polarity : undefined;
}
