/** Words of the note that a finding rests on: underlined by what it says, named by a tooltip, chosen by press or key. */

import { type ReactElement, useRef } from "react";
import { useStore } from "zustand";
import type { CaseFinding } from "../../../domain/record/case-findings.ts";
import { useDesk } from "../../desk/use-desk.ts";
import { Tooltip } from "../../kit/Tooltip.tsx";
import { useTooltip } from "../../kit/use-tooltip.ts";
import { noteText, standingSigns } from "../../text/note.ts";
import { UNDERLINE, sayFinding } from "./finding-look.ts";

export type FindingMarkProps = {
  readonly start: number;
  readonly text: string;
  /** The first one decides the look; all are named. */
  readonly findings: readonly [CaseFinding, ...CaseFinding[]];
};

/** A span in the clothes of a button: a real one would not break across lines. */
export function FindingMark({ start, text, findings }: FindingMarkProps): ReactElement {
  const desk = useDesk();
  const wrapper = useRef<HTMLSpanElement>(null);
  const { isOpen, hide, trigger } = useTooltip();
  const [first] = findings;
  const { node, standing, isStale } = first;
  const isSelected = useStore(desk.selection, ({ selected }) => isNode(selected, node.id));
  const isHovered = useStore(desk.selection, ({ hovered }) => isNode(hovered, node.id));
  const sign = standingSigns[standing];
  return (
    <span ref={wrapper} {...trigger}>
      <span
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a button does not break across lines
        role="button"
        tabIndex={-1}
        aria-pressed={isSelected}
        aria-label={noteText.markedWords(text, findings.map(sayFinding).join("; "))}
        data-finding={node.id}
        data-start={start}
        className={`cursor-pointer rounded-small underline underline-offset-3 ${UNDERLINE[isStale ? "stale" : standing]} ${node.critical ? "decoration-3" : "decoration-2"} ${isSelected || isHovered ? "bg-evidence-soft" : ""}`}
      >
        {text}
      </span>
      {isOpen && (
        <Tooltip wrapper={wrapper} onHide={hide}>
          <span className="grid gap-0.5">
            {findings.map((finding) => (
              <span key={finding.node.id}>{sayFinding(finding)}</span>
            ))}
          </span>
        </Tooltip>
      )}
      {sign !== "" && (
        <sup aria-hidden="true" className="ps-px font-[600] text-ink-soft select-none">
          {sign}
        </sup>
      )}
    </span>
  );
}

function isNode(target: { readonly type: string; readonly id?: string } | undefined, id: string): boolean {
  return target?.type === "node" && target.id === id;
}
