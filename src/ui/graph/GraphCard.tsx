/** A node from near: kind, words, strength, marks, in the shape of its family. */

import type { ReactElement } from "react";
import { FAMILY_BY_KIND, type ArgumentNode, type NodeFamily } from "../../domain/argument/graph.ts";
import { NodeBadge } from "../kit/NodeBadge.tsx";
import { kindWords } from "../text/dialogue.ts";

export type GraphCardData = {
  readonly node: ArgumentNode;
  /** In [0, 1]; none for questions and remarks. */
  readonly strength: number | undefined;
  readonly strengthWord: string | undefined;
  readonly marks: readonly string[];
  readonly isLeader: boolean;
  readonly isSelected: boolean;
  readonly isCursor: boolean;
  readonly isDimmed: boolean;
};

const SHAPES = {
  evidence: "rounded-small border-evidence-line",
  thinking: "rounded-[1.5rem] border-thinking-line",
  plan: "rounded-none border-x-4 border-plan-line",
  talk: "rounded-dialog rounded-bl-none border-talk-line",
} as const satisfies Record<NodeFamily, string>;

const BARS = {
  evidence: "bg-evidence",
  thinking: "bg-thinking",
  plan: "bg-plan",
  talk: "bg-talk",
} as const satisfies Record<NodeFamily, string>;

/** Of one size, whatever it says; the whole text stands below the graph when it is selected. */
export function GraphCard({ data }: { readonly data: GraphCardData }): ReactElement {
  const { node, strength, strengthWord, marks, isLeader, isSelected, isCursor, isDimmed } = data;
  const family = FAMILY_BY_KIND[node.kind];
  const rim = isSelected
    ? "outline-3 outline-accent"
    : isCursor
      ? "outline-2 outline-focus"
      : isLeader
        ? "outline-2 outline-ink"
        : "";
  return (
    <div
      className={`flex size-full cursor-pointer flex-col overflow-hidden border bg-surface px-3 py-1.5 shadow-control ${SHAPES[family]} ${rim} ${isDimmed ? "opacity-40" : ""}`}
    >
      <div className="flex items-center justify-between gap-2">
        <NodeBadge kind={node.kind} label={kindWords[node.kind]} />
        <span className="truncate text-fine font-[600] text-ink">{marks.join(", ")}</span>
      </div>
      <p className="line-clamp-2 flex-1 text-small text-ink">{node.text}</p>
      {strength !== undefined && (
        <div className="flex items-center gap-2 text-fine text-ink-soft">
          <span className="h-1.5 flex-1 overflow-hidden rounded-full border border-line-strong/60 bg-sunken">
            <span
              data-prints-colour
              className={`block h-full forced-color-adjust-none forced-colors:bg-[Highlight] ${BARS[family]}`}
              style={{ width: `${Math.min(1, Math.max(0, strength)) * 100}%` }}
            />
          </span>
          {strengthWord}
        </div>
      )}
    </div>
  );
}
