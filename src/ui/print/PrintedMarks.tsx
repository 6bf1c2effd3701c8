/** The marks of the branch that is shown: on what, the verdict, the code with its definition, and the words. */

import type { ReactElement } from "react";
import { findErrorCode } from "../../domain/annotations/error-codes.ts";
import { lostMarksOn, marksOn } from "../../domain/annotations/marks.ts";
import { findSeverity } from "../../domain/annotations/severities.ts";
import type { AnnotationState } from "../../domain/record/case-state.ts";
import type { RecordTarget } from "../../domain/record/events.ts";
import { targetWords } from "../actions/node-words.ts";
import { timeToWords } from "../common/time-words.ts";
import { useCase, useFacts } from "../desk/use-desk.ts";
import { verdictWords } from "../text/dialogue.ts";
import { answerVerdictNames, lostWords, markText } from "../text/marks.ts";
import { printText } from "../text/print.ts";

/** Those that have lost what they were on are printed as well, and say so. */
export function PrintedMarks(): ReactElement {
  const state = useCase(({ view }) => view.state);
  const branch = useCase((live) => live.branch);
  const marks = [...marksOn(state, branch), ...lostMarksOn(state, branch)];
  if (marks.length === 0) return <p>{printText.noMarks}</p>;
  return (
    <ol className="grid grid-cols-1 gap-2">
      {marks.map((mark) => (
        <li key={mark.annotation.id} className="break-inside-avoid border-s-4 border-line-strong ps-3">
          <Mark mark={mark} />
        </li>
      ))}
    </ol>
  );
}

function Mark({ mark: { annotation, anchor, time } }: { readonly mark: AnnotationState }): ReactElement {
  const { target, verdict, errorCode, severity, comment, suggestion } = annotation;
  const graph = useFacts((facts) => facts.graph);
  const code = findErrorCode(errorCode);
  const isAnswer = target.type === "case" && target.id !== "";
  const known = findSeverity(severity);
  const facts = [
    verdict === undefined ? undefined : (isAnswer ? answerVerdictNames : verdictWords)[verdict],
    errorCode === undefined ? undefined : (code?.name ?? markText.unknownCode(errorCode)),
    severity === undefined ? undefined : markText.severityOf(known?.name ?? severity),
  ].filter((fact) => fact !== undefined);
  return (
    <>
      <p className="wrap-anywhere">
        <span className="font-[600]">{nameOf(target, (id) => targetWords(graph, id))}</span>
        {target.quote !== "" && <span> “{target.quote}”</span>}
      </p>
      <p className="text-small">
        {facts.join(" · ")} <span className="text-ink-soft">{timeToWords(time)}</span>
      </p>
      {anchor.type === "orphaned" && <p className="text-small">{lostWords[anchor.reason]}</p>}
      {code !== undefined && <p className="text-small text-ink-soft">{code.definition}</p>}
      {comment !== "" && <p className="whitespace-pre-line wrap-anywhere">{comment}</p>}
      {suggestion !== undefined && (
        <p className="wrap-anywhere">
          {printText.suggestion}: “{suggestion}”
        </p>
      )}
    </>
  );
}

function nameOf({ type, id }: RecordTarget, wordsOf: (id: string) => string): string {
  switch (type) {
    case "case":
      return id === "" ? markText.theCase : markText.theAnswer(wordsOf(id));
    case "text":
      return markText.sentence(id);
    case "thinking":
      return markText.theThinking;
    case "answer":
      return markText.theReply;
    case "node":
    case "edge":
      return wordsOf(id);
    default:
      return type satisfies never;
  }
}
