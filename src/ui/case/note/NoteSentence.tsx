/** One row of the note: its number in the margin, its mark, its words; what can be done below it while it is chosen. */

import { type ReactElement, memo } from "react";
import type { NoteRow } from "../../../domain/case-text/note-layout.ts";
import type { Sentence } from "../../../domain/case-text/sentences.ts";
import type { CaseFinding } from "../../../domain/record/case-findings.ts";
import { FlagIcon } from "../../kit/icons/flag.tsx";
import { joinClasses } from "../../kit/join-classes.ts";
import { caseText } from "../../text/case.ts";
import { noteText } from "../../text/note.ts";
import { NoteWords } from "./NoteWords.tsx";
import { useSentenceLight } from "./note-light.ts";
import { SentenceActions } from "./SentenceActions.tsx";

export type NoteSentenceProps = {
  readonly row: NoteRow;
  readonly sentence: Sentence;
  readonly findings: readonly CaseFinding[];
  readonly isMarked: boolean;
};

/** Presses and keys are heard by the note as a whole. */
export const NoteSentence = memo(function NoteSentence(props: NoteSentenceProps): ReactElement {
  const { row, sentence, findings, isMarked } = props;
  const { look, isSelected, isTabStop } = useSentenceLight(sentence.id);
  const mark = row.lead.trim();
  return (
    <li className={SPACE[row.opensParagraph || row.look === "heading" ? "paragraph" : "line"]}>
      <div
        data-row={sentence.id}
        data-lit={look === "lit" || undefined}
        className={`grid cursor-pointer grid-cols-[2.5rem_1fr] gap-x-1 rounded-small border-s-3 py-0.5 pe-2 ${LIGHT[look]}`}
      >
        <button
          type="button"
          tabIndex={isTabStop ? 0 : -1}
          aria-pressed={isSelected}
          aria-label={caseText.sentence(sentence.id)}
          data-sentence={sentence.id}
          className="min-h-6 cursor-pointer self-start rounded-small px-1 text-start text-fine text-ink-soft tabular-nums select-none pointer-coarse:min-h-11"
        >
          {sentence.id}
          {isMarked && (
            <span className="ms-1 inline-grid align-middle text-accent">
              <FlagIcon />
            </span>
          )}
        </button>
        <div className={joinClasses(INDENT[row.indent], row.look === "heading" ? "font-[640]" : undefined)}>
          <div className={mark === "" ? "" : "grid grid-cols-[auto_1fr] gap-x-2"}>
            {mark !== "" && <span className="text-ink-soft tabular-nums">{mark}</span>}
            <div className="min-w-0 wrap-anywhere">
              <NoteWords row={row} sentence={sentence} findings={findings} />
              {findings.length > 0 && <span className="sr-only"> {noteText.cited}</span>}
              {isMarked && <span className="sr-only"> {noteText.marked}</span>}
            </div>
          </div>
        </div>
        {isSelected && <SentenceActions sentence={sentence} findings={findings} />}
      </div>
    </li>
  );
});

const LIGHT = {
  lit: "border-accent bg-accent-soft",
  hovered: "border-line-strong bg-hover",
  none: "border-transparent",
} as const;

const SPACE = { paragraph: "not-first:mt-3", line: "" } as const;

const INDENT: Readonly<Record<number, string>> = { 0: "", 1: "ps-4", 2: "ps-8", 3: "ps-12" };
