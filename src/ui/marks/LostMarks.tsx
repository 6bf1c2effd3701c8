/** The tray: marks whose place is gone. They are kept in sight until somebody puts them elsewhere or removes them. */

import type { ReactElement } from "react";
import { useStore } from "zustand";
import type { AnnotationState } from "../../domain/record/case-state.ts";
import type { RecordTarget } from "../../domain/record/events.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { CautionIcon } from "../kit/icons/signs.tsx";
import { lostWords, marksText } from "../text/marks.ts";
import type { DeskTarget } from "../../workbench/desk/selection.ts";
import { Judged } from "./MarkCard.tsx";
import { useTargetWords } from "./target-words.ts";
import { useLostWords } from "./lost-words.ts";
import { WordDiff } from "../common/WordDiff.tsx";

export type LostMarksProps = {
  readonly marks: readonly AnnotationState[];
  readonly onRemove: (mark: string) => void;
};

/** Nothing while every mark holds on to something. */
export function LostMarks({ marks, onRemove }: LostMarksProps): ReactElement | null {
  const selected = useStore(useDesk().selection, (selection) => selection.selected);
  const isThere = useFacts(({ graph, live }) => {
    if (selected.type === "sentence") return live.view.state.text?.byId.has(selected.id) === true;
    return selected.type !== "case" && (graph.nodes.has(selected.id) || graph.edges.has(selected.id));
  });
  const place = isThere ? toRecordTarget(selected) : undefined;
  if (marks.length === 0) return null;
  return (
    <section
      aria-label={marksText.trayTitle}
      className="grid grid-cols-1 gap-2 rounded-panel border border-caution-line bg-caution-soft p-3"
    >
      <h3 className="flex items-center gap-2 text-body font-[620]">
        <CautionIcon />
        {marksText.trayTitle} ({marks.length})
      </h3>
      <p className="text-small">{marksText.trayExplanation}</p>
      <ul className="grid grid-cols-1 gap-2">
        {marks.map((mark) => (
          <LostMark key={mark.annotation.id} mark={mark} place={place} onRemove={onRemove} />
        ))}
      </ul>
    </section>
  );
}

function LostMark(props: {
  readonly mark: AnnotationState;
  readonly place: RecordTarget | undefined;
  readonly onRemove: (mark: string) => void;
}): ReactElement {
  const { mark, place, onRemove } = props;
  const { annotation, anchor } = mark;
  const wasOn = useLostWords(annotation.target);
  return (
    <li className="grid grid-cols-1 gap-1.5 rounded-control border border-line bg-surface px-3 py-2.5">
      {anchor.type === "orphaned" && <p className="text-small text-caution">{lostWords[anchor.reason]}</p>}
      <p className="text-small text-ink-soft wrap-anywhere">
        {marksText.wasOn}: {wasOn}
      </p>
      {annotation.target.quote !== "" && (
        <q className="border-s-3 border-line-strong ps-2 text-small text-ink-soft wrap-anywhere">
          {annotation.target.quote}
        </q>
      )}
      <Judged mark={mark} />
      {annotation.comment !== "" && <p className="whitespace-pre-wrap wrap-anywhere">{annotation.comment}</p>}
      {annotation.suggestion !== undefined && (
        <div className="text-small">
          <WordDiff before={annotation.target.quote} after={annotation.suggestion} />
        </div>
      )}
      <LostActions mark={mark} place={place} onRemove={onRemove} />
    </li>
  );
}

/** Put on something else it means all of it: the words it meant are not there. */
function LostActions(props: {
  readonly mark: AnnotationState;
  readonly place: RecordTarget | undefined;
  readonly onRemove: (mark: string) => void;
}): ReactElement | null {
  const { mark, place, onRemove } = props;
  const { id, branch: _branch, ...said } = mark.annotation;
  const desk = useDesk();
  const { settle, isWritable } = useDeskActions();
  const targetWords = useTargetWords();
  if (!isWritable) return null;
  return (
    <div className="-ms-2 flex flex-wrap items-center gap-1">
      {place === undefined ? (
        <p className="ps-2 text-small text-ink-soft">{marksText.selectFirst}</p>
      ) : (
        <Button
          size="small"
          className="ms-2"
          onClick={() => void settle(desk.annotate({ ...said, target: place }, id))}
        >
          {marksText.putOn(shorten(targetWords(place)))}
        </Button>
      )}
      <Button size="small" tone="quiet" onClick={() => onRemove(id)}>
        {marksText.remove}
      </Button>
    </div>
  );
}

const MOST_ON_BUTTON = 60;

function shorten(words: string): string {
  return words.length <= MOST_ON_BUTTON ? words : `${words.slice(0, MOST_ON_BUTTON).trimEnd()}…`;
}

function toRecordTarget(selected: DeskTarget): RecordTarget | undefined {
  if (selected.type === "case") return undefined;
  const type = selected.type === "sentence" ? "text" : selected.type;
  return { type, id: selected.id, quote: "", start: 0 };
}
