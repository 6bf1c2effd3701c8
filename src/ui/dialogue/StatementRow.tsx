/** One closed line of a run, as the card of what it states. */

import type { ReactElement } from "react";
import type { NodeId } from "../../domain/argument/graph.ts";
import type { StatementCloseEvent } from "../../domain/record/events.ts";
import { useFacts } from "../desk/use-desk.ts";
import { CheckCircleIcon } from "../kit/icons/signs.tsx";
import { dialogueText } from "../text/dialogue.ts";
import { AskMenu } from "../actions/AskMenu.tsx";
import { Card } from "./Card.tsx";
import { EdgeRow } from "./EdgeRow.tsx";
import { NodeCard } from "./NodeCard.tsx";
import { UnreadRow } from "./UnreadRow.tsx";

export type StatementRowProps = { readonly place: number; readonly event: StatementCloseEvent };

/** A line that is no statement is shown as it came. */
export function StatementRow({ place, event }: StatementRowProps): ReactElement {
  const { statement, marks } = event;
  switch (statement.type) {
    case "node":
      return <NodeCard place={place} stated={statement.node} marks={marks} />;
    case "edge":
      return <EdgeRow place={place} stated={statement.edge} marks={marks} />;
    case "conclusion":
      return <Conclusion place={place} leader={statement.leader} text={statement.text} />;
    case "unread":
      return <UnreadRow place={place} event={event} />;
    default:
      return statement satisfies never;
  }
}

function Conclusion(props: {
  readonly place: number;
  readonly leader: NodeId;
  readonly text: string;
}): ReactElement {
  const { place, leader, text } = props;
  const isThere = useFacts(({ graph }) => graph.nodes.has(leader));
  return (
    <Card
      place={place}
      label={`${dialogueText.conclusion}: ${text}`}
      target={isThere ? { type: "node", id: leader } : undefined}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="flex items-center gap-2 text-small font-[600] text-positive">
          <CheckCircleIcon />
          {dialogueText.conclusion}
        </span>
        {isThere && (
          <span className="-me-2 ms-auto">
            <AskMenu target={leader} name={text} />
          </span>
        )}
      </div>
      <p className="mt-1 text-lead font-[560] wrap-anywhere">{text}</p>
    </Card>
  );
}
