/** A step of the argument: what it is, what it says, how it stands now, and what can be asked and done about it. */

import { type ReactElement, useState } from "react";
import type { ArgumentNode } from "../../domain/argument/graph.ts";
import type { StatementMark } from "../../domain/record/events.ts";
import { SentenceChip } from "../answers/SentenceChip.tsx";
import { useFactsAbout } from "../desk/use-facts-about.ts";
import { NodeBadge } from "../kit/NodeBadge.tsx";
import { kindWords, moveWords, originWords } from "../text/dialogue.ts";
import { Card } from "./Card.tsx";
import { StepActions } from "../actions/StepActions.tsx";
import { EditText } from "../actions/EditText.tsx";
import { MarksOf } from "../actions/MarksOf.tsx";
import { Marks } from "./Marks.tsx";
import { NodeStanding } from "./NodeStanding.tsx";
import { readNodeFacts } from "./row-facts.ts";
import { StrengthBar } from "./StrengthBar.tsx";

export type NodeCardProps = {
  readonly place: number;
  /** As it was stated; what it says now may differ. */
  readonly stated: ArgumentNode;
  readonly marks: readonly StatementMark[];
};

/** A retracted step stays where it was said, struck through. */
export function NodeCard({ place, stated, marks }: NodeCardProps): ReactElement {
  const facts = useFactsAbout(stated.id, readNodeFacts);
  const { current } = facts;
  const [isEditing, setEditing] = useState(false);
  const node = current ?? stated;
  const name = `${kindWords[node.kind]}: ${node.text}`;
  return (
    <Card place={place} label={name} target={current && { type: "node", id: node.id }}>
      <div className="grid grid-cols-1 gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <NodeBadge kind={node.kind} label={kindWords[node.kind]} />
          <NodeStanding node={node} stated={stated} facts={facts} />
          {current !== undefined && (
            <span className="ms-auto">
              <StepActions
                type="node"
                id={node.id}
                name={node.text}
                kind={node.kind}
                onEdit={() => setEditing(true)}
              />
            </span>
          )}
        </div>
        {isEditing && current !== undefined ? (
          <EditText node={current} onDone={() => setEditing(false)} />
        ) : (
          <p className={current === undefined ? "text-ink-soft line-through wrap-anywhere" : "wrap-anywhere"}>
            {node.text}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-small text-ink-soft">
          {current !== undefined && <StrengthBar facts={facts} />}
          {node.citations.length > 0 && (
            <span className="flex flex-wrap gap-1">
              {[...new Set(node.citations.map(({ sentence }) => sentence))].map((sentence) => (
                <SentenceChip key={sentence} sentence={sentence} />
              ))}
            </span>
          )}
          {node.kind === "inference" && node.move !== undefined && <span>{moveWords[node.move]}</span>}
          <span className="text-ink-faint">{originWords[node.origin]}</span>
        </div>
        <Marks marks={marks} />
        {current !== undefined && facts.isMarked && <MarksOf target={{ type: "node", id: node.id }} />}
      </div>
    </Card>
  );
}
