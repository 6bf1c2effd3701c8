/** The note, laid out as it was written, each sentence with its number; what is chosen anywhere on the desk lights it up. */

import {
  type ReactElement,
  startTransition,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type NoteRow, layOutNote } from "../../../domain/case-text/note-layout.ts";
import type { CaseText } from "../../../domain/case-text/revisions.ts";
import { useMarks } from "../../actions/use-marks.ts";
import { noteText } from "../../text/note.ts";
import { NoteBlock } from "./NoteBlock.tsx";
import { NoteLightContext, useCreateNoteLight } from "./note-light.ts";
import type { NoteFindings } from "./use-note-findings.ts";
import { useNoteActions } from "./use-note-actions.ts";
import { useShowLit } from "./use-show-lit.ts";

export type NoteProps = {
  readonly text: CaseText;
  readonly findings: NoteFindings;
  /** Shown again after a correction, it stays at its top. */
  readonly isBack: boolean;
};

const BLOCK_ROWS = 80;
const BLOCKS_AT_ONCE = 6;

/** The first page is drawn at once and the rest behind it, so that a long note is there as soon as a short one. */
export function Note({ text, findings, isBack }: NoteProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const light = useCreateNoteLight();
  const blocks = useMemo(() => cutBlocks(layOutNote(text)), [text]);
  const drawn = useGrowing(useDeferredValue(blocks));
  const marked = useMarkedSentences();
  const handlers = useNoteActions(list, light, text);
  useShowLit(list, isBack);
  return (
    <NoteLightContext value={light}>
      <p className="sr-only">{noteText.keys}</p>
      <div
        ref={list}
        {...handlers}
        className="grid max-w-prose grid-cols-1 gap-0.5 rounded-panel border border-line bg-surface px-2 py-3 sm:px-3"
      >
        {drawn.map((rows) => (
          <NoteBlock
            key={rows[0]?.sentence?.id ?? ""}
            rows={rows}
            bySentence={findings.bySentence}
            marked={marked}
          />
        ))}
      </div>
    </NoteLightContext>
  );
}

/** The first block at once, the others a few at a time, between which everything else has its turn. */
function useGrowing<Item>(items: readonly Item[]): readonly Item[] {
  const [count, setCount] = useState(1);
  const isDone = count >= items.length;
  useEffect(() => {
    if (!isDone) startTransition(() => setCount(count + BLOCKS_AT_ONCE));
  }, [isDone, count]);
  return isDone ? items : items.slice(0, count);
}

function useMarkedSentences(): ReadonlySet<string> {
  const marks = useMarks();
  return useMemo(() => {
    const onText = marks.filter(({ annotation }) => annotation.target.type === "text");
    return new Set(
      onText.map(({ annotation, anchor }) =>
        anchor.type === "anchored" ? anchor.target : annotation.target.id,
      ),
    );
  }, [marks]);
}

function cutBlocks(rows: readonly NoteRow[]): readonly (readonly NoteRow[])[] {
  return Array.from({ length: Math.ceil(rows.length / BLOCK_ROWS) }, (_, block) =>
    rows.slice(block * BLOCK_ROWS, (block + 1) * BLOCK_ROWS),
  );
}
