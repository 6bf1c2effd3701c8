/** One moment of the record on paper. */

import type { ReactElement, ReactNode } from "react";
import type { Moment } from "../../domain/record/moments.ts";
import { dialogueText, kindWords, linkWords } from "../text/dialogue.ts";
import { printText } from "../text/print.ts";
import { doneWords, momentWords } from "../text/time.ts";

export type PrintedMomentProps = {
  readonly moment: Moment;
  /** Taken back later. */
  readonly isUndone: boolean;
};

/** Whose words they are stands with every answer. */
export function PrintedMoment({ moment, isUndone }: PrintedMomentProps): ReactElement {
  const { event, subject } = moment;
  const note = isUndone ? <Aside>({printText.takenBack})</Aside> : null;
  if (event.type === "answer-give")
    return <Answer text={event.text} isComputed={event.source === "computed"} />;
  if (event.type === "question-ask")
    return (
      <p className="font-[600] wrap-anywhere">
        {dialogueText.question}: {event.text}
      </p>
    );
  const isUnread = event.type === "statement-close" && event.statement.type === "unread";
  if (isUnread)
    return (
      <p className="wrap-anywhere">
        {momentWords(moment)}: <span className="font-mono text-small">{event.line}</span>
      </p>
    );
  const isConclusion = event.type === "statement-close" && event.statement.type === "conclusion";
  if (subject === undefined || isConclusion)
    return (
      <p className={`wrap-anywhere ${isConclusion ? "font-[600]" : ""}`}>
        {momentWords(moment)} {note}
      </p>
    );
  const done = event.type === "statement-close" ? "" : `${doneWords(moment)}: `;
  return (
    <p className="wrap-anywhere">
      {done !== "" && <span className="font-[600]">{done}</span>}
      {subject.type === "node" ? (
        <>
          <span className="font-[600]">{kindWords[subject.node.kind]}</span> {subject.node.text}{" "}
          <Aside>{cites(subject.node.citations)}</Aside>
        </>
      ) : (
        <>
          {subject.from} <em className="font-[600]">{linkWords(subject.edge)}</em> {subject.to}
          {subject.edge.rationale !== undefined && <Aside> ({subject.edge.rationale})</Aside>}
        </>
      )}{" "}
      {note}
    </p>
  );
}

function Answer({ text, isComputed }: { readonly text: string; readonly isComputed: boolean }): ReactElement {
  const [headline, ...rows] = text.split("\n");
  return (
    <div className="border-s-4 border-line-strong ps-3">
      <p className="text-small text-ink-soft">{isComputed ? printText.computed : printText.modelsWords}</p>
      <p className="wrap-anywhere">{headline}</p>
      <ul className="text-small">
        {rows.map((row, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- recorded lines never move, and two may be alike
          <li key={place} className="wrap-anywhere">
            {row}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Aside({ children }: { readonly children: ReactNode }): ReactElement {
  return <span className="text-small text-ink-soft">{children}</span>;
}

/** "[s1, s3]" */
function cites(citations: readonly { readonly sentence: string }[]): string {
  const sentences = [...new Set(citations.map(({ sentence }) => sentence))];
  return sentences.length === 0 ? "" : `[${sentences.join(", ")}]`;
}
