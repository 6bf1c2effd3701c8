/** One row of the tree: what it does to the row above, its kind, its words, its strength and what is marked on it. */

import type { ReactElement } from "react";
import type { OutlineEntry } from "../../workbench/graph-view/outline-tree.ts";
import { sayMarks, sayStrength, sayWeight } from "../answers/say-node.ts";
import { useArgument } from "../desk/use-argument.ts";
import { NodeBadge } from "../kit/NodeBadge.tsx";
import { kindWords, linkWords } from "../text/dialogue.ts";
import { outlineText } from "../text/outline.ts";

export type OutlineRowProps = { readonly entry: OutlineEntry };

/** Wraps on a narrow screen: nothing is cut off. */
export function OutlineRow({ entry }: OutlineRowProps): ReactElement {
  const argument = useArgument();
  const { node, link, isRepeat } = entry;
  const strength = sayStrength(argument, node.id);
  const weight = link && sayWeight(link);
  const marks = sayMarks(argument, node);
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-x-3 gap-y-0.5">
      <span className="flex flex-wrap items-center gap-x-2 text-small">
        {link !== undefined && (
          <span className={link.kind === "attacks" ? "font-[600] text-critical" : "font-[600] text-positive"}>
            {linkWords(link)}
          </span>
        )}
        {weight !== undefined && <span className="text-ink-soft">({weight})</span>}
        <NodeBadge kind={node.kind} label={kindWords[node.kind]} />
        {strength !== undefined && <span className="text-ink-soft">{strength}</span>}
        {marks.map((mark) => (
          <span key={mark} className="rounded-full border border-line-strong px-2 text-fine text-ink">
            {mark}
          </span>
        ))}
      </span>
      <span className="min-w-0 wrap-anywhere">{node.text}</span>
      {isRepeat && <span className="text-fine text-ink-faint">{outlineText.repeat}</span>}
    </span>
  );
}
