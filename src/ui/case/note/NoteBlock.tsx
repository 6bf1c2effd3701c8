/** Rows of the note that stand together. Out of sight the browser neither lays them out nor paints them, but still finds words in them. */

import { type ReactElement, memo } from "react";
import type { NoteRow } from "../../../domain/case-text/note-layout.ts";
import type { CaseFinding } from "../../../domain/record/case-findings.ts";
import { noteText } from "../../text/note.ts";
import { NoteSentence } from "./NoteSentence.tsx";

export type NoteBlockProps = {
  readonly rows: readonly NoteRow[];
  readonly bySentence: ReadonlyMap<string, readonly CaseFinding[]>;
  /** Sentences on which somebody made a mark. */
  readonly marked: ReadonlySet<string>;
};

const NONE: readonly CaseFinding[] = [];
/** A row's usual height, until it was seen. */
const ROW_REM = 2.9;

/** Drawn again only when the text or a finding changed. */
export const NoteBlock = memo(function NoteBlock({ rows, bySentence, marked }: NoteBlockProps): ReactElement {
  return (
    <ol
      aria-label={noteText.sentences}
      style={{ containIntrinsicHeight: `auto ${rows.length * ROW_REM}rem` }}
      className="grid grid-cols-1 gap-0.5 [content-visibility:auto]"
    >
      {rows.map((row, index) =>
        row.sentence === undefined ? (
          // oxlint-disable-next-line react/no-array-index-key -- rows of marks have nothing else to be told by
          <li key={`marks ${index}`} aria-hidden="true" className="truncate ps-11 text-ink-faint">
            {row.lead.trim()}
          </li>
        ) : (
          <NoteSentence
            key={row.sentence.id}
            row={row}
            sentence={row.sentence}
            findings={bySentence.get(row.sentence.id) ?? NONE}
            isMarked={marked.has(row.sentence.id)}
          />
        ),
      )}
    </ol>
  );
});
