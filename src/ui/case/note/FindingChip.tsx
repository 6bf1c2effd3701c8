/** A finding by its sign, its words and what it says, as a button that chooses it everywhere. */

import type { ReactElement } from "react";
import type { CaseFinding } from "../../../domain/record/case-findings.ts";
import { useIsSelected } from "../../desk/use-desk.ts";
import { NodeGlyph } from "../../kit/NodeGlyph.tsx";
import { standingWords } from "../../text/note.ts";

export type FindingChipProps = { readonly finding: CaseFinding; readonly onPress: () => void };

/** A retracted one is told, and cannot be chosen: it is no longer there. */
export function FindingChip({ finding, onPress }: FindingChipProps): ReactElement {
  const { node, standing } = finding;
  const isSelected = useIsSelected({ type: "node", id: node.id });
  const look = `inline-flex max-w-full items-center gap-1.5 rounded-full border px-2 py-0.5 text-start text-small ${isSelected ? "border-evidence bg-evidence-soft" : "border-line-strong/60 bg-surface"}`;
  const content = (
    <>
      <NodeGlyph kind="finding" />
      <span className={`min-w-0 wrap-anywhere ${standing === "retracted" ? "line-through" : ""}`}>
        {node.text}
      </span>
      <span className="shrink-0 text-ink-soft">{standingWords[standing]}</span>
    </>
  );
  if (standing === "retracted") return <span className={look}>{content}</span>;
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      onClick={onPress}
      className={`${look} min-h-7 hover:border-current pointer-coarse:min-h-11`}
    >
      {content}
    </button>
  );
}
