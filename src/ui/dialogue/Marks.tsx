/** What the reader of the statements noticed about a line, in words. */

import type { ReactElement } from "react";
import type { StatementMark } from "../../domain/record/events.ts";
import { CautionIcon } from "../kit/icons/signs.tsx";
import { markWords } from "../text/dialogue.ts";

export type MarksProps = { readonly marks: readonly StatementMark[] };

/** Nothing where nothing was noticed. */
export function Marks({ marks }: MarksProps): ReactElement | null {
  if (marks.length === 0) return null;
  return (
    <ul className="grid gap-0.5 text-small text-caution">
      {marks.map((mark) => (
        <li
          key={`${mark.type} ${mark["field"] ?? mark["sentence"] ?? mark["id"] ?? ""}`}
          className="flex gap-1.5"
        >
          <span className="pt-0.5">
            <CautionIcon />
          </span>
          {wordsOf(mark)}
        </li>
      ))}
    </ul>
  );
}

/** A mark of a later version has no words here yet. */
function wordsOf({ type }: StatementMark): string {
  return Object.entries(markWords).find(([known]) => known === type)?.[1] ?? type;
}
