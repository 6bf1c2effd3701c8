/** A link of the argument on one line: what it ties together and what it does. */

import type { ReactElement } from "react";
import type { ArgumentEdge } from "../../domain/argument/graph.ts";
import type { StatementMark } from "../../domain/record/events.ts";
import { sayWeight } from "../answers/say-node.ts";
import { useDesk } from "../desk/use-desk.ts";
import { useFactsAbout } from "../desk/use-facts-about.ts";
import { Chip } from "../kit/Chip.tsx";
import { dialogueText, linkWords } from "../text/dialogue.ts";
import { Card } from "./Card.tsx";
import { StepActions } from "../actions/StepActions.tsx";
import { Marks } from "./Marks.tsx";
import { MarksOf } from "../actions/MarksOf.tsx";
import { readEdgeFacts } from "./row-facts.ts";

export type EdgeRowProps = {
  readonly place: number;
  readonly stated: ArgumentEdge;
  readonly marks: readonly StatementMark[];
};

/** What a link weakens may be another link. */
export function EdgeRow({ place, stated, marks }: EdgeRowProps): ReactElement {
  const facts = useFactsAbout(stated, readEdgeFacts);
  const { current, isStale, isWithdrawn, from, to } = facts;
  const edge = current ?? stated;
  const weight = sayWeight(edge);
  const isEdited = linkWords(edge) !== linkWords(stated) || weightOf(edge) !== weightOf(stated);
  const name = `${from} ${linkWords(edge)} ${to}`;
  return (
    <Card isSlim place={place} label={name} target={current && { type: "edge", id: edge.id }}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
        <div className={`min-w-0 flex-1 basis-56 wrap-anywhere ${isWithdrawn ? "line-through" : ""}`}>
          <End id={edge.from} words={from} />{" "}
          <span className={`font-[600] ${inkOf(edge)}`}>{linkWords(edge)}</span>{" "}
          <End id={edge.to} words={to} />
          {weight !== undefined && <span className="text-ink-soft"> ({weight})</span>}
          {edge.rationale !== undefined && <p className="text-ink-soft">{edge.rationale}</p>}
        </div>
        {isWithdrawn && <Chip>{dialogueText.retracted}</Chip>}
        {current === undefined && !isWithdrawn && <Chip tone="caution">{dialogueText.hanging}</Chip>}
        {isEdited && <Chip tone="info">{dialogueText.edited}</Chip>}
        {isStale && <Chip tone="caution">{dialogueText.stale}</Chip>}
        {current !== undefined && <StepActions type="edge" id={edge.id} name={name} kind="edge" />}
      </div>
      <Marks marks={marks} />
      {current !== undefined && facts.isMarked && <MarksOf target={{ type: "edge", id: edge.id }} />}
    </Card>
  );
}

function weightOf(edge: ArgumentEdge): number | undefined {
  return "weight" in edge ? edge.weight : undefined;
}

function End({ id, words }: { readonly id: string; readonly words: string }): ReactElement {
  const desk = useDesk();
  return (
    <button
      type="button"
      onClick={() => {
        const isNode = desk.facts.getState().graph.nodes.has(id);
        desk.select({ type: isNode ? "node" : "edge", id });
      }}
      className="text-start wrap-anywhere underline-offset-2 hover:underline"
    >
      {words}
    </button>
  );
}

/** The word says what the colour says. */
function inkOf({ kind }: ArgumentEdge): string {
  if (kind === "attacks") return "text-critical";
  return kind === "supports" ? "text-positive" : "text-ink-soft";
}
