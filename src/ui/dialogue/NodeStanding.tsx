/** How a step stands, in words: leading, absent, out of date, edited. */

import type { ReactElement } from "react";
import type { ArgumentNode, Polarity } from "../../domain/argument/graph.ts";
import { Hint } from "../kit/Hint.tsx";
import { Chip } from "../kit/Chip.tsx";
import { CautionIcon, CheckIcon } from "../kit/icons/signs.tsx";
import { hintOf } from "../text/hints.ts";
import { dialogueText } from "../text/dialogue.ts";
import type { NodeFacts } from "./row-facts.ts";

export type NodeStandingProps = {
  readonly node: ArgumentNode;
  readonly stated: ArgumentNode;
  readonly facts: NodeFacts;
};

/** Chips, each with its word. */
export function NodeStanding({ node, stated, facts }: NodeStandingProps): ReactElement {
  const { current, isLeader, isStale } = facts;
  if (current === undefined) return <Chip>{dialogueText.retracted}</Chip>;
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
