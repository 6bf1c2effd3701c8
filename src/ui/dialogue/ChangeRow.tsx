/** What a person changed, where it happened in the record. */

import type { ReactElement } from "react";
import { useFacts } from "../desk/use-desk.ts";
import { PencilIcon } from "../kit/icons/actions.tsx";
import { sayChange } from "../answers/say-change.ts";
import { changeText } from "../text/branches.ts";
import { Card } from "./Card.tsx";
import type { ChangeEvent } from "./dialogue-rows.ts";
import { NodeCard } from "./NodeCard.tsx";
import { EdgeRow } from "./EdgeRow.tsx";

export type ChangeRowProps = { readonly place: number; readonly event: ChangeEvent };

/** An added step is a card like any other; everything else is one line. */
export function ChangeRow({ place, event }: ChangeRowProps): ReactElement {
  if (event.type === "node-add") return <NodeCard place={place} stated={event.node} marks={[]} />;
  if (event.type === "edge-add") return <EdgeRow place={place} stated={event.edge} marks={[]} />;
  return <ChangeLine place={place} event={event} />;
}

type Line = Exclude<ChangeEvent, { readonly type: "node-add" | "edge-add" }>;

function ChangeLine({ place, event }: { readonly place: number; readonly event: Line }): ReactElement {
  const words = useFacts(({ branch }) => changeText.byPerson(branch && sayChange(branch, event)));
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
