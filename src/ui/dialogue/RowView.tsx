/** One row of the dialogue. */

import { memo, type ReactElement } from "react";
import { CautionIcon, CheckIcon } from "../kit/icons/signs.tsx";
import { dialogueText, endWords, stageWords } from "../text/dialogue.ts";
import { ChangeRow } from "./ChangeRow.tsx";
import type { DialogueRow } from "./dialogue-rows.ts";
import { QuestionTurn } from "./QuestionTurn.tsx";
import { RunHeader } from "./RunHeader.tsx";
import { StatementRow } from "./StatementRow.tsx";

export type RowViewProps = { readonly row: DialogueRow; readonly place: number };

/** Each kind of row has its own look. A row never changes, so another one beside it draws it no second time. */
export const RowView = memo(function RowView({ row, place }: RowViewProps): ReactElement {
  switch (row.type) {
    case "run":
      return <RunHeader event={row.event} />;
    case "stage":
      return (
        <h4 className="mt-2 text-small font-[600] text-ink-soft">
          {row.stage === undefined ? dialogueText.evidence : stageWords[row.stage]}
        </h4>
      );
    case "statement":
      return <StatementRow place={place} event={row.event} />;
    case "run-end":
      return (
        <p className="flex items-center gap-2 py-1 text-small text-ink-soft">
          {row.event.reason === "finished" ? <CheckIcon /> : <CautionIcon />}
          {endWords[row.event.reason]}
        </p>
      );
    case "question":
      return <QuestionTurn place={place} event={row.event} />;
    case "change":
      return <ChangeRow place={place} event={row.event} />;
    default:
      return row satisfies never;
  }
});
