/** A node from near: kind, words, strength, marks, in the shape of its family; and what a pointer can do with it. */

import { useMemo, useState, type ReactElement } from "react";
import { readStandings } from "../../domain/annotations/standings.ts";
import { FAMILY_BY_KIND, type NodeFamily, type NodeId } from "../../domain/argument/graph.ts";
import { sayMarks, sayStrength } from "../answers/say-node.ts";
import { useFacts, useIsSelected } from "../desk/use-desk.ts";
import { NodeBadge } from "../kit/NodeBadge.tsx";
import { kindWords } from "../text/dialogue.ts";
import { graphText } from "../text/graph.ts";
import { outlineText } from "../text/outline.ts";
import { useCardContext, type CardContextValue } from "./card-context.ts";

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
export function GraphCard({ id }: { readonly id: NodeId }): ReactElement | null {
  const node = useFacts(({ graph }) => graph.nodes.get(id));
  const isSelected = useIsSelected({ type: "node", id });
  const context = useCardContext();
  const isLeader = useFacts(({ leader }) => leader === id);
  // Dozens of cards are seen at once, and a pointer is on one of them.
  const [wasPointedAt, setPointedAt] = useState(false);
  if (node === undefined) return null;
  const family = FAMILY_BY_KIND[node.kind];
  const rim = rimOf(id, context, isSelected, isLeader);
  return (
    <div className="group relative size-full" onPointerEnter={() => setPointedAt(true)}>
      <div className={`size-full cursor-pointer border bg-surface shadow-control ${SHAPES[family]} ${rim}`}>
        <div
          className={`flex size-full flex-col overflow-hidden px-3 pt-2.5 pb-1.5 ${isDimmed(id, context) ? "opacity-35" : ""}`}
        >
          <NodeBadge kind={node.kind} label={kindWords[node.kind]} />
          <p className="mb-auto line-clamp-2 shrink-0 text-small text-ink">{node.text}</p>
          <Strength id={id} family={family} />
        </div>
      </div>
      <Marks id={id} />
      {(wasPointedAt || context.folded.has(id)) && <Handles id={id} context={context} />}
    </div>
  );
}

function rimOf(id: NodeId, context: CardContextValue, isSelected: boolean, isLeader: boolean): string {
  if (isSelected) return "outline-3 outline-accent";
  if (id === context.cursor) return "outline-2 outline-offset-1 outline-focus";
  if (context.hovered?.has(id) ?? false) return "outline-2 outline-accent-line";
  return isLeader ? "outline-2 outline-ink" : "";
}

function isDimmed(id: NodeId, { lit, hovered, linking }: CardContextValue): boolean {
  if (linking !== undefined) return id !== linking.from && !linking.allows(id);
  return lit !== undefined && !lit.has(id) && !(hovered?.has(id) ?? false);
}

/** On the upper edge, where they take no room from the words. */
function Marks({ id }: { readonly id: NodeId }): ReactElement | null {
  const words = useFacts(({ graph, leader, strengths, branch, live }) => {
    const node = graph.nodes.get(id);
    const marked = readStandings(live.view.state, live.branch);
    return node === undefined
      ? ""
      : sayMarks({ strengths, leader, stale: branch?.stale, marked }, node).join("\n");
  });
  if (words === "") return null;
  return (
    <span className="pointer-events-none absolute end-3 -top-3 flex gap-1">
      {words.split("\n").map((word) => (
        <span
          key={word}
          className={`rounded-full border px-2 text-fine font-[600] whitespace-nowrap ${word === outlineText.leading ? "border-ink bg-ink text-surface" : "border-line-strong bg-surface text-ink"}`}
        >
          {word}
        </span>
      ))}
    </span>
  );
}

function Strength({ id, family }: { readonly id: NodeId; readonly family: NodeFamily }): ReactElement | null {
  const strength = useFacts(({ strengths }) => strengths.byNode.get(id));
  const word = useFacts(({ strengths }) => sayStrength({ strengths }, id));
  const style = useMemo(() => ({ width: `${Math.min(1, Math.max(0, strength ?? 0)) * 100}%` }), [strength]);
  if (strength === undefined) return null;
  return (
    <div className="flex items-center gap-2 text-fine text-ink-soft">
      <span className="h-1.5 flex-1 overflow-hidden rounded-full border border-line-strong/60 bg-sunken">
        <span
          data-prints-colour
          className={`block h-full forced-color-adjust-none forced-colors:bg-[Highlight] ${BARS[family]}`}
          style={style}
        />
      </span>
      {word}
    </div>
  );
}

const HANDLE =
  "nopan absolute top-1/2 grid -translate-y-1/2 cursor-pointer place-items-center rounded-full border border-line-strong bg-surface text-fine font-[600] text-ink-soft tabular-nums shadow-control hover:border-ink hover:text-ink";

/** For the pointer only: the keys C and L, and the buttons of what is selected, do the same. */
function Handles({ id, context }: { readonly id: NodeId; readonly context: CardContextValue }): ReactElement {
  const { folded, reasons, onFold, onLinkFrom } = context;
  const count = reasons.get(id) ?? 0;
  const hiddenCount = folded.get(id);
  return (
    <span aria-hidden="true" className="contents">
      {count > 0 && (
        <button
          type="button"
          tabIndex={-1}
          title={hiddenCount === undefined ? graphText.fold : graphText.unfold(hiddenCount)}
          onClick={(event) => {
            event.stopPropagation();
            onFold(id);
          }}
          className={`${HANDLE} -start-3 h-6 min-w-6 px-1 ${hiddenCount === undefined ? "opacity-0 group-hover:opacity-100" : "border-accent text-accent"}`}
        >
          {hiddenCount === undefined ? "−" : `+${hiddenCount}`}
        </button>
      )}
      {onLinkFrom !== undefined && (
        <button
          type="button"
          tabIndex={-1}
          title={graphText.linkFromHere}
          onPointerDown={(event) => onLinkFrom(id, event)}
          onClick={(event) => event.stopPropagation()}
          className={`${HANDLE} -end-3 size-6 cursor-crosshair touch-none opacity-0 group-hover:opacity-100`}
        >
          →
        </button>
      )}
    </span>
  );
}
