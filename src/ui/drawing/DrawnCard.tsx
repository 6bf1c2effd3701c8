/** One step of a drawing: kind, words and strength in the shape of its family. */

import type { ReactElement } from "react";
import { FAMILY_BY_KIND, type ArgumentNode, type NodeFamily } from "../../domain/argument/graph.ts";
import type { Position } from "../../domain/argument/layout/layout-input.ts";
import { CARD } from "../../workbench/graph-view/places.ts";
import { sayMarks, sayStrength } from "../answers/say-node.ts";
import type { Argument } from "../desk/use-argument.ts";
import { NodeBadge } from "../kit/NodeBadge.tsx";
import { kindWords } from "../text/dialogue.ts";

export type DrawnCardProps = {
  readonly node: ArgumentNode;
  readonly place: Position;
  readonly argument: Argument;
  /** By which a list beside the drawing names it. */
  readonly number: number | undefined;
  readonly isCurrent: boolean;
};

const SHAPES = {
  evidence: "rounded-small border-evidence-line",
  thinking: "rounded-[1.5rem] border-thinking-line",
  plan: "rounded-none border-x-4 border-plan-line",
  talk: "rounded-dialog rounded-bl-none border-talk-line",
} as const satisfies Record<NodeFamily, string>;

/** Of one size, whatever it says. */
export function DrawnCard({ node, place, argument, number, isCurrent }: DrawnCardProps): ReactElement {
  const strength = argument.strengths.byNode.get(node.id);
  const marks = sayMarks(argument, node);
  const rim = isCurrent
    ? "outline-4 outline-accent"
    : node.id === argument.leader
      ? "outline-2 outline-ink"
      : "";
  return (
    <foreignObject
      x={place.x}
      y={place.y}
      width={CARD.width}
      height={CARD.height}
      className="overflow-visible"
    >
      <div
        className={`flex size-full flex-col overflow-hidden border bg-surface px-3 py-1.5 text-ink ${SHAPES[FAMILY_BY_KIND[node.kind]]} ${rim}`}
      >
        <div className="flex items-center justify-between gap-2">
          <NodeBadge kind={node.kind} label={kindWords[node.kind]} />
          <span className="flex min-w-0 gap-1.5 text-fine font-[600]">
            <span className="truncate">{marks.join(", ")}</span>
            {number !== undefined && <span className="shrink-0">{number}</span>}
          </span>
        </div>
        <div className="min-h-0 flex-1">
          <p className="line-clamp-3 text-small leading-[1.35]">{node.text}</p>
        </div>
        {strength !== undefined && <Strength share={strength} words={sayStrength(argument, node.id) ?? ""} />}
      </div>
    </foreignObject>
  );
}

function Strength({ share, words }: { readonly share: number; readonly words: string }): ReactElement {
  return (
    <div className="flex items-center gap-2 text-fine text-ink-soft">
      <span className="h-1.5 flex-1 overflow-hidden rounded-full border border-line-strong/60">
        <span
          data-prints-colour
          className="block h-full bg-accent forced-color-adjust-none forced-colors:bg-[Highlight]"
          style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }}
        />
      </span>
      {words}
    </div>
  );
}
