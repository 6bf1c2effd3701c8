/** The rows of a computed answer. What a row is about, and the sentence behind it, can be selected. */

import type { ReactElement } from "react";
import { useDesk } from "../desk/use-desk.ts";
import { joinClasses } from "../kit/join-classes.ts";
import { answerText } from "../text/answers.ts";
import type { SaidRow } from "./say-answer.ts";
import { SentenceChip } from "./SentenceChip.tsx";

/** So many rows are shown at first. */
const FIRST_ROWS = 8;

export type AnswerRowsProps = { readonly rows: readonly SaidRow[] };

/** The weightiest first; the rest is one press away. */
export function AnswerRows({ rows }: AnswerRowsProps): ReactElement {
  const [first, rest] = [rows.slice(0, FIRST_ROWS), rows.slice(FIRST_ROWS)];
  return (
    <div className="grid gap-1">
      <RowList rows={first} />
      {rest.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1 text-small text-accent">
            {answerText.moreRows(rest.length)}
          </summary>
          <RowList rows={rest} />
        </details>
      )}
    </div>
  );
}

function RowList({ rows }: AnswerRowsProps): ReactElement {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map((row, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows never move, and two may be about the same node
        <li key={place} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5 text-small">
          <RowName row={row} />
          {row.points !== "" && <Points row={row} />}
          {row.sentence !== undefined && <SentenceChip sentence={row.sentence} />}
          {row.note !== "" && <span className="basis-full text-ink-soft wrap-anywhere">{row.note}</span>}
        </li>
      ))}
    </ul>
  );
}

function RowName({ row }: { readonly row: SaidRow }): ReactElement {
  const desk = useDesk();
  const { nodeId } = row;
  if (nodeId === undefined) return <span className="min-w-0 flex-1 wrap-anywhere">{row.name}</span>;
  return (
    <button
      type="button"
      onClick={() => desk.select({ type: "node", id: nodeId })}
      className="min-w-0 flex-1 text-start wrap-anywhere underline-offset-2 hover:underline"
    >
      {row.name}
    </button>
  );
}

function Points({ row: { points, sign } }: { readonly row: SaidRow }): ReactElement {
  const isNothing = points.startsWith("0.00");
  const ink = isNothing
    ? "text-ink-soft"
    : sign === "+"
      ? "text-positive"
      : sign === "-"
        ? "text-critical"
        : "text-ink-soft";
  return <span className={joinClasses("font-[580] tabular-nums", ink)}>{points}</span>;
}
