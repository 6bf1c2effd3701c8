/** All findings of the case, with what each says, the sentence it was read in, and what can be done about it. */

import { type ReactElement, useId, useState } from "react";
import type { CaseFinding } from "../../../domain/record/case-findings.ts";
import { useDeskActions } from "../../actions/desk-actions.ts";
import { ChevronDownIcon } from "../../kit/icons/arrows.tsx";
import { noteText, standingSigns, standingWords } from "../../text/note.ts";
import { UNDERLINE } from "./finding-look.ts";
import { FindingRow } from "./FindingRow.tsx";

export type FindingListProps = { readonly findings: readonly CaseFinding[] };

const STANDINGS = ["present", "absent", "normal", "unknown", "retracted"] as const;

/** Folded away until it is asked for: the note comes first. */
export function FindingList({ findings }: FindingListProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const { isWritable } = useDeskActions();
  const listId = useId();
  const counts = STANDINGS.map((standing) => ({
    standing,
    count: findings.filter((finding) => finding.standing === standing).length,
  })).filter(({ count }) => count > 0);
  return (
    <section aria-label={noteText.findings} className="grid max-w-prose grid-cols-1 gap-2">
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setOpen(!isOpen)}
          className="flex min-h-10 w-full items-center gap-2 rounded-control border border-line bg-surface px-3 py-1.5 text-start hover:bg-hover pointer-coarse:min-h-11"
        >
          <span
            className={`grid transition-transform motion-reduce:transition-none ${isOpen ? "" : "-rotate-90"}`}
          >
            <ChevronDownIcon />
          </span>
          <span className="font-[600]">{noteText.findingCount(findings.length)}</span>
        </button>
      </h3>
      {counts.length > 0 && (
        <p className="flex flex-wrap gap-x-3 gap-y-1 px-1 text-small text-ink-soft">
          {counts.map(({ standing, count }) => (
            <span key={standing}>
              <span className={`underline decoration-2 underline-offset-3 ${UNDERLINE[standing]}`}>
                {noteText.standingCount(count, standingWords[standing])}
              </span>
              {standingSigns[standing] !== "" && (
                <sup aria-hidden="true" className="ps-px font-[600]">
                  {standingSigns[standing]}
                </sup>
              )}
            </span>
          ))}
        </p>
      )}
      <div id={listId} hidden={!isOpen}>
        {isOpen && findings.length === 0 && (
          <p className="px-1 text-small text-ink-soft">
            {noteText.noFindings} {isWritable && noteText.howToAdd}
          </p>
        )}
        {isOpen && findings.length > 0 && (
          <ul className="divide-y divide-line rounded-panel border border-line bg-surface">
            {findings.map((finding) => (
              <FindingRow key={`${finding.node.id} ${finding.standing === "retracted"}`} finding={finding} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
