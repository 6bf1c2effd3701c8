/** What a person changed, where it happened in the record. */

import type { ReactElement } from "react";
import { useFacts } from "../desk/use-desk.ts";
import { PencilIcon } from "../kit/icons/actions.tsx";
import { dialogueText } from "../text/dialogue.ts";
import { Card } from "./Card.tsx";
import type { ChangeEvent } from "./dialogue-rows.ts";
import { NodeCard } from "./NodeCard.tsx";
import { EdgeRow } from "./EdgeRow.tsx";
import { targetWords } from "../actions/node-words.ts";

export type ChangeRowProps = { readonly place: number; readonly event: ChangeEvent };

/** An added step is a card like any other; everything else is one line. */
export function ChangeRow({ place, event }: ChangeRowProps): ReactElement {
  if (event.type === "node-add") return <NodeCard place={place} stated={event.node} marks={[]} />;
  if (event.type === "edge-add") return <EdgeRow place={place} stated={event.edge} marks={[]} />;
  return <ChangeLine place={place} event={event} />;
}

type Line = Exclude<ChangeEvent, { readonly type: "node-add" | "edge-add" }>;

function ChangeLine({ place, event }: { readonly place: number; readonly event: Line }): ReactElement {
  const id = idOf(event);
  const name = useFacts(({ graph, branch }) => {
    const gone = branch?.withdrawn.get(id ?? "");
    return gone?.type === "node" ? gone.node.text : targetWords(graph, id);
  });
  const words = event.type === "text-revise" ? dialogueText.personRevised : `${verbOf(event)}: ${name}`;
  return (
    <Card isSlim place={place} label={words}>
      <p className="flex gap-2 text-small text-ink-soft">
        <span className="pt-0.5">
          <PencilIcon />
        </span>
        <span className="wrap-anywhere">{words}</span>
      </p>
    </Card>
  );
}

function idOf(event: Line): string | undefined {
  switch (event.type) {
    case "node-edit":
      return event.node.id;
    case "node-retract":
      return event.node;
    case "edge-edit":
      return event.edge.id;
    case "edge-retract":
      return event.edge;
    case "text-revise":
      return undefined;
    default:
      return event satisfies never;
  }
}

function verbOf({ type }: Line): string {
  return type === "node-edit" || type === "edge-edit"
    ? dialogueText.personEdited
    : dialogueText.personRetracted;
}
