/** One mark in full: on what, what it says, what it would change, whose it is; and what can be done with it. */

import type { ReactElement } from "react";
import { findErrorCode } from "../../domain/annotations/error-codes.ts";
import { placeOfMark } from "../../domain/annotations/marks.ts";
import { findSeverity } from "../../domain/annotations/severities.ts";
import type { AnnotationState } from "../../domain/record/case-state.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { changeMark } from "../actions/mark-drafts.ts";
import { MarkIcon, toneOfMark } from "../actions/MarksOf.tsx";
import { sayMark, useAuthorWords } from "../actions/use-marks.ts";
import { timeToWords } from "../common/time-words.ts";
import { useDesk } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { markText, marksText, placeNames } from "../text/marks.ts";
import { useShowTarget } from "./show-target.ts";
import { Suggestion } from "./Suggestion.tsx";
import { useTargetWords } from "./target-words.ts";

export type MarkCardProps = {
  readonly mark: AnnotationState;
  readonly onRemove: (mark: string) => void;
};

/** Pressing its name shows the thing in the other panels. */
export function MarkCard({ mark, onRemove }: MarkCardProps): ReactElement {
  const { annotation, anchor } = mark;
  const { target, comment } = annotation;
  const on = { type: target.type, id: anchor.type === "anchored" ? anchor.target : target.id };
  const name = useTargetWords()(on);
  const show = useShowTarget(mark);
  return (
    <li className="grid grid-cols-1 gap-1.5 rounded-panel border border-line bg-surface px-3 py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-small">
        <span className="text-ink-soft">{placeNames[placeOfMark(target)]}</span>
        <Made mark={mark} />
      </div>
      {show === undefined ? (
        <p className="font-[560] wrap-anywhere">{name}</p>
      ) : (
        <button
          type="button"
          aria-label={marksText.goTo(name)}
          onClick={show}
          className="min-h-6 text-start font-[560] wrap-anywhere underline-offset-2 hover:underline pointer-coarse:min-h-11"
        >
          {name}
        </button>
      )}
      {target.quote !== "" && (
        <q className="border-s-3 border-line-strong ps-2 text-small text-ink-soft wrap-anywhere">
          {target.quote}
        </q>
      )}
      <Judged mark={mark} />
      {comment !== "" && <p className="whitespace-pre-wrap wrap-anywhere">{comment}</p>}
      <Suggestion mark={mark} />
      <Actions mark={mark} onRemove={onRemove} />
    </li>
  );
}

function Made({ mark: { author, time } }: { readonly mark: AnnotationState }): ReactElement {
  const authorWords = useAuthorWords();
  return (
    <span className="text-fine text-ink-faint">
      {authorWords(author)}, {timeToWords(time)}
    </span>
  );
}

/** Verdict, code and severity, the last two with what they mean. */
export function Judged({ mark }: { readonly mark: AnnotationState }): ReactElement {
  const authorWords = useAuthorWords();
  const { errorCode, severity } = mark.annotation;
  const [code, level] = [findErrorCode(errorCode), findSeverity(severity)];
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap gap-1.5">
        <Chip tone={toneOfMark(mark)} icon={<MarkIcon mark={mark} />}>
          {sayMark(mark, authorWords(mark.author))}
        </Chip>
        {severity !== undefined && <Chip>{markText.severityOf(level?.name ?? severity)}</Chip>}
      </div>
      {code !== undefined && <p className="text-small text-ink-soft">{code.definition}</p>}
    </div>
  );
}

function Actions({ mark, onRemove }: MarkCardProps): ReactElement | null {
  const desk = useDesk();
  const { isWritable } = useDeskActions();
  if (!isWritable) return null;
  return (
    <div className="-ms-2 flex flex-wrap gap-1">
      <Button size="small" tone="quiet" onClick={() => changeMark(desk, mark)}>
        {marksText.change}
      </Button>
      <Button size="small" tone="quiet" onClick={() => onRemove(mark.annotation.id)}>
        {marksText.remove}
      </Button>
    </div>
  );
}
