/** All marks of the branch that is shown: what they amount to, which of them to look at, and those that lost their place. */

import { type ReactElement, useState } from "react";
import { countElsewhere } from "../../domain/annotations/marks.ts";
import { filterMarks, type MarkFilter } from "../../domain/annotations/filter-marks.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { beginMark } from "../actions/mark-drafts.ts";
import { useLostMarks, useMarks } from "../actions/use-marks.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { Hint } from "../kit/Hint.tsx";
import { Button } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { FlagIcon } from "../kit/icons/flag.tsx";
import { hintOf } from "../text/hints.ts";
import { marksText, markText } from "../text/marks.ts";
import { FourCellCard } from "./FourCellCard.tsx";
import { LostMarks } from "./LostMarks.tsx";
import { MarkCard } from "./MarkCard.tsx";
import { MarkFilters } from "./MarkFilters.tsx";
import { RemovedNote, useRemoving } from "./removing.tsx";

/** A filter that fits nothing any more is lifted by a press, never silently. */
export function MarksPanel(): ReactElement {
  const desk = useDesk();
  const { isWritable } = useDeskActions();
  const marks = useMarks();
  const lost = useLostMarks();
  const elsewhere = useFacts(({ live }) => countElsewhere(live.view.state, live.branch));
  const [filter, setFilter] = useState<MarkFilter>({});
  const shown = filterMarks(marks, filter);
  const removing = useRemoving();
  const isEmpty = marks.length + lost.length === 0;
  return (
    <div className="@container grid grid-cols-1 content-start gap-3 pe-1 pb-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-heading">{marksText.title}</h2>
        <Hint isNamed {...hintOf("verdict")} />
        {!isEmpty && <span className="text-small text-ink-soft">{marksText.count(marks.length)}</span>}
        {isWritable && (
          <Button
            size="small"
            className="ms-auto"
            icon={<FlagIcon />}
            onClick={() => beginMark(desk, { on: { type: "case", id: "" } })}
          >
            {markText.markCase}
          </Button>
        )}
      </div>
      <FourCellCard marks={marks} />
      {marks.length > 1 && <MarkFilters marks={marks} filter={filter} onChange={setFilter} />}
      {shown.length < marks.length && (
        <div className="flex flex-wrap items-center gap-x-3 text-small">
          <output>
            {shown.length === 0 ? marksText.noneFits : marksText.shown(shown.length, marks.length)}
          </output>
          <Button size="small" tone="quiet" onClick={() => setFilter({})}>
            {marksText.showAll}
          </Button>
        </div>
      )}
      <div>
        <RemovedNote removing={removing} />
        {shown.length > 0 && (
          <ol aria-label={marksText.list} className="grid grid-cols-1 gap-2">
            {shown.map((mark) => (
              <MarkCard key={mark.annotation.id} mark={mark} onRemove={removing.remove} />
            ))}
          </ol>
        )}
      </div>
      {isEmpty && (
        <EmptyState icon={<FlagIcon />} title={marksText.emptyTitle} headingLevel={3}>
          {marksText.emptyExplanation}
        </EmptyState>
      )}
      <LostMarks marks={lost} onRemove={removing.remove} />
      {elsewhere > 0 && <p className="text-small text-ink-soft">{marksText.otherBranches(elsewhere)}</p>}
    </div>
  );
}
