/** The words of a sentence as they were written, with what findings mark in them: one line, or the cells of a row. */

import type { CSSProperties, ReactElement } from "react";
import type { NoteRow } from "../../../domain/case-text/note-layout.ts";
import type { Sentence } from "../../../domain/case-text/sentences.ts";
import type { CaseFinding } from "../../../domain/record/case-findings.ts";
import { type FindingSpan, cutSentence } from "../cut-sentence.ts";
import { FindingMark } from "./FindingMark.tsx";

export type NoteWordsProps = {
  readonly row: NoteRow;
  readonly sentence: Sentence;
  readonly findings: readonly CaseFinding[];
};

/** Text nodes only, whatever was typed; each says where in the note it begins. */
export function NoteWords({ row, sentence, findings }: NoteWordsProps): ReactElement {
  const spans = spansIn(sentence, findings);
  const { start, end } = sentence;
  const words = (from: number, to: number): ReactElement => (
    <Words
      start={from}
      text={sentence.text.slice(from - start, to - start)}
      spans={spans}
      findings={findings}
    />
  );
  const { cells, table, labelEnd } = row;
  if (cells !== undefined && table !== undefined) {
    return (
      <span className="grid gap-x-3" style={columnsOf(table.widths)}>
        {cells.map((cell) => (
          <span key={cell.start} className="min-w-0 tabular-nums wrap-break-word">
            {cutFrame(sentence.text.slice(cell.start - start, cell.end - start)).map(
              ({ text, at, isFrame }) => (
                <span key={at} className={isFrame ? "text-ink-faint" : ""}>
                  {words(cell.start + at, cell.start + at + text.length)}
                </span>
              ),
            )}
          </span>
        ))}
      </span>
    );
  }
  if (labelEnd !== undefined) {
    return (
      <>
        <span className="font-[600]">{words(start, labelEnd)}</span>
        {words(labelEnd, end)}
      </>
    );
  }
  return words(start, end);
}

/** The pipes that frame a cell, apart from what stands in it. */
function cutFrame(
  cell: string,
): readonly { readonly text: string; readonly at: number; readonly isFrame: boolean }[] {
  const [, before = "", words = "", after = ""] = /^(\s*\|?)(.*?)(\|?\s*)$/su.exec(cell) ?? [];
  return [
    { text: before, at: 0, isFrame: true },
    { text: words, at: before.length, isFrame: false },
    { text: after, at: before.length + words.length, isFrame: true },
  ].filter(({ text }) => text !== "");
}

/** A column gets its share of the width by what stands in it, the same in every row. */
function columnsOf(widths: readonly number[]): CSSProperties {
  return { gridTemplateColumns: widths.map((width) => `minmax(0, ${width}fr)`).join(" ") };
}

function spansIn(sentence: Sentence, findings: readonly CaseFinding[]): readonly FindingSpan[] {
  return findings.flatMap(({ node, places }) =>
    places
      .filter((place) => place.sentence === sentence.id)
      .flatMap(({ spans }) => (spans.length === 0 ? [wholeOf(sentence)] : spans))
      .map((span) => ({ ...span, finding: node.id })),
  );
}

/** A finding in other words than the note's: all of its sentence is meant, without the mark that ends it. */
function wholeOf({ start, text }: Sentence): { readonly start: number; readonly end: number } {
  return { start, end: start + text.replace(/[.;!?]+$/u, "").length };
}

type WordsProps = {
  readonly start: number;
  readonly text: string;
  readonly spans: readonly FindingSpan[];
  readonly findings: readonly CaseFinding[];
};

function Words({ start, text, spans, findings }: WordsProps): ReactElement {
  return (
    <>
      {cutSentence({ start, text }, spans).map((piece) => {
        const [first, ...others] = findings.filter(({ node }) => piece.findings.includes(node.id));
        if (first !== undefined)
          return (
            <FindingMark
              key={piece.start}
              start={piece.start}
              text={piece.text}
              findings={[first, ...others]}
            />
          );
        return (
          <span key={piece.start} data-start={piece.start}>
            {piece.text}
          </span>
        );
      })}
    </>
  );
}
