/** The marks on a thing, each on one line with its comment; pressing one changes it. Place it wherever a thing is shown. */

import type { ReactElement } from "react";
import type { AnnotationState } from "../../domain/record/case-state.ts";
import type { RecordTarget } from "../../domain/record/events.ts";
import { useCase, useDesk } from "../desk/use-desk.ts";
import { FlagIcon } from "../kit/icons/flag.tsx";
import { CheckIcon, CloseIcon } from "../kit/icons/signs.tsx";
import { toneClass, type Tone } from "../kit/tone.ts";
import { markText } from "../text/marks.ts";
import { useDeskActions } from "./desk-actions.ts";
import { changeMark } from "./mark-drafts.ts";
import { sayMark, useAuthorWords, useMarksAt } from "./use-marks.ts";

export type MarksOfProps = { readonly target: Pick<RecordTarget, "type" | "id"> };

/** Nothing where nothing is marked. */
export function MarksOf({ target }: MarksOfProps): ReactElement | null {
  const marks = useMarksAt(target);
  if (marks.length === 0) return null;
  return (
    <ul aria-label={markText.marks} className="grid grid-cols-1 gap-1">
      {marks.map((mark) => (
        <MarkLine key={mark.annotation.id} mark={mark} />
      ))}
    </ul>
  );
}

function MarkLine({ mark }: { readonly mark: AnnotationState }): ReactElement {
  const authorWords = useAuthorWords();
  const branch = useCase((live) => live.branch);
  const { annotation, author } = mark;
  const { target, comment } = annotation;
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-small">
      <MarkChip mark={mark} words={sayMark(mark, authorWords(author))} />
      {target.quote !== "" && <q className="min-w-0 text-ink-soft wrap-anywhere">{target.quote}</q>}
      {comment !== "" && <span className="min-w-0 wrap-anywhere">{comment}</span>}
      {annotation.branch !== branch && target.type !== "text" && (
        <span className="text-ink-faint">{markText.elsewhere}</span>
      )}
    </li>
  );
}

/** Only a label where nothing can be written. */
function MarkChip({ mark, words }: { readonly mark: AnnotationState; readonly words: string }): ReactElement {
  const desk = useDesk();
  const { isWritable } = useDeskActions();
  const look = `inline-flex max-w-full items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-start text-small font-[540] ${toneClass(toneOfMark(mark))}`;
  const content = (
    <>
      <MarkIcon mark={mark} />
      <span className="min-w-0 wrap-anywhere">{words}</span>
    </>
  );
  if (!isWritable) return <span className={look}>{content}</span>;
  return (
    <button
      type="button"
      aria-label={markText.changeMark(words)}
      onClick={() => changeMark(desk, mark)}
      className={`${look} min-h-7 hover:border-current pointer-coarse:min-h-9`}
    >
      {content}
    </button>
  );
}

/** Its word says what the sign says. */
export function MarkIcon({ mark: { annotation } }: { readonly mark: AnnotationState }): ReactElement {
  if (annotation.verdict === "accept") return <CheckIcon />;
  return annotation.verdict === "reject" ? <CloseIcon /> : <FlagIcon />;
}

/** The tone of a mark's verdict. */
export function toneOfMark({ annotation }: AnnotationState): Tone {
  if (annotation.verdict === "accept") return "positive";
  if (annotation.verdict === "reject") return "critical";
  return annotation.verdict === "unsure" ? "caution" : "info";
}
